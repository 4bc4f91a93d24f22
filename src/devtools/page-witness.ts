import type { Exchange, MatchedBy } from '../exchange/exchange.ts';
import type { PageWitnessState } from '../link/messages.ts';
import { urlOf } from '../witness/hostile.ts';
import { createMatcher } from '../witness/matcher.ts';
import {
  exchangeOfPageCall,
  isNeverSent,
  isRefusedForSure,
  type PageCall,
  readPageAnswer,
} from '../witness/page-call.ts';
import { PAGE_WITNESS, pageWitnessQuestion } from '../witness/page-script.ts';
import type { ExchangeCandidate } from '../witness/resource-timing.ts';
import type { Witness, WitnessHost } from './witness-host.ts';

/** How often the page is asked while the witness stands in it, in ms. Nothing is asked while it does not. */
const ASK_EVERY = 400;
/** A page that has not brought the witness by then has none, in ms. */
const START_WITHIN = 15_000;
/** A call that ended and for which no request was seen by then has none, in ms. */
const UNSENT_AFTER = 1_500;
const KNOWN = 2_000;

export interface PageWitnessHost extends WitnessHost {
  /** Reloads the page; with a script it runs in the page before the page's own, on this one load. */
  readonly reload: (script?: string) => void;
  /** Keeps an exchange that only the page told of, or a newer revision of it. */
  readonly tell: (exchange: Exchange) => void;
  readonly remove: (id: string) => void;
  readonly stateChanged: () => void;
  readonly context: () => Parameters<typeof exchangeOfPageCall>[1];
}

export interface PageWitness extends Witness {
  readonly state: () => PageWitnessState;
  /** Reloads the page with the witness, or without. */
  readonly set: (on: boolean) => void;
}

interface Known {
  readonly call: PageCall;
  readonly since: number;
  /** The exchange that it is evidence of. */
  readonly exchangeId: string | null;
  readonly matchedBy: MatchedBy | null;
  /** The revision of the exchange of its own; 0: it has none. */
  readonly own: number;
}

/** The witness in the page: off until it is switched on, and gone with the next page. */
export function createPageWitness(host: PageWitnessHost): PageWitness {
  let matcher = createMatcher<ExchangeCandidate, PageCall>();
  const known = new Map<string, Known>();
  let state: PageWitnessState = 'off';
  let since = 0;
  let round = 0;
  let heard = { document: '', ticket: 0 };

  const become = (next: PageWitnessState) => {
    if (state === next) return;
    state = next;
    since = host.now();
    host.stateChanged();
  };

  const hear = (call: PageCall, now: number) => {
    const before = known.get(call.id);
    // A page that repeats itself, be it by mistake or on purpose, changes nothing.
    if (before && JSON.stringify(before.call) === JSON.stringify(call)) return;
    const entry: Known = before ? { ...before, call } : { call, since: now, exchangeId: null, matchedBy: null, own: 0 };
    known.set(call.id, entry);
    if (!before) matcher.sighting(call, now);
    else if (entry.exchangeId !== null)
      host.add(entry.exchangeId, { page: { ...call.evidence.page, matchedBy: entry.matchedBy } });
    else if (entry.own > 0) tellOwn(entry);
    for (const oldest of known.keys()) {
      if (known.size <= KNOWN) break;
      known.delete(oldest);
    }
  };

  const tellOwn = (entry: Known) => {
    const own = entry.own + 1;
    known.set(entry.call.id, { ...entry, own });
    host.tell(exchangeOfPageCall(entry.call, host.context(), own));
  };

  const settle = (now: number) => {
    for (const { candidate, sighting, matchedBy } of matcher.settle(now).matches) {
      const entry = known.get(sighting.id);
      const { callSite, page, ...evidence } = (entry?.call ?? sighting).evidence;
      // DevTools' own word for the call site is better than the page's.
      const hasSite = host.exchange(candidate.id)?.evidence.callSite !== undefined || callSite === undefined;
      host.add(candidate.id, { ...evidence, ...(hasSite ? {} : { callSite }), page: { ...page, matchedBy } });
      if (!entry) continue;
      if (entry.own > 0) host.remove(sighting.id);
      known.set(sighting.id, { ...entry, exchangeId: candidate.id, matchedBy, own: 0 });
    }
    for (const entry of known.values()) {
      if (entry.exchangeId !== null || entry.own > 0) continue;
      if (isRefusedForSure(entry.call) || (now - entry.since >= UNSENT_AFTER && isNeverSent(entry.call)))
        tellOwn(entry);
    }
  };

  const ask = async (mine: number) => {
    if (mine !== round || state === 'off') return;
    const answer = readPageAnswer(await host.evaluate(pageWitnessQuestion(heard)));
    if (mine !== round) return;
    const { present, calls, document, ticket } = answer;
    const now = host.now();
    if (present) {
      heard = { document, ticket };
      become('on');
    } else if ((state === 'on' && present === false) || (state === 'starting' && now - since > START_WITHIN)) {
      become('off');
    }
    for (const call of calls) hear(call, now);
    settle(now);
    host.later(ASK_EVERY, () => void ask(mine));
  };

  return {
    state: () => state,
    set(on) {
      if (!on && state === 'off') return;
      become(on ? 'starting' : 'off');
      matcher = createMatcher();
      known.clear();
      heard = { document: '', ticket: 0 };
      round++;
      if (on) host.reload(PAGE_WITNESS);
      else host.reload();
      if (on) host.later(ASK_EVERY, () => void ask(round));
    },
    saw(exchange) {
      if (state === 'off' || exchange.toldBy !== undefined) return;
      const [{ url, method }] = exchange.hops;
      const plain = urlOf(url);
      if (plain === null) return;
      const { id, startedAt } = exchange;
      matcher.candidate({ id, url: plain, method, startedAt, exchange }, host.now());
    },
    navigated() {},
  };
}
