import { originOf } from '../cors/origin.ts';
import type { Diagnosis, Verdict } from '../diagnosis/diagnosis.ts';
import type { Exchange, Hop } from '../exchange/exchange.ts';
import { causeTitle, shortReason } from '../words/explain.ts';
import { pictureWords as words } from '../words/picture.ts';
import { answerHeaders, markOf, requestHeaders, type ShownHeader } from './headers.ts';

/** Who a message comes from or goes to; a number counts the servers from 0. */
export type Place = 'page' | 'browser' | number;

/** `never`: would have happened, and did not. `waiting`: has not happened yet. */
export type MessageState = 'happened' | 'failed' | 'never' | 'waiting';

export interface Message {
  readonly kind: 'message';
  readonly from: Place;
  readonly to: Place;
  readonly text: string;
  /** Said beside the text, less loudly. */
  readonly aside: string | null;
  /** The text itself is what failed (a status). */
  readonly textFails: boolean;
  readonly headers: readonly ShownHeader[];
  readonly state: MessageState;
}

/** What the browser decided by itself, between two messages. */
export interface Check {
  readonly kind: 'check';
  readonly state: 'passed' | 'failed' | 'warned' | 'asked';
  readonly text: string;
}

/** Something that took the place of messages. */
export interface Aside {
  readonly kind: 'aside';
  readonly text: string;
  readonly headers: readonly ShownHeader[];
}

export type Event = Message | Check | Aside;

/** One call, told from first to last. */
export interface Story {
  readonly method: string;
  readonly verdict: Verdict;
  /** Origin of the page, as the server is asked to allow it. */
  readonly page: string;
  readonly browser: string;
  /** Origins (or URLs of opaque ones) in the order in which they were first asked. Never empty. */
  readonly servers: readonly string[];
  readonly events: readonly Event[];
}

const BROWSERS = { chromium: 'Chromium', firefox: 'Firefox' } as const;

