import { isCorsSafelistedMethod } from './method.ts';

/** What a browser remembers of one preflight that passed. https://fetch.spec.whatwg.org/#cache-entry */
export interface CachedPreflight {
  /** The request's URL without its fragment: the cache knows no hosts, only URLs. */
  readonly url: string;
  /** Serialized origin of the request. */
  readonly origin: string;
  /** Null: the preflight does not show whether it asked for a call with credentials. */
  readonly credentials: boolean | null;
  /** As listed, with the request's own method. */
  readonly methods: readonly string[];
  /** Byte-lowercase. */
  readonly headers: readonly string[];
  /** Milliseconds since the epoch. */
  readonly storedAt: number;
  /** Seconds. */
  readonly lifetime: number;
}

/** A request in cors mode, as the CORS-preflight cache is asked about it. */
export interface PreflightQuestion {
  readonly url: string;
  readonly origin: string;
  /** Null: not known, either is thought possible. */
  readonly credentials: boolean | null;
  readonly method: string;
  /** CORS-unsafe request-header names, byte-lowercase. */
  readonly headers: readonly string[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A URL as servers and caches know it. */
export const withoutFragment = (url: string): string => url.split('#')[0] ?? url;

/** Seconds for which the entry still holds, negative when it no longer does. */
export const remainingSeconds = ({ storedAt, lifetime }: CachedPreflight, at: number): number =>
  lifetime - (at - storedAt) / 1000;

/**
 * The entry that spares a request its preflight; null when none of these does.
 * https://fetch.spec.whatwg.org/#concept-cache-match-method , https://fetch.spec.whatwg.org/#concept-cache-match-header
 *
 * Reality: Chromium keeps one entry for an origin and URL, the newest, and lets one with credentials serve both kinds.
 * Firefox keeps each method and header name apart, and so may need several entries, of the request's own kind; the one
 * that ends first is given.
 * @param entries newest first
 */
export function servingEntry<E extends CachedPreflight>(
  entries: readonly E[],
  question: PreflightQuestion,
  browser: 'chromium' | 'firefox',
): E | null {
  const { url, origin, credentials, at } = question;
  const keyed = entries.filter((entry) => entry.url === url && entry.origin === origin && entry.storedAt <= at);
  if (browser === 'chromium') {
    const newest = keyed.find(({ lifetime }) => lifetime > 0) ?? null;
    if (newest === null || remainingSeconds(newest, at) <= 0) return null;
    if (credentials === true && newest.credentials === false) return null;
    return covers([newest], question) ? newest : null;
  }
  const live = keyed.filter(
    (entry) =>
      remainingSeconds(entry, at) > 0 &&
      (credentials === null || entry.credentials === null || entry.credentials === credentials),
  );
  if (!covers(live, question)) return null;
  return live.reduce<E | null>(
    (first, entry) => (first === null || remainingSeconds(entry, at) < remainingSeconds(first, at) ? entry : first),
    null,
  );
}

function covers(entries: readonly CachedPreflight[], { method, headers, credentials }: PreflightQuestion): boolean {
  const lists = (list: readonly string[], item: string): boolean =>
    list.includes(item) || (credentials !== true && list.includes('*'));
  return (
    (isCorsSafelistedMethod(method) || entries.some(({ methods }) => lists(methods, method))) &&
    headers.every((name) => entries.some((entry) => lists(entry.headers, name)))
  );
}
