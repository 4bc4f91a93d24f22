import type { Header, HeaderList } from './header-list.ts';

/** Which rule of CORS-safelisted request-header a header broke. */
export type UnsafeRule =
  | 'name-not-safelisted'
  | 'value-too-long'
  | 'total-too-long'
  | 'unsafe-byte'
  | 'content-type-not-safelisted'
  | 'range-not-simple';

/** A header that makes a preflight necessary. */
export interface UnsafeHeader {
  /** Byte-lowercase. */
  readonly name: string;
  readonly rule: UnsafeRule;
}

// https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the bytes that the standard names
const UNSAFE_BYTE = /[\x00-\x08\x0a-\x1f"():<>?@[\\\]{}\x7f]/;
const LANGUAGE_BYTES = /^[0-9A-Za-z *,\-.;=]*$/;
const SAFE_TYPES = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);
const LONGEST_VALUE = 128;
const LONGEST_TOTAL = 1024;

/**
 * Which rule a header breaks, null for a CORS-safelisted one.
 * https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export function unsafeRule(lowerCaseName: string, value: string): UnsafeRule | null {
  if (value.length > LONGEST_VALUE) return isSafelistedName(lowerCaseName) ? 'value-too-long' : 'name-not-safelisted';
  switch (lowerCaseName) {
    case 'accept':
      return UNSAFE_BYTE.test(value) ? 'unsafe-byte' : null;
    case 'accept-language':
    case 'content-language':
      return LANGUAGE_BYTES.test(value) ? null : 'unsafe-byte';
    case 'content-type':
      if (UNSAFE_BYTE.test(value)) return 'unsafe-byte';
      return SAFE_TYPES.has(essence(value)) ? null : 'content-type-not-safelisted';
    case 'range':
      return isSimpleRange(value) ? null : 'range-not-simple';
    default:
      return 'name-not-safelisted';
  }
}

/** Names that a CORS-safelisted request-header can have. https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
export const isSafelistedName = (lowerCaseName: string): boolean =>
  /^(?:accept|accept-language|content-language|content-type|range)$/.test(lowerCaseName);

/** https://mimesniff.spec.whatwg.org/#mime-type-essence , as far as it decides here. */
const essence = (value: string): string =>
  (value.split(';')[0] ?? '').replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '').toLowerCase();

/** https://fetch.spec.whatwg.org/#simple-range-header-value , with a start that is given */
function isSimpleRange(value: string): boolean {
  const range = /^bytes=(\d+)-(\d*)$/.exec(value);
  if (range === null) return false;
  return range[2] === '' || BigInt(range[1] ?? 0) <= BigInt(range[2] ?? 0);
}

/**
 * The headers that make a preflight necessary, each name once and sorted.
 * https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 * @param headers those that the page set: see {@link isBrowsersOwn} for a list as it went over the wire
 */
export function corsUnsafeRequestHeaders(headers: HeaderList): readonly UnsafeHeader[] {
  const unsafe = new Map<string, UnsafeRule>();
  const safe: string[] = [];
  let total = 0;
  for (const [rawName, value] of headers) {
    const name = rawName.toLowerCase();
    const rule = unsafeRule(name, value);
    if (rule !== null) unsafe.set(name, rule);
    else {
      safe.push(name);
      total += value.length;
    }
  }
  if (total > LONGEST_TOTAL) for (const name of safe) if (!unsafe.has(name)) unsafe.set(name, 'total-too-long');
  return [...unsafe].map(([name, rule]) => ({ name, rule })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names of a request as it went over the wire. */
export const corsUnsafeRequestHeaderNames = (headers: HeaderList): readonly string[] =>
  corsUnsafeRequestHeaders(headers.filter((header) => !isBrowsersOwn(header))).map(({ name }) => name);

const FORBIDDEN =
  /^(?:accept-charset|accept-encoding|access-control-request-headers|access-control-request-method|access-control-request-local-network|access-control-request-private-network|connection|content-length|cookie|cookie2|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|(?:proxy|sec)-.*)$/;
// Reality: added by browsers themselves on the way, after it was decided whether a preflight is needed: conditional
// requests and reloads (If-*, Cache-Control, Pragma), hints, and what identifies the browser.
const ADDED =
  /^(?:user-agent|priority|pragma|cache-control|if-none-match|if-modified-since|if-range|upgrade-insecure-requests|purpose|save-data|device-memory|dpr|width|viewport-width|rtt|downlink|ect|x-client-data|last-event-id|alt-used|idempotency-key)$/;

/** Whether pages cannot set it at all. https://fetch.spec.whatwg.org/#forbidden-request-header */
export const isForbiddenRequestHeader = (lowerCaseName: string): boolean => FORBIDDEN.test(lowerCaseName);

/** A header that a page cannot set, or that the browser adds by itself and without a preflight. */
export function isBrowsersOwn([name, value]: Header): boolean {
  const lower = name.toLowerCase();
  if (isForbiddenRequestHeader(lower)) return true;
  // A page's own Cache-Control can be told from a reload's where it says anything else.
  if (lower === 'cache-control') return value === 'no-cache' || value === 'max-age=0';
  if (lower === 'pragma') return value === 'no-cache';
  return ADDED.test(lower);
}
