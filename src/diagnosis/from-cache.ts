import { getHeader } from '../cors/get-header.ts';
import type { HeaderList } from '../cors/header-list.ts';
import { originOf } from '../cors/origin.ts';
import { withoutFragment } from '../cors/preflight-cache.ts';
import { variesByOrigin } from '../cors/vary.ts';
import type { Exchange, Hop, RecordedResponse } from '../exchange/exchange.ts';
import type { Call, CallHop } from './call.ts';
import { neighbours, type Recording } from './recording.ts';

/**
 * Whether an answer came from the browser's cache, where it may have been kept for a request of another origin or of
 * none: nothing recorded shows that it was kept for this one.
 * Reality: Chromium says so only of answers that it hands over, not of those that it keeps back. That one was answered
 * out of the cache then shows in the recording: an earlier answer at the same URL is still fresh, says nothing of
 * `Vary: Origin`, and has the very same headers. https://httpwg.org/specs/rfc9111.html#constructing.responses.from.caches
 */
export function isFromCacheOfOther(
  { exchange }: Call,
  at: CallHop,
  response: RecordedResponse,
  recording: Recording | null,
): boolean {
  if (response.fromCache) return !isOwn(exchange, at, recording);
  if (exchange.browser !== 'chromium' || at.hop.method !== 'GET') return false;
  const url = withoutFragment(at.hop.url);
  const earlier = neighbours(recording, originOf(url), exchange, (other) =>
    other.hops.some((hop) => withoutFragment(hop.url) === url && isStored(hop, at, response.headers)),
  );
  return earlier.length > 0 && !asksAnew(at.hop);
}

/** What the cache holds was last given to this very origin, and was no better then. */
function isOwn(exchange: Exchange, { hop, origin }: CallHop, recording: Recording | null): boolean {
  const url = withoutFragment(hop.url);
  const isEarlier = (one: Hop): boolean =>
    withoutFragment(one.url) === url && one.response?.fromCache === false && one.startedAt < hop.startedAt;
  const [latest] = neighbours(recording, originOf(url), exchange, ({ hops }) => hops.some(isEarlier));
  const asked = latest?.hops.find(isEarlier)?.requestHeaders ?? null;
  return asked !== null && getHeader(asked, 'origin') === origin.value;
}

function isStored(stored: Hop, { hop, origin }: CallHop, headers: HeaderList): boolean {
  const { response, method, startedAt, requestHeaders } = stored;
  if (response === null || requestHeaders === null || method !== 'GET' || startedAt >= hop.startedAt) return false;
  if (getHeader(requestHeaders, 'origin') === origin.value) return false;
  const age = (hop.startedAt - startedAt) / 1000;
  return freshFor(response.headers) > age && !variesByOrigin(response.headers) && isSame(response.headers, headers);
}

function freshFor(headers: HeaderList): number {
  const control = getHeader(headers, 'cache-control') ?? '';
  if (/\bno-(?:store|cache)\b/i.test(control)) return 0;
  return Number(/\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1] ?? 0);
}

// https://httpwg.org/specs/rfc9111.html#storing.fields : of one connection, so not kept.
const OF_A_CONNECTION = /^(?:connection|keep-alive|proxy-connection|transfer-encoding|te|trailer|upgrade)$/i;
const kept = (headers: HeaderList): HeaderList => headers.filter(([name]) => !OF_A_CONNECTION.test(name));

function isSame(a: HeaderList, b: HeaderList): boolean {
  const [one, other] = [kept(a), kept(b)];
  return (
    one.length === other.length && one.every(([name, value], i) => other[i]?.[0] === name && other[i]?.[1] === value)
  );
}

/** A reload, or a call that wants nothing stored. */
const asksAnew = ({ requestHeaders }: Hop): boolean =>
  requestHeaders !== null &&
  (getHeader(requestHeaders, 'cache-control') !== null || getHeader(requestHeaders, 'pragma') !== null);
