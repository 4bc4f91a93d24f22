import { getHeader, listItems } from './get-header.ts';
import type { HeaderList } from './header-list.ts';
import { isCorsSafelistedMethod } from './method.ts';
import { isToken } from './token.ts';

/** https://fetch.spec.whatwg.org/#ok-status */
export const isOkStatus = (status: number): boolean => status >= 200 && status <= 299;

const REMEMBERED = 200;
const LONGEST = 1_000;
const LISTS = new Map<string, AllowList>();

/** The items of Access-Control-Allow-Methods or -Headers; `null` when one of them is no token, which fails the preflight. */
export type AllowList = readonly string[] | null;

/**
 * https://fetch.spec.whatwg.org/#extract-header-list-values for a list of tokens. An absent header is an empty list.
 * CORS-preflight fetch, step 7.1 to 7.3.
 */
export function allowList(
  headers: HeaderList,
  lowerCaseName: 'access-control-allow-methods' | 'access-control-allow-headers',
): AllowList {
  const value = getHeader(headers, lowerCaseName);
  if (value === null) return [];
  const known = LISTS.get(value);
  if (known !== undefined) return known;
  const items = listItems(value);
  const list = items.every(isToken) ? items : null;
  // Servers send the same few lists again and again, and each assumption about a call asks anew.
  if (value.length > LONGEST) return list;
  if (LISTS.size >= REMEMBERED) LISTS.clear();
  LISTS.set(value, list);
  return list;
}

/**
 * CORS-preflight fetch, step 7.5: https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 * Reality: step 7.4 lets a missing list stand for the request's own method when an upload listener forced the preflight;
 * no browser does so, and neither is it done here.
 */
export const isMethodAllowed = (method: string, methods: readonly string[], credentials: boolean): boolean =>
  isCorsSafelistedMethod(method) || methods.includes(method) || (!credentials && methods.includes('*'));

/**
 * The CORS-unsafe request-header names that the list does not cover, in the order given.
 * CORS-preflight fetch, steps 7.6 and 7.7: https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 * @param names byte-lowercase
 * @param dialect Reality: browsers let `*` cover `authorization` too, the standard does not (whatwg/fetch#1919)
 */
export function headersNotAllowed(
  names: readonly string[],
  allowed: readonly string[],
  credentials: boolean,
  dialect: 'standard' | 'chromium' | 'firefox',
): readonly string[] {
  if (names.length === 0) return names;
  const star = !credentials && allowed.includes('*');
  return names.filter(
    (name) =>
      !allowed.some((item) => item === name || (item.length === name.length && item.toLowerCase() === name)) &&
      !(star && (dialect !== 'standard' || !isNonWildcardRequestHeaderName(name))),
  );
}

/** https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name */
export const isNonWildcardRequestHeaderName = (lowerCaseName: string): boolean => lowerCaseName === 'authorization';
