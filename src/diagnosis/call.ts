import { getHeader } from '../cors/get-header.ts';
import type { HeaderList } from '../cors/header-list.ts';
import { originOf, taintsOrigin } from '../cors/origin.ts';
import type { Exchange, Hop, RequestMode } from '../exchange/exchange.ts';
import type { Known } from './diagnosis.ts';

/** One hop, with what the steps need to know of its place in the call. */
export interface CallHop {
  readonly index: number;
  readonly hop: Hop;
  readonly isLast: boolean;
  /** The response is subject to the CORS check: this hop or one before it left the page's origin. */
  readonly crossOrigin: boolean;
  /** The serialized origin that the answer to the actual request is held against; null when nothing tells. */
  readonly origin: Known<string>;
  /** The same for the answer to the preflight. Reality: Firefox asks with the page's origin where the call itself has `null`. */
  readonly preflightOrigin: Known<string>;
}

/** An exchange as the Fetch Standard sees it: who asks whom, and in which mode. */
export interface Call {
  readonly exchange: Exchange;
  readonly mode: Known<RequestMode>;
  readonly hops: readonly [CallHop, ...CallHop[]];
  readonly last: CallHop;
}

/** Reads an exchange as the standard would: each hop with the origin that asks there, and the mode of the whole. */
export function readCall(exchange: Exchange): Call {
  const { hops, initiator } = exchange;
  const count = hops.length;
  let crossOrigin = false;
  let derived = initiator;
  const read = (hop: Hop, index: number): CallHop => {
    const before = hops[index - 1];
    // https://fetch.spec.whatwg.org/#concept-request-tainted-origin : what was tainted stays so.
    if (before !== undefined && derived !== null && taintsOrigin(derived, before.url, hop.url)) derived = 'null';
    const sent = originHeader(hop.requestHeaders);
    const asked = originHeader(hop.preflight?.requestHeaders ?? null);
    crossOrigin ||= (initiator ?? sent ?? asked) !== originOf(hop.url) || initiator === 'null';
    return {
      index,
      hop,
      isLast: index === count - 1,
      crossOrigin,
      origin: known(sent ?? (exchange.browser === 'chromium' ? asked : null), derived ?? asked),
      preflightOrigin: known(asked ?? sent, derived),
    };
  };
  const [first, ...rest] = hops;
  const all: [CallHop, ...CallHop[]] = [read(first, 0), ...rest.map((hop, i) => read(hop, i + 1))];
  return { exchange, mode: modeOf(exchange, all), hops: all, last: all.at(-1) ?? all[0] };
}

const originHeader = (headers: HeaderList | null): string | null =>
  headers === null ? null : getHeader(headers, 'origin');

function known(seen: string | null, derived: string | null): Known<string> {
  if (seen !== null) return { value: seen, from: 'seen', because: { code: 'origin-header' } };
  if (derived !== null) return { value: derived, from: 'inferred', because: { code: 'initiator' } };
  return { value: null, from: 'unknown' };
}

const seen = (value: RequestMode, code: 'sec-fetch-mode' | 'page-witness' | 'resource-type'): Known<RequestMode> => ({
  value,
  from: 'seen',
  because: { code },
});
const inferred = (
  value: RequestMode,
  code:
    | 'preflight-was-sent'
    | 'origin-header-cross-origin'
    | 'no-origin-header'
    | 'resource-type'
    | 'handed-over-unasked',
): Known<RequestMode> => ({ value, from: 'inferred', because: { code } });

const MODES: readonly RequestMode[] = ['cors', 'no-cors', 'same-origin', 'navigate', 'websocket'];

/** https://fetch.spec.whatwg.org/#concept-request-mode , as far as the wire shows it. */
function modeOf(exchange: Exchange, read: readonly CallHop[]): Known<RequestMode> {
  const { evidence, hops, type } = exchange;
  if (type === 'websocket') return seen('websocket', 'resource-type');
  // Browsers send it to trustworthy URLs only. https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-mode-header
  for (const hop of hops) {
    const value = hop.requestHeaders === null ? null : getHeader(hop.requestHeaders, 'sec-fetch-mode');
    const mode = MODES.find((known) => known === value);
    if (mode !== undefined) return seen(mode, 'sec-fetch-mode');
  }
  if (hops.some((hop) => hop.preflight !== null)) return inferred('cors', 'preflight-was-sent');
  if (evidence.mode !== undefined) return seen(evidence.mode, 'page-witness');
  if (type === 'font') return inferred('cors', 'resource-type'); // https://drafts.csswg.org/css-fonts/#font-fetching-requirements
  // Only where it leaves the page's origin does every call in cors mode carry Origin: before that, none need.
  const foreign = read.find(({ crossOrigin, hop }) => crossOrigin && hop.requestHeaders !== null);
  const headers = foreign?.hop.requestHeaders ?? null;
  if (headers === null) return { value: null, from: 'unknown' };
  if (getHeader(headers, 'origin') === null) return inferred('no-cors', 'no-origin-header');
  // https://fetch.spec.whatwg.org/#append-a-request-origin-header : without cors mode only unsafe methods carry it.
  const method = hops[0].method;
  if (type === 'ping' && method === 'POST') return inferred('no-cors', 'resource-type');
  if (method === 'POST' && isHandedOverUnasked(exchange)) return inferred('no-cors', 'handed-over-unasked');
  return inferred('cors', 'origin-header-cross-origin');
}

/** Reality: Chromium hands over (onResponseStarted) only what CORS allows, or what is no matter of CORS. */
function isHandedOverUnasked({ browser, hops }: Exchange): boolean {
  const { delivered, response } = hops.at(-1) ?? hops[0];
  if (browser !== 'chromium' || !delivered || response === null) return false;
  // Another extension may have added it on the way.
  return getHeader(response.seenByPage ?? response.headers, 'access-control-allow-origin') === null;
}
