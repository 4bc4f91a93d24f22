import { failureKind } from '../capture/failure.ts';
import { getHeader } from '../cors/get-header.ts';
import type { BrowserName, End } from '../exchange/exchange.ts';
import { completed } from '../exchange/live.ts';
import { type HarCall, redirectUrl } from './har-calls.ts';
import type { HarEntry, HarWriter } from './har-entry.ts';
import { mayBeStopped } from './har-opaque.ts';

/** What the whole file says of each of its calls. */
export interface HarFile {
  readonly browser: BrowserName;
  readonly writer: HarWriter;
  /** A document in it has a Cross-Origin-Embedder-Policy. */
  readonly embedderPolicy: boolean;
}

/** As webRequest ends it: Chromium's preflights complete with any answer, Firefox's fail when the call may not follow. */
export function preflightEnd(entry: HarEntry, passed: boolean, { browser, writer }: HarFile): End {
  if (entry.status === 0) return failed(entry, entry.error ?? '', browser);
  if (browser === 'chromium') return completed(entry.end);
  if (writer === 'devtools') return entry.error === null ? completed(entry.end) : failed(entry, entry.error, browser);
  return passed ? completed(entry.end) : { kind: 'failed', at: entry.end, error: '', failure: 'blocked' };
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
export function endOf(call: HarCall, last: HarEntry, file: HarFile): End {
  const { browser } = file;
  const unseen: End = { kind: 'unseen', at: last.end };
  const { preflight = null } = call.hops.at(-1) ?? {};
  if (file.writer === 'netmonitor') return netmonitorEnd(call, last, preflight?.entry ?? null, file) ?? unseen;
  if (call.refusal !== null) return failed(last, call.refusal, browser);
  // A redirect that was not followed: by CORS, because the page asked not to, or for its scheme.
  if (redirectUrl(last) !== null) return isGeneric(last.error) ? unseen : failed(last, last.error ?? '', browser);
  // Reality: of workers' calls, and of cached answers that were refused, the network panel has no headers.
  if (isGeneric(last.error) && !last.final && preflight === null) return unseen;
  if (last.error === 'net::ERR_CONTENT_LENGTH_MISMATCH' && last.received) return unseen; // the page may have given up
  if (last.error !== null) return failed(last, last.error, browser);
  // Neither a status nor an error stands there for a WebSocket that was refused.
  return last.status > 0 ? completed(last.end) : failed(last, '', browser);
}

const isOpaque = ({ requestHeaders }: HarEntry): boolean => getHeader(requestHeaders, 'sec-fetch-mode') === 'no-cors';
const isGeneric = (error: string | null): boolean => error === null || error === 'net::ERR_FAILED';

/** Firefox writes no error texts, and ends what it refused like what it allowed. */
function netmonitorEnd(call: HarCall, last: HarEntry, preflight: HarEntry | null, file: HarFile): End | null {
  if (call.redirectRefused) return failed(last, '', 'firefox');
  if (last.status > 0) return isOpaque(last) && !mayBeStopped(last, file.embedderPolicy) ? completed(last.end) : null;
  if (preflight !== null && preflight.status === 0) return null;
  // Not sent after its preflight was answered: the browser stopped it, and the headers say why.
  const stopped = preflight !== null && !last.sent;
  return { kind: 'failed', at: last.end, error: '', failure: stopped ? 'blocked' : 'other' };
}
