import type { Example, Section } from '../page.ts';

const PAGE = 'https://app.example';
const HOST = 'api.example';

const fetchStandard = (title: string, anchor: string): Section => ({
  title,
  url: `https://fetch.spec.whatwg.org/#${anchor}`,
});

/** Sections of the Fetch Standard, and of others where it sends one on. */
export const SPEC = {
  protocol: fetchStandard('HTTP CORS protocol', 'http-cors-protocol'),
  check: fetchStandard('CORS check', 'concept-cors-check'),
  preflight: fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch'),
  cache: fetchStandard('CORS-preflight cache', 'concept-cache'),
  credentials: fetchStandard('CORS protocol and credentials', 'cors-protocol-and-credentials'),
  httpCaches: fetchStandard('CORS protocol and HTTP caches', 'cors-protocol-and-http-caches'),
  syntax: fetchStandard('HTTP new-header syntax', 'http-new-header-syntax'),
  requests: fetchStandard('HTTP requests', 'http-requests'),
  responses: fetchStandard('HTTP responses', 'http-responses'),
  redirect: fetchStandard('HTTP-redirect fetch', 'http-redirect-fetch'),
  mainFetch: fetchStandard('Main fetch', 'main-fetch'),
  httpFetch: fetchStandard('HTTP fetch', 'http-fetch'),
  origin: fetchStandard('`Origin` header', 'origin-header'),
  mode: fetchStandard('Request mode', 'concept-request-mode'),
  forbiddenMethod: fetchStandard('Forbidden method', 'forbidden-method'),
  safelistedMethod: fetchStandard('CORS-safelisted method', 'cors-safelisted-method'),
  safelistedHeader: fetchStandard('CORS-safelisted request-header', 'cors-safelisted-request-header'),
  safelistedResponseHeader: fetchStandard(
    'CORS-safelisted response-header name',
    'cors-safelisted-response-header-name',
  ),
  corp: fetchStandard('`Cross-Origin-Resource-Policy` header', 'cross-origin-resource-policy-header'),
  portBlocking: fetchStandard('Port blocking', 'port-blocking'),
  localNetwork: { title: 'Local Network Access', url: 'https://wicg.github.io/local-network-access/' },
  mixedContent: { title: 'Mixed Content', url: 'https://www.w3.org/TR/mixed-content/' },
  csp: {
    title: 'Content Security Policy: connect-src',
    url: 'https://www.w3.org/TR/CSP3/#directive-connect-src',
  },
  coep: {
    title: 'HTML: cross-origin embedder policy',
    url: 'https://html.spec.whatwg.org/multipage/browsers.html#coep',
  },
  orb: { title: 'Opaque Response Blocking', url: 'https://github.com/annevk/orb' },
  origins: { title: 'HTML: origin', url: 'https://html.spec.whatwg.org/multipage/browsers.html#concept-origin' },
  fetchMetadata: { title: 'Fetch Metadata Request Headers', url: 'https://www.w3.org/TR/fetch-metadata/' },
  storageAccess: {
    title: 'Storage Access Headers',
    url: 'https://wicg.github.io/storage-access-headers/',
  },
  vary: { title: 'HTTP Semantics: Vary', url: 'https://httpwg.org/specs/rfc9110.html#field.vary' },
  location: { title: 'HTTP Semantics: Location', url: 'https://httpwg.org/specs/rfc9110.html#field.location' },
} as const satisfies Readonly<Record<string, Section>>;

/** A GET as a page's script makes it. */
export const get = (...headers: readonly string[]): readonly string[] => [
  'GET /items/1 HTTP/1.1',
  `Host: ${HOST}`,
  `Origin: ${PAGE}`,
  ...headers,
];

/** A preflight as the browser sends it before a call with `method` and these header names. */
export const preflight = (method: string, names = ''): readonly string[] => [
  'OPTIONS /items/1 HTTP/1.1',
  `Host: ${HOST}`,
  `Origin: ${PAGE}`,
  `Access-Control-Request-Method: ${method}`,
  ...(names === '' ? [] : [`Access-Control-Request-Headers: ${names}`]),
];

export const COOKIE = 'Cookie: session=1f0c';
export const ok = (...headers: readonly string[]): readonly string[] => ['HTTP/1.1 200 OK', ...headers];
export const noContent = (...headers: readonly string[]): readonly string[] => ['HTTP/1.1 204 No Content', ...headers];
export const ALLOW = `Access-Control-Allow-Origin: ${PAGE}`;
export const ALLOW_ALL = 'Access-Control-Allow-Origin: *';
export const CREDENTIALS = 'Access-Control-Allow-Credentials: true';
export const VARY = 'Vary: Origin';

export const example = (
  request: readonly string[],
  answer: readonly string[] | null,
  instead: readonly string[] | null,
): Example => ({ request, answer, instead });

/** The request as a curl line for a POSIX shell. It prints the answer's head; curl itself enforces no CORS. */
export function curlOf(request: readonly string[]): string {
  const [method = 'GET', path = '/'] = (request[0] ?? '').split(' ');
  const headers = request.slice(1).filter((line) => !line.startsWith('Host:'));
  const verb = method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : [`--request ${method}`];
  const dump = method === 'HEAD' ? [] : ['--output /dev/null --dump-header -'];
  return [
    ['curl --silent', ...dump, ...verb].join(' '),
    ...headers.map((line) => `--header '${line}'`),
    `'https://${HOST}${path}'`,
  ].join(' \\\n  ');
}
