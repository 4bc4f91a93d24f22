import type { EventBase } from '../capture/event.ts';
import { failureKind } from '../capture/failure.ts';
import { headersCrossOrigin, headerValue, isRecordedType, originOfUrl } from '../exchange/cross-origin.ts';
import type { BrowserName, End, Exchange, Hop, Preflight, RecordedResponse } from '../exchange/exchange.ts';
import { completed, newExchange } from '../exchange/live.ts';
import { type HarCall, type HarHop, redirectUrl } from './har-calls.ts';
import type { HarEntry } from './har-entry.ts';
import { mayBeStopped } from './har-opaque.ts';

/** What the whole file says of each of its calls. */
export interface HarFile {
  readonly browser: BrowserName;
  /** A document in it has a Cross-Origin-Embedder-Policy. */
  readonly embedderPolicy: boolean;
}

/** A call of a HAR as an exchange; null when it is none that a live recording keeps (same origin, navigations). */
export function exchangeOf(call: HarCall, file: HarFile, pageUrl: string | null): Exchange | null {
  const { browser } = file;
  const [{ entry: first }] = call.hops;
  const { entry: last } = call.hops.at(-1) ?? call.hops[0];
  const initiator = initiatorOf(call, pageUrl);
  const base: EventBase = {
    requestId: `har-${first.index}`,
    tabId: 0,
    frameId: 0,
    documentId: first.page,
    time: first.start,
    url: first.url,
    method: first.method,
    type: first.type,
    initiator,
    documentUrl: pageUrl,
  };
  if (!isRecordedType(base) || !crossesOrigins(call, initiator)) return null;
  const hops = call.hops.map((hop, index) => hopOf(hop, browser, index < call.hops.length - 1));
  return {
    ...newExchange(base, browser, pageUrl, false),
    hops: hops as unknown as Exchange['hops'],
    end: endOf(call, last, file),
    evidence: first.callSite === null ? {} : { callSite: first.callSite },
  };
}

function hopOf({ entry, preflight }: HarHop, browser: BrowserName, redirected: boolean): Hop {
  const { url, method, start } = entry;
  const answered = entry.status > 0;
  return {
    url,
    method,
    startedAt: start,
    // Reality: Chromium writes what the page had set of a call that it did not send, or whose sending it did not see.
    requestHeaders: entry.final || browser === 'firefox' ? entry.requestHeaders : null,
    preflight: preflight === null ? null : preflightOf(preflight, entry.sent, browser),
    response: answered ? responseOf(entry) : null,
    redirected,
    delivered: answered && entry.received && redirectUrl(entry) === null,
  };
}

const responseOf = ({ status, responseHeaders, fromCache }: HarEntry): RecordedResponse => ({
  status,
  headers: responseHeaders,
  seenByPage: null,
  fromCache,
});

function preflightOf(
  { entry, only }: NonNullable<HarHop['preflight']>,
  passed: boolean,
  browser: BrowserName,
): Preflight {
  const answered = entry.status > 0;
  return {
    requestId: `har-${entry.index}`,
    requestHeaders: entry.requestHeaders,
    response: answered ? responseOf(entry) : null,
    end: preflightEnd(entry, answered, passed, browser),
    startedAt: entry.start,
    pairedBy: only ? 'only-candidate' : 'order',
  };
}

/** As webRequest ends it: Chromium's preflights complete with any answer, Firefox's fail when the call may not follow. */
function preflightEnd(entry: HarEntry, answered: boolean, passed: boolean, browser: BrowserName): End {
  if (!answered) return failed(entry, entry.error ?? '', browser);
  if (browser === 'chromium' || passed) return completed(entry.end);
  return { kind: 'failed', at: entry.end, error: '', failure: 'blocked' };
}

// DevTools adds a reason to some: `net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin`.
const failed = (entry: HarEntry, error: string, browser: BrowserName): End => ({
  kind: 'failed',
  at: entry.end,
  error,
  failure: error === '' ? 'other' : failureKind(error.replace(/\..*$/, ''), browser),
});

/**
 * How the call ended, as far as the file holds it: where several things end alike in it, nothing is claimed, and what the
 * headers say decides.
 */
function endOf(call: HarCall, last: HarEntry, file: HarFile): End {
  const { browser } = file;
  const unseen: End = { kind: 'unseen', at: last.end };
  const { preflight = null } = call.hops.at(-1) ?? {};
  if (browser === 'firefox') return firefoxEnd(call, last, preflight?.entry ?? null, file) ?? unseen;
  // A redirect that was not followed: by CORS, because the page asked not to, or for its scheme.
  if (redirectUrl(last) !== null) return isGeneric(last.error) ? unseen : failed(last, last.error ?? '', browser);
  // Reality: of workers' calls, and of cached answers that were refused, the network panel has no headers.
  if (isGeneric(last.error) && !last.final && preflight === null) return unseen;
  if (last.error === 'net::ERR_CONTENT_LENGTH_MISMATCH' && last.received) return unseen; // the page may have given up
  if (last.error !== null) return failed(last, last.error, browser);
  // Neither a status nor an error stands there for a WebSocket that was refused.
  return last.status > 0 ? completed(last.end) : failed(last, '', browser);
}

const isOpaque = ({ requestHeaders }: HarEntry): boolean => headerValue(requestHeaders, 'sec-fetch-mode') === 'no-cors';
const isGeneric = (error: string | null): boolean => error === null || error === 'net::ERR_FAILED';

/** Firefox writes no error texts, and ends what it refused like what it allowed. */
function firefoxEnd(call: HarCall, last: HarEntry, preflight: HarEntry | null, file: HarFile): End | null {
  if (call.redirectRefused) return failed(last, '', 'firefox');
  if (last.status > 0) return isOpaque(last) && !mayBeStopped(last, file.embedderPolicy) ? completed(last.end) : null;
  if (preflight !== null && preflight.status === 0) return null;
  // Not sent after its preflight was answered: the browser stopped it, and the headers say why.
  const stopped = preflight !== null && !last.sent;
  return { kind: 'failed', at: last.end, error: '', failure: stopped ? 'blocked' : 'other' };
}

/**
 * The origin that made the call. A HAR does not name it: the Origin header does, of the call or of its preflight (before
 * any redirect, which may change it to `null`); else the Referer, of which pages can leave out all; else the page.
 */
function initiatorOf({ hops }: HarCall, pageUrl: string | null): string | null {
  const [{ entry, preflight }] = hops;
  const origin =
    headerValue(entry.requestHeaders, 'origin') ?? headerValue(preflight?.entry.requestHeaders ?? [], 'origin');
  if (origin !== null) return origin;
  const referer = headerValue(entry.requestHeaders, 'referer');
  const url = referer ?? pageUrl;
  return url === null ? null : originOfUrl(url);
}

function crossesOrigins({ hops }: HarCall, initiator: string | null): boolean {
  if (hops.some(({ preflight }) => preflight !== null)) return true;
  if (initiator !== null) return hops.some(({ entry }) => initiator === 'null' || initiator !== originOfUrl(entry.url));
  return hops.some(({ entry }) => headersCrossOrigin({ headers: entry.requestHeaders, url: entry.url }));
}
