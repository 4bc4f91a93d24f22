import { urlOf } from '../witness/hostile.ts';
import { createMatcher } from '../witness/matcher.ts';
import {
  type ExchangeCandidate,
  kindOfInitiator,
  readTimingAnswer,
  type TimingSighting,
  timingQuestion,
} from '../witness/resource-timing.ts';
import type { Witness, WitnessHost } from './witness-host.ts';

/** When the page is asked after a call ended, in ms: its entry comes a moment after webRequest's last event. */
const ASK_AFTER = [150, 600, 2_000] as const;
/**
 * Each question costs the browser and the page some ms. The more calls ended before the last one, the longer the next waits:
 * so many ms for each call, and at the most so many. So many calls that ended do not wait.
 */
const A_CALL = 20;
const LONGEST = 1_000;
const MANY = 200;

/**
 * What the page's Resource Timing says of each call (Firefox, where webRequest ends a blocked call like an allowed one).
 * The page is asked only after a call has ended, at most three times for it, and calls that end together are asked for
 * together.
 */
export function createTimingWitness(host: WitnessHost): Witness {
  const matcher = createMatcher<ExchangeCandidate, TimingSighting>();
  let attempt: number = ASK_AFTER.length;
  let state: 'idle' | 'waiting' | 'asking' = 'idle';
  let turn = 0;
  /** Not before then, in ms of the host's clock. */
  let notBefore = 0;
  let endedSince = 0;
  let heard = { document: '', last: 0 };

  const schedule = () => {
    const after = ASK_AFTER[attempt];
    if (state !== 'idle' || after === undefined) return;
    state = 'waiting';
    const mine = turn;
    host.later(Math.max(after, notBefore - host.now()), () => {
      if (mine === turn) void ask();
    });
  };

  const ask = async () => {
    attempt++;
    turn++;
    state = 'asking';
    notBefore = host.now() + Math.min(LONGEST, endedSince * A_CALL);
    endedSince = 0;
    const answer = readTimingAnswer(await host.evaluate(timingQuestion(heard)));
    state = 'idle';
    const now = host.now();
    if (answer !== null) {
      const { document, last, sightings } = answer;
      heard = { document, last: document === heard.document ? Math.max(heard.last, last) : last };
      for (const sighting of sightings) matcher.sighting(sighting, now);
    }
    for (const { candidate, sighting, matchedBy } of matcher.settle(now).matches) {
      const kind = kindOfInitiator(sighting.timing.initiatorType);
      host.add(candidate.id, {
        resourceTiming: { ...sighting.timing, matchedBy },
        ...(kind === null ? {} : { resourceKind: kind }),
      });
    }
    if (matcher.wanted().length > 0) schedule();
  };

  return {
    saw(exchange) {
      const [{ url, method }] = exchange.hops;
      const plain = urlOf(url);
      if (plain === null || exchange.evidence.resourceTiming !== undefined) return;
      const { id, startedAt } = exchange;
      matcher.candidate({ id, url: plain, method, startedAt, exchange }, host.now());
      if (exchange.end === null) return;
      attempt = 0;
      endedSince++;
      if (state === 'waiting' && endedSince >= MANY) void ask();
      else schedule();
    },
    navigated() {
      // So that the page's entries are gathered from early on: its own buffer is soon full.
      attempt = 0;
      schedule();
    },
  };
}
