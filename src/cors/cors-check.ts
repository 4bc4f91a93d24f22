import { getHeader, headerLines } from './get-header.ts';
import type { HeaderList } from './header-list.ts';

/** Why Access-Control-Allow-Origin is refused. The standard knows one failure; these tell its cases apart as Chromium does. */
export type AllowOriginFailure =
  | 'allow-origin-missing'
  | 'allow-origin-wildcard-credentials'
  | 'allow-origin-multiple'
  | 'allow-origin-invalid'
  | 'allow-origin-mismatch';
export type AllowCredentialsFailure = 'allow-credentials-missing' | 'allow-credentials-invalid';

/**
 * Steps 1 to 4 of the CORS check, null when they pass.
 * https://fetch.spec.whatwg.org/#concept-cors-check
 * @param origin the request's serialized origin, `null` included
 * @param credentials whether the request's credentials mode is `include`
 */
export function allowOriginFailure(
  origin: string,
  credentials: boolean,
  headers: HeaderList,
): AllowOriginFailure | null {
  const value = getHeader(headers, 'access-control-allow-origin'); // step 1
  if (value === null) return 'allow-origin-missing'; // step 2
  if (value === '*') return credentials ? 'allow-origin-wildcard-credentials' : null; // step 3
  if (value === origin) return null; // step 4
  // Reality: Chromium's `CheckAccess` (services/network/public/cpp/cors) tells the refused values apart in this order.
  if (/[ ,]/.test(value)) return 'allow-origin-multiple';
  if (value === 'null') return 'allow-origin-mismatch';
  return isUrl(value) ? 'allow-origin-mismatch' : 'allow-origin-invalid';
}

const PLAIN_ORIGIN = /^https?:\/\/[a-z]+(?:\.[a-z]+)*(?::\d{1,4})?$/;

function isUrl(value: string): boolean {
  // Nearly all are like this, and asking the parser is the dearest part of a CORS check.
  if (PLAIN_ORIGIN.test(value)) return true;
  // Reality: Chromium's parser takes `*` in a host, Firefox's, in which this may run, does not.
  return URL.canParse(asUtf8(value).replaceAll('*', 'x'));
}

/**
 * Steps 5 to 8 of the CORS check, null when they pass. The value is compared byte for byte.
 * https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function allowCredentialsFailure(credentials: boolean, headers: HeaderList): AllowCredentialsFailure | null {
  if (!credentials) return null; // step 5
  const value = getHeader(headers, 'access-control-allow-credentials'); // step 6
  if (value === 'true') return null; // step 7
  return value === null ? 'allow-credentials-missing' : 'allow-credentials-invalid'; // step 8
}

/** The whole CORS check. https://fetch.spec.whatwg.org/#concept-cors-check */
export const corsCheck = (origin: string, credentials: boolean, headers: HeaderList): boolean =>
  allowOriginFailure(origin, credentials, headers) === null && allowCredentialsFailure(credentials, headers) === null;

/** How often a server sent the header: Firefox refuses two lines by their number, whatever they say. */
export const allowOriginLines = (headers: HeaderList): number =>
  headerLines(headers, 'access-control-allow-origin').length;

/** Header values are bytes; what reads like UTF-8 is taken for it, as URL parsers do. */
const asUtf8 = (value: string): string =>
  /[\x80-\xff]/.test(value)
    ? new TextDecoder().decode(Uint8Array.from(value, (unit) => unit.charCodeAt(0) & 0xff))
    : value;
