import { isRedirect, locationUrl } from '../cors/redirect.ts';
import type { Call } from './call.ts';

/**
 * A redirect that the browser was content with and did not follow, since the script had asked it not to.
 * https://fetch.spec.whatwg.org/#concept-request-redirect-mode
 *
 * Reality: Chromium reports the redirect and then aborts, Firefox ends the call with the redirect's own status. Neither
 * tells `error`, which fails, from `manual`, which gives the script an opaque response: only the page witness can.
 */
export function notFollowed({ exchange, last }: Call): 'error' | 'manual' | 'unknown' | null {
  const { response, redirected } = last.hop;
  const { browser, end } = exchange;
  if (response === null || locationUrl(response.headers, last.hop.url) === null) return null;
  if (!isRedirect(response.status, response.headers, browser)) return null;
  const stopped =
    browser === 'chromium'
      ? redirected && end?.kind === 'failed' && end.failure === 'aborted'
      : !redirected && end?.kind === 'completed';
  if (!stopped) return null;
  const mode = exchange.evidence.page?.redirect;
  return mode === 'error' || mode === 'manual' ? mode : 'unknown';
}
