import { getHeader } from './get-header.ts';
import type { HeaderList } from './header-list.ts';

/** https://fetch.spec.whatwg.org/#redirect-status */
export const isRedirectStatus = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/**
 * Whether a response sends the browser elsewhere: without a Location it is a response like any other.
 * Reality: Chromium takes an empty Location for none (net/http/http_response_headers.cc, IsRedirect).
 */
export function isRedirect(status: number, headers: HeaderList, dialect: 'standard' | 'chromium' | 'firefox'): boolean {
  const location = isRedirectStatus(status) ? getHeader(headers, 'location') : null;
  return location !== null && (location !== '' || dialect !== 'chromium');
}

/** https://fetch.spec.whatwg.org/#concept-response-location-url : null for none, and for a text that is no URL. */
export function locationUrl(headers: HeaderList, base: string): string | null {
  const location = getHeader(headers, 'location');
  return location !== null && URL.canParse(location, base) ? new URL(location, base).href : null;
}

export type RedirectFailure = 'redirect-to-disabled-scheme' | 'redirect-with-userinfo';

/**
 * Whether a redirect may be followed in `cors` mode, null when it may.
 * https://fetch.spec.whatwg.org/#http-redirect-fetch : the scheme, then the user name and the password
 * @param crossOrigin the request's response tainting is `cors`, or the target is of another origin than the request
 */
export function redirectFailure(target: string, crossOrigin: boolean): RedirectFailure | null {
  if (!URL.canParse(target)) return null;
  const { protocol, username, password } = new URL(target);
  if (protocol !== 'http:' && protocol !== 'https:') return 'redirect-to-disabled-scheme';
  return crossOrigin && (username !== '' || password !== '') ? 'redirect-with-userinfo' : null;
}
