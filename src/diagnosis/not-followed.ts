import { isRedirect } from '../cors/redirect.ts';
import type { Call } from './call.ts';
import type { Ending } from './ending.ts';

/**
 * A redirect that the browser was content with and did not follow, since the script had asked it not to.
 * https://fetch.spec.whatwg.org/#concept-request-redirect-mode
 *
 * Reality: Chromium reports the redirect and then aborts, Firefox ends the call with the redirect's own status. Neither
 * tells `error`, which fails, from `manual`, which gives the script an opaque response: only the page witness can.
 */
export function notFollowed({ exchange, last }: Call, ending: Ending): 'error' | 'manual' | 'unknown' | null {
  const { response, redirected } = last.hop;
  if (response === null || !isRedirect(response.status, response.headers)) return null;
  const stopped =
    exchange.browser === 'chromium'
      ? redirected && ending.failure === 'aborted'
      : !redirected && exchange.end?.kind === 'completed';
  if (!stopped) return null;
  const mode = exchange.evidence.page?.redirect;
  return mode === 'error' || mode === 'manual' ? mode : 'unknown';
}
