import type { EventBase } from '../capture/event.ts';
import type { BrowserName, End, Exchange, Hop, Preflight, RecordedResponse } from './exchange.ts';

/** An exchange that can still change, and what only the assembly needs to know of it. */
export interface Live {
  exchange: Exchange;
  /** Requests that can be each other's preflight and actual request share this. */
  key: string;
  /** Known to cross origins, so others are told of it. Null: not known yet. */
  crossOrigin: boolean | null;
  /** Another part has been told of it. */
  announced: boolean;
}

/**
 * A preflight and its actual request agree in all of these; their types may differ (beacons), and nothing links them
 * directly in either browser.
 */
export const pairingKey = (event: EventBase): string =>
  `${event.tabId}|${event.frameId}|${event.documentId ?? ''}|${event.initiator ?? ''}|${event.url}`;

/** A request of which nothing is known yet. `startedAt`: milliseconds since the epoch. */
export const newHop = (url: string, method: string, startedAt: number): Hop => ({
  url,
  method,
  startedAt,
  requestHeaders: null,
  preflight: null,
  response: null,
  redirected: false,
  delivered: false,
});

/** The exchange that begins with this event. `partial`: its beginning was not seen. */
export function newExchange(
  event: EventBase,
  browser: BrowserName,
  pageUrl: string | null,
  partial: boolean,
): Exchange {
  return {
    id: event.requestId,
    revision: 0,
    browser,
    tabId: event.tabId,
    frameId: event.frameId,
    attribution: event.tabId === -1 ? 'origin' : 'tab',
    documentId: event.documentId,
    initiator: event.initiator,
    pageUrl: event.documentUrl ?? pageUrl,
    type: event.type,
    startedAt: event.time,
    hops: [newHop(event.url, event.method, event.time)],
    end: null,
    partial,
    evidence: {},
  };
}

/** The request that is under way: the last. */
export const currentHop = (live: Live): Hop => live.exchange.hops.at(-1) ?? live.exchange.hops[0];

/** Replaces one hop (the current one unless told otherwise) by a changed copy. */
export function changeHop(live: Live, change: Partial<Hop>, index = live.exchange.hops.length - 1): void {
  const [first, ...rest] = live.exchange.hops;
  const hops = [first, ...rest].map((hop, i) => (i === index ? { ...hop, ...change } : hop));
  changeExchange(live, { hops: hops as unknown as Exchange['hops'] });
}

/** Puts a changed copy, with the next revision, in the exchange's place. */
export function changeExchange(live: Live, change: Partial<Exchange>): void {
  live.exchange = { ...live.exchange, ...change, revision: live.exchange.revision + 1 };
}

/** The same for the preflight of a hop (counted from 0), if it has one. */
export function changePreflight(live: Live, hop: number, change: Partial<Preflight>): void {
  const preflight = live.exchange.hops[hop]?.preflight;
  if (preflight) changeHop(live, { preflight: { ...preflight, ...change } }, hop);
}

/** A response as its headers arrive; what the page gets is filled in by the next event. */
export const newResponse = (event: {
  status: number;
  headers: RecordedResponse['headers'];
  fromCache: boolean;
}): RecordedResponse => ({
  status: event.status,
  headers: event.headers,
  seenByPage: null,
  fromCache: event.fromCache,
});

export const completed = (at: number): End => ({ kind: 'completed', at });
