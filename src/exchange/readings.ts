import type { ErrorEvent, NetworkEvent, RedirectEvent } from '../capture/event.ts';
import type { HeaderList } from '../cors/header-list.ts';
import type { End, RecordedResponse } from './exchange.ts';
import { completed, newResponse } from './live.ts';

/**
 * Reality: Firefox shows a call that the page's own service worker gets as redirected to itself. If the worker answers,
 * nothing of it follows, as in Chromium; if it does not want to, the call begins anew under the same requestId.
 */
export const isHandedToServiceWorker = ({ internal, status, url, redirectUrl }: RedirectEvent): boolean =>
  internal && status === 0 && redirectUrl === url;

/** Schemes that match patterns know: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns */
export const goesWhereNobodyListens = ({ redirectUrl }: RedirectEvent): boolean =>
  redirectUrl !== '' && !/^(?:https?|wss?|ftp|file|data):/i.test(redirectUrl);

export const failed = (event: ErrorEvent): End => ({
  kind: 'failed',
  at: event.time,
  error: event.error,
  failure: event.failure,
});

/** What one event changes of a preflight; null for nothing. */
export function preflightChange(
  event: NetworkEvent,
  response: RecordedResponse | null,
): { response?: RecordedResponse; end?: End } | null {
  switch (event.kind) {
    case 'headers':
      return { response: newResponse(event) };
    case 'response':
      // Reality: after a refused redirect of a preflight Firefox reports a response with status 0; the real one is known.
      return response !== null ? null : { response: newResponse(event) };
    case 'complete':
      return { end: completed(event.time) };
    case 'error':
      return { end: failed(event) };
    default:
      return null;
  }
}

/** Equal as the page would read them: Chromium lowercases names on the way. */
export function sameHeaders(a: HeaderList, b: HeaderList): boolean {
  if (a.length !== b.length) return false;
  return a.every(([name, value], i) => b[i]?.[0].toLowerCase() === name.toLowerCase() && b[i]?.[1] === value);
}
