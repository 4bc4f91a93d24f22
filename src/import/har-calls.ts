import { getHeader } from '../cors/get-header.ts';
import { withoutFragment } from '../cors/preflight-cache.ts';
import { isRedirectStatus, locationUrl } from '../cors/redirect.ts';
import { type Live, newExchange } from '../exchange/live.ts';
import { type Asked, askedHeaders, chooseActual } from '../exchange/pairing.ts';
import type { HarEntry, HarWriter } from './har-entry.ts';

/** One request of a call, with the preflight that it caused. */
export interface HarHop {
  readonly entry: HarEntry;
  readonly preflight: { readonly entry: HarEntry; readonly only: boolean } | null;
}
/** One call: its requests over all redirects, first to last. */
export interface HarCall {
  readonly hops: readonly [HarHop, ...HarHop[]];
  /** The last answer is a redirect, and the file shows that the browser did not follow it. */
  readonly redirectRefused: boolean;
  /** The browser's text for why it did not; null where the file has none. */
  readonly refusal: string | null;
}

const isPreflight = ({ method, requestHeaders }: HarEntry): boolean =>
  method === 'OPTIONS' && getHeader(requestHeaders, 'access-control-request-method') !== null;

/** Puts the requests of a HAR together to calls. A HAR links neither redirects nor preflights to what caused them. */
export function callsOf(entries: readonly HarEntry[], writer: HarWriter): readonly HarCall[] {
  // Times are cut to milliseconds: of two that are equal, the actual request was first.
  const inOrder = [...entries].sort(
    (a, b) => a.start - b.start || Number(isPreflight(a)) - Number(isPreflight(b)) || a.index - b.index,
  );
  const actual = inOrder.filter((entry) => !isPreflight(entry));
  const preflights = pair(inOrder.filter(isPreflight), actual, writer);
  const taken = new Set<HarEntry>();
  const calls: HarCall[] = [];
  for (const entry of actual) {
    if (taken.has(entry)) continue;
    taken.add(entry);
    const hops: [HarHop, ...HarHop[]] = [hopOf(entry, preflights)];
    let last = entry;
    let redirectRefused = false;
    let refusal: string | null = null;
    for (let target = targetOf(last, actual, taken); target !== null; target = targetOf(last, actual, taken)) {
      taken.add(target);
      redirectRefused = isNotFollowed(target, writer);
      refusal = redirectRefused ? target.error : null;
      if (redirectRefused) break;
      hops.push(hopOf(target, preflights));
      last = target;
    }
    // Reality: of a target with a scheme that it does not load Firefox writes nothing.
    if (writer === 'netmonitor' && redirectUrl(last) !== null) redirectRefused = true;
    calls.push({ hops, redirectRefused, refusal });
  }
  return calls;
}

/**
 * Reality: Firefox writes the target of a redirect that it refuses, Chromium that of one which it was told not to follow,
 * or which was one too many; neither was sent.
 */
const isNotFollowed = ({ final, status, error }: HarEntry, writer: HarWriter): boolean =>
  !final &&
  status === 0 &&
  (writer === 'netmonitor' || error === 'net::ERR_ABORTED' || error === 'net::ERR_TOO_MANY_REDIRECTS');

const hopOf = (entry: HarEntry, preflights: ReturnType<typeof pair>): HarHop => ({
  entry,
  preflight: preflights.get(entry) ?? null,
});

/** Each preflight with the actual request that it belongs to, by the rules of a live recording. */
function pair(preflights: readonly HarEntry[], actual: readonly HarEntry[], writer: HarWriter) {
  const paired = new Map<HarEntry, { readonly entry: HarEntry; readonly only: boolean }>();
  const byUrl = new Map<string, HarEntry[]>();
  for (const entry of actual) {
    const same = byUrl.get(entry.url);
    if (same) same.push(entry);
    else byUrl.set(entry.url, [entry]);
  }
  for (const preflight of preflights) {
    const before = (byUrl.get(preflight.url) ?? []).filter(
      (entry) => !paired.has(entry) && entry.start <= preflight.start,
    );
    // An actual request without an answer has no known end.
    const open = before.filter((entry) => entry.status === 0 || entry.end >= preflight.start);
    const asked: Asked = {
      method: getHeader(preflight.requestHeaders, 'access-control-request-method') ?? '',
      headers: askedHeaders(preflight.requestHeaders),
    };
    const recent = before.filter((entry) => entry.start >= preflight.start - ANNOUNCED_WITHIN).reverse();
    // Reality: Firefox leaves the wait for the preflight out of a request's time, so it may seem to have ended before.
    const { entry, only } = choose(open, asked) ?? (writer === 'netmonitor' ? choose(recent, asked) : null) ?? {};
    if (entry !== undefined) paired.set(entry, { entry: preflight, only: only ?? false });
  }
  return paired;
}

/** How long before its preflight Firefox may announce an actual request, in ms. */
const ANNOUNCED_WITHIN = 5_000;

/** A HAR gives every request's headers with its start, as Firefox does: Firefox's rule fits both browsers. */
function choose(
  entries: readonly HarEntry[],
  asked: Asked,
): { readonly entry: HarEntry; readonly only: boolean } | null {
  const candidates = new Map(entries.map((entry) => [announced(entry), entry]));
  const chosen = chooseActual([...candidates.keys()], asked, 'firefox');
  const entry = chosen === null ? undefined : candidates.get(chosen.live);
  return chosen === null || entry === undefined ? null : { entry, only: chosen.only };
}

/** A request as the pairing knows it before it is answered. */
function announced(entry: HarEntry): Live {
  const { url, method, start, type } = entry;
  // No headers at all: they were not seen.
  const requestHeaders = entry.requestHeaders.length === 0 ? null : entry.requestHeaders;
  const base = { requestId: '', tabId: 0, frameId: 0, documentId: null, initiator: null, documentUrl: null };
  const exchange = newExchange({ ...base, url, method, type, time: start }, 'firefox', null, false);
  const [hop] = exchange.hops;
  return {
    exchange: { ...exchange, hops: [{ ...hop, requestHeaders }] },
    key: url,
    crossOrigin: null,
    announced: false,
  };
}

/** Where an answer redirects to, without its fragment; null when it does not. */
export function redirectUrl({ status, responseHeaders, url }: HarEntry): string | null {
  const target = isRedirectStatus(status) ? locationUrl(responseHeaders, url) : null;
  return target === null ? null : withoutFragment(target);
}

/** How much earlier than its redirect's end a request may have been noted, in ms: both times are rounded. */
const ROUNDING = 2;
/** Longest time between a redirect and the request that follows it, in ms. */
const FOLLOWED_WITHIN = 10_000;

/** The request that followed a redirect: the next one to its target, by the method of the standard, from the same maker. */
function targetOf(from: HarEntry, entries: readonly HarEntry[], taken: ReadonlySet<HarEntry>): HarEntry | null {
  const url = redirectUrl(from);
  if (url === null || from.error !== null) return null;
  const turnsToGet = from.status === 303 || (from.method === 'POST' && (from.status === 301 || from.status === 302));
  const method = turnsToGet && from.method !== 'HEAD' ? 'GET' : from.method;
  return (
    entries.find(
      (entry) =>
        !taken.has(entry) &&
        withoutUserinfo(entry.url) === withoutUserinfo(url) &&
        entry.method === method &&
        entry.madeBy === from.madeBy &&
        entry.start >= from.end - ROUNDING &&
        entry.start <= from.end + FOLLOWED_WITHIN,
    ) ?? null
  );
}

function withoutUserinfo(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}
