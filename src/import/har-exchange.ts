import type { EventBase } from '../capture/event.ts';
import { failureKind } from '../capture/failure.ts';
import { headersCrossOrigin, headerValue, isRecordedType, originOfUrl } from '../exchange/cross-origin.ts';
import type { BrowserName, End, Exchange, Hop, Preflight, RecordedResponse } from '../exchange/exchange.ts';
import { completed, newExchange } from '../exchange/live.ts';
import type { HarCall, HarHop } from './har-calls.ts';
import type { HarEntry } from './har-entry.ts';

/** A call of a HAR as an exchange; null when it is none that a live recording keeps (same origin, navigations). */
export function exchangeOf(call: HarCall, browser: BrowserName, pageUrl: string | null): Exchange | null {
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
    end: endOf(call, last, browser),
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
    preflight: preflight === null ? null : preflightOf(preflight.entry, preflight.only, browser),
    response: answered ? responseOf(entry) : null,
    redirected,
    delivered: answered && entry.received && !redirected,
  };
}

const responseOf = ({ status, responseHeaders, fromCache }: HarEntry): RecordedResponse => ({
  status,
  headers: responseHeaders,
  seenByPage: null,
  fromCache,
});

function preflightOf(entry: HarEntry, only: boolean, browser: BrowserName): Preflight {
  const answered = entry.status > 0;
  return {
    requestId: `har-${entry.index}`,
    requestHeaders: entry.requestHeaders,
    response: answered ? responseOf(entry) : null,
    // An answer that the browser did not like is an answer.
    end: answered ? completed(entry.end) : failed(entry, entry.error ?? '', browser),
    startedAt: entry.start,
    pairedBy: only ? 'only-candidate' : 'order',
  };
}

// DevTools adds a reason to some: `net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin`.
const failed = (entry: HarEntry, error: string, browser: BrowserName): End => ({
  kind: 'failed',
  at: entry.end,
  error,
  failure: error === '' ? 'other' : failureKind(error.replace(/\..*$/, ''), browser),
});

function endOf(call: HarCall, last: HarEntry, browser: BrowserName): End {
  if (last.error !== null) return failed(last, last.error, browser);
  if (last.status > 0 && !call.redirectRefused) return completed(last.end);
  // Reality: Chromium writes neither a status nor an error of a WebSocket that was opened.
  if (last.type === 'websocket' && browser === 'chromium') return completed(last.end);
  // Firefox writes no error texts. A call that was not sent after its preflight was answered, or after a redirect, was
  // stopped by the browser; why is for the headers to say.
  const preflight = call.hops.at(-1)?.preflight?.entry;
  const byHeaders = call.redirectRefused || (preflight !== undefined && preflight.status > 0 && !last.sent);
  return { kind: 'failed', at: last.end, error: '', failure: byHeaders ? 'blocked' : 'other' };
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