const serverOf = (url: string): string => {
  const origin = originOf(url);
  return origin === 'null' ? (url.split(/[?#]/, 1)[0] ?? url) : origin;
};

const pathOf = (url: string): string => {
  try {
    const { pathname, search } = new URL(url);
    return pathname + search;
  } catch {
    return url;
  }
};

/** Tells a call as a sequence of events. Values are foreign text, not yet made visible, not yet cut. Pure; never throws. */
export function storyOf(exchange: Exchange, diagnosis: Diagnosis): Story {
  const [first] = exchange.hops;
  const servers = [...new Set(exchange.hops.map(({ url }) => serverOf(url)))];
  const credentials = diagnosis.credentials.value;
  const asks: Message = {
    ...message('page', 'browser', `${first.method} ${pathOf(first.url)}`),
    aside: credentials === null ? null : credentials ? words.withCredentials : words.withoutCredentials,
  };
  return {
    method: first.method,
    verdict: diagnosis.verdict,
    page: exchange.initiator ?? diagnosis.origin.value ?? 'null',
    browser: BROWSERS[exchange.browser],
    servers,
    events: [
      asks,
      ...exchange.hops.flatMap((hop, number) => {
        const server = servers.indexOf(serverOf(hop.url));
        const place: Where = { exchange, diagnosis, hop, number, server };
        return [...preflightOf(place), ...actualOf(place)];
      }),
      endOf(exchange, diagnosis),
    ],
  };
}

interface Where {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly hop: Hop;
  readonly number: number;
  readonly server: number;
}

const message = (from: Place, to: Place, text: string, state: MessageState = 'happened'): Message => ({
  kind: 'message',
  from,
  to,
  text,
  aside: null,
  textFails: false,
  headers: [],
  state,
});

/** Whether the reason for the call's end lies in this phase of this hop. */
function endsIn({ diagnosis, number }: Where, during: 'preflight' | 'actual'): boolean {
  const { cause, lookalike } = diagnosis;
  if (cause) return cause.hop === number && (cause.phase === 'preflight') === (during === 'preflight');
  return lookalike !== null && lookalike.hop === number && lookalike.during === during;
}

/** The browser's no, with its reason; nothing where the call did not end here. */
function stop(where: Where, during: 'preflight' | 'actual'): readonly Check[] {
  if (!endsIn(where, during)) return [];
  const { exchange, diagnosis } = where;
  const blocked = diagnosis.verdict === 'blocked' && diagnosis.cause !== null;
  const text = blocked ? causeTitle(diagnosis.cause.code) : shortReason(exchange, diagnosis);
  const state = { blocked: 'failed', undecided: 'asked' } as const;
  return [{ kind: 'check', state: state[diagnosis.verdict as keyof typeof state] ?? 'warned', text }];
}

const passed = (text: string): Check => ({ kind: 'check', state: 'passed', text });

function preflightOf(where: Where): readonly Event[] {
  const { exchange, diagnosis, hop, number, server } = where;
  const { preflight } = hop;
  if (!preflight) {
    const absent = number === 0 ? diagnosis.preflight.absentBecause : null;
    if (absent === null) return [];
    return [{ kind: 'aside', text: absent === 'cached' ? words.cachedPreflight : words.simple, headers: [] }];
  }
  const sent: Message = {
    ...message('browser', server, words.preflight),
    headers: requestHeaders(preflight.requestHeaders, diagnosis, number, 'preflight-request'),
    aside: preflight.requestHeaders ? null : words.unseen,
  };
  const over = preflight.end !== null || exchange.end !== null;
  const answer = answerOf(where, preflight.response, 'preflight-response', over);
  const stopped = stop(where, 'preflight');
  const steps = diagnosis.trace.filter((step) => step.hop === number && step.id.startsWith('preflight-'));
  const fine = preflight.response !== null && steps.every(({ state }) => state === 'passed' || state === 'not-needed');
  return [sent, answer, ...(stopped.length === 0 && fine ? [passed(words.preflightPassed)] : stopped)];
}

function answerOf(
  { diagnosis, number, server }: Where,
  response: Hop['response'],
  kind: 'preflight-response' | 'response',
  over: boolean,
): Message {
  if (!response) {
    const [text, state] = over ? ([words.noAnswer, 'never'] as const) : ([words.waiting, 'waiting'] as const);
    return message(server, 'browser', text, state);
  }
  return {
    ...message(server, 'browser', String(response.status)),
    textFails: markOf(diagnosis, number, kind, ':status').state === 'failed',
    headers: answerHeaders(response, diagnosis, number, kind),
  };
}

function actualOf(where: Where): readonly Event[] {
  const { exchange, diagnosis, hop, number, server } = where;
  const unsent = hop.requestHeaders === null && hop.response === null;
  if (hop.response === null && (endsIn(where, 'preflight') || (unsent && exchange.end?.kind === 'failed'))) {
    // What held it back has been said already, unless there was no preflight to say it at.
    const held = message('browser', server, words.neverSent(hop.method), 'never');
    return [...stop(where, 'actual'), held];
  }
  if (hop.preflight && unsent && !exchange.end) return [message('browser', server, hop.method, 'waiting')];
  const { response } = hop;
  if (response?.fromCache) {
    const headers = answerHeaders(response, diagnosis, number, 'response');
    return [{ kind: 'aside', text: words.fromCache(response.status), headers }, ...verdictOn(where)];
  }
  const sent: Message = {
    ...message('browser', server, number === 0 ? hop.method : `${hop.method} ${pathOf(hop.url)}`),
    headers: requestHeaders(hop.requestHeaders, diagnosis, number, 'request'),
    aside: hop.requestHeaders ? null : words.unseen,
  };
  return [sent, answerOf(where, response, 'response', exchange.end !== null), ...verdictOn(where)];
}

function verdictOn(where: Where): readonly Check[] {
  const { diagnosis, hop, number } = where;
  const stopped = stop(where, 'actual');
  if (stopped.length > 0) return stopped;
  const step = diagnosis.trace.find(({ id, hop: at }) => id === 'response-allow-origin' && at === number);
  const checked = step?.state === 'passed';
  if (hop.redirected) return [passed(checked ? words.redirectFollowed : words.follows)];
  return checked ? [passed(words.responsePassed)] : [];
}

function endOf(exchange: Exchange, { verdict, readings }: Diagnosis): Message {
  const text = verdict === 'undecided' && readings === null ? words.endUnseen : words.ends[verdict];
  const state = { blocked: 'failed', failed: 'failed', pending: 'waiting', undecided: 'waiting' } as const;
  const last = exchange.hops.at(-1)?.response;
  return {
    ...message('browser', 'page', text, state[verdict as keyof typeof state] ?? 'happened'),
    aside: verdict === 'allowed' && last ? String(last.status) : null,
  };
}
