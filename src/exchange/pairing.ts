import type { SendEvent } from '../capture/event.ts';
import { getHeader } from '../cors/get-header.ts';
import { corsUnsafeRequestHeaderNames } from '../cors/request-headers.ts';
import type { Preflight } from './exchange.ts';
import { currentHop, type Live } from './live.ts';

/** What a preflight asks for, from its request headers. Names byte-lowercased and sorted. */
export interface Asked {
  readonly method: string;
  readonly headers: readonly string[];
}

/** Reads a preflight's question; null for an OPTIONS that a page made itself (pages cannot set the header). */
export function askedBy(event: SendEvent): Asked | null {
  const method = event.method === 'OPTIONS' ? getHeader(event.headers, 'access-control-request-method') : null;
  return method === null ? null : { method, headers: askedHeaders(event.headers) };
}

/** The names in a preflight's Access-Control-Request-Headers, byte-lowercase and sorted; none without the header. */
export function askedHeaders(headers: SendEvent['headers']): readonly string[] {
  const value = getHeader(headers, 'access-control-request-headers');
  if (value === null || value === '') return [];
  return value
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .sort();
}

/**
 * The actual request a preflight belongs to, out of those with the same key, oldest first.
 *
 * Chromium asks before it sends: the actual request has no request headers yet, and preflights start in the order of
 * their actual requests. Firefox announces the actual request first, headers and all: these must hold what is asked for,
 * and exactly that where several calls differ only there.
 */
export function chooseActual(
  candidates: readonly Live[],
  asked: Asked,
  browser: 'chromium' | 'firefox',
): { live: Live; only: boolean } | null {
  const waiting = candidates.filter((live) => isWaiting(live, asked.method, browser));
  if (browser === 'chromium') return pick(waiting);
  return (
    pick(waiting.filter((live) => unsafeNamesEqual(live, asked))) ?? pick(waiting.filter((live) => holds(live, asked)))
  );
}

const pick = (candidates: readonly Live[]): { live: Live; only: boolean } | null =>
  candidates[0] === undefined ? null : { live: candidates[0], only: candidates.length === 1 };

function isWaiting(live: Live, method: string, browser: 'chromium' | 'firefox'): boolean {
  const hop = currentHop(live);
  if (hop.method !== method || hop.preflight !== null || hop.response !== null) return false;
  return browser === 'firefox' || hop.requestHeaders === null;
}

function unsafeNamesEqual(live: Live, asked: Asked): boolean {
  const { requestHeaders } = currentHop(live);
  if (requestHeaders === null) return false;
  const names = corsUnsafeRequestHeaderNames(requestHeaders);
  return names.length === asked.headers.length && names.every((name, i) => name === asked.headers[i]);
}

/** Whether a request's headers hold all that a preflight asked for. Unknown headers hold everything. */
export function holds(live: Live, asked: Asked): boolean {
  const { requestHeaders } = currentHop(live);
  if (requestHeaders === null) return true;
  const names = new Set(requestHeaders.map(([name]) => name.toLowerCase()));
  return asked.headers.every((name) => names.has(name));
}

export const newPreflight = (event: SendEvent, startedAt: number, only: boolean): Preflight => ({
  requestId: event.requestId,
  requestHeaders: event.headers,
  response: null,
  end: null,
  startedAt,
  pairedBy: only ? 'only-candidate' : 'order',
});
