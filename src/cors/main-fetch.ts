import { isLocalByName, isLoopback } from './local-network.ts';

type Dialect = 'standard' | 'chromium' | 'firefox';

/** What of a request main fetch decides on before anything is sent. */
export interface UnsentRequest {
  readonly url: string;
  /** Serialized origin of the page, `null` for an opaque one. */
  readonly origin: string;
  readonly mode: 'cors' | 'no-cors' | 'same-origin' | 'navigate' | 'websocket';
  readonly redirect: 'follow' | 'error' | 'manual';
}

/** Why a request is never sent, whatever any server says. */
export type Unsent = 'same-origin-mode' | 'no-cors-redirect-mode' | 'disabled-scheme' | 'bad-port' | 'mixed-content';

/**
 * The steps of main fetch that end a request before it is sent; null when it goes out.
 * https://fetch.spec.whatwg.org/#concept-main-fetch
 * @param dialect Reality: since Chromium has Local Network Access, http to what is local by its name is a matter of the
 * user's permission there, and no mixed content
 */
export function refusedUnsent(request: UnsentRequest, dialect: Dialect): Unsent | null {
  if (!URL.canParse(request.url)) return null;
  const url = new URL(request.url);
  // A bad port, and mixed content, come first.
  if (isBadPort(url)) return 'bad-port';
  if (isMixedContent(url, request.origin, dialect)) return 'mixed-content';
  // The same origin, and data: URLs, are fetched whatever the mode.
  if (url.origin === request.origin && request.origin !== 'null') return null;
  if (url.protocol === 'data:') return null;
  if (request.mode === 'navigate' || request.mode === 'websocket') return null;
  if (request.mode === 'same-origin') return 'same-origin-mode';
  if (request.mode === 'no-cors') return request.redirect === 'follow' ? null : 'no-cors-redirect-mode';
  return isHttp(url) ? null : 'disabled-scheme';
}

const isHttp = (url: URL): boolean => url.protocol === 'http:' || url.protocol === 'https:';

/** https://fetch.spec.whatwg.org/#should-be-blocked-due-to-a-bad-port */
const isBadPort = (url: URL): boolean => isHttp(url) && url.port !== '' && BAD_PORTS.has(Number(url.port));

/** https://fetch.spec.whatwg.org/#port-blocking */
const BAD_PORTS: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/**
 * https://w3c.github.io/webappsec-mixed-content/#should-block-fetch : a page that came over TLS, a plain http URL that is
 * not potentially trustworthy (https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy).
 */
const isMixedContent = (url: URL, origin: string, dialect: Dialect): boolean =>
  origin.startsWith('https://') &&
  url.protocol === 'http:' &&
  !isLoopback(url.hostname) &&
  !(dialect === 'chromium' && isLocalByName(url.hostname));
