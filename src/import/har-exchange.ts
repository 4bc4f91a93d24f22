import type { EventBase } from '../capture/event.ts';
import { getHeader } from '../cors/get-header.ts';
import { originOf } from '../cors/origin.ts';
import { headersCrossOrigin, isRecordedType } from '../exchange/cross-origin.ts';
import type { Exchange, Hop, Preflight, RecordedResponse } from '../exchange/exchange.ts';
import { newExchange } from '../exchange/live.ts';
import { type HarCall, type HarHop, redirectUrl } from './har-calls.ts';
import { endOf, type HarFile, preflightEnd } from './har-ends.ts';
import type { HarEntry } from './har-entry.ts';

/** A call of a HAR as an exchange; null when it is none that a live recording keeps (same origin, navigations). */
export function exchangeOf(call: HarCall, file: HarFile, pageUrl: string | null): Exchange | null {
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
  const hops = call.hops.map((hop, index) => hopOf(hop, file, index < call.hops.length - 1 || call.refusal !== null));
  return {
    ...newExchange(base, file.browser, pageUrl, false),
    hops: hops as unknown as Exchange['hops'],
    end: endOf(call, last, file),
    evidence: first.callSite === null ? {} : { callSite: first.callSite },
  };
}

function hopOf({ entry, preflight }: HarHop, file: HarFile, redirected: boolean): Hop {
  const { url, method, start } = entry;
  const answered = entry.status > 0;
  return {
    url,
    method,
    startedAt: start,
    // Reality: Chromium writes what the page had set of a call that it did not send, or whose sending it did not see.
    requestHeaders: entry.final || file.writer === 'netmonitor' ? entry.requestHeaders : null,
    preflight: preflight === null ? null : preflightOf(preflight, entry.sent, file),
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

function preflightOf({ entry, only }: NonNullable<HarHop['preflight']>, passed: boolean, file: HarFile): Preflight {
  return {
    requestId: `har-${entry.index}`,
    requestHeaders: entry.requestHeaders,
    response: entry.status > 0 ? responseOf(entry) : null,
    end: preflightEnd(entry, passed, file),
    startedAt: entry.start,
    pairedBy: only ? 'only-candidate' : 'order',
  };
}

/**
 * The origin that made the call. A HAR does not name it: the Origin header does, of the call or of its preflight (before
 * any redirect, which may change it to `null`); else the Referer, of which pages can leave out all; else the page.
 */
function initiatorOf({ hops }: HarCall, pageUrl: string | null): string | null {
  const [{ entry, preflight }] = hops;
  const origin =
    getHeader(entry.requestHeaders, 'origin') ?? getHeader(preflight?.entry.requestHeaders ?? [], 'origin');
  if (origin !== null) return origin;
  const referer = getHeader(entry.requestHeaders, 'referer');
  const url = referer ?? pageUrl;
  return url === null ? null : originOf(url);
}

function crossesOrigins({ hops }: HarCall, initiator: string | null): boolean {
  if (hops.some(({ preflight }) => preflight !== null)) return true;
  if (initiator !== null) return hops.some(({ entry }) => initiator === 'null' || initiator !== originOf(entry.url));
  return hops.some(({ entry }) => headersCrossOrigin({ headers: entry.requestHeaders, url: entry.url }));
}
