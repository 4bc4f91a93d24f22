import fc from 'fast-check';
import type { FailureKind, ResourceType } from '../../../src/capture/event.ts';
import type { Header, HeaderList } from '../../../src/cors/header-list.ts';
import type { End, Exchange, Hop, Preflight, RecordedResponse } from '../../../src/exchange/exchange.ts';

// Exchanges as a recorder could hand them over, and worse: header values of any bytes, odd URLs, endings that contradict
// the headers. The engine must take them all.

const PAGE = 'http://localhost:8080';
const URLS = [
  'http://localhost:8081/a',
  'http://127.0.0.1:8082/b?c=d',
  'https://api.example.test/x',
  'http://localhost:8080/own',
  'http://u:p@localhost:8081/secret',
  'data:text/plain,x',
  'ftp://localhost/x',
  'no url at all',
  '',
] as const;

const bytes = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 40,
});
const named = (name: string, ...values: readonly string[]): fc.Arbitrary<Header> =>
  fc
    .oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: bytes })
    .map((value) => [name, value]);

const responseHeader: fc.Arbitrary<Header> = fc.oneof(
  named('Access-Control-Allow-Origin', PAGE, '*', 'null', `${PAGE}/`, `${PAGE}, ${PAGE}`, '', 'http://other.test'),
  named('access-control-allow-credentials', 'true', 'True', 'false', ''),
  named('Access-Control-Allow-Methods', 'GET, PUT', '*', 'put', 'PUT DELETE', '', ',,'),
  named('ACCESS-CONTROL-ALLOW-HEADERS', 'x-a, content-type', '*', 'x a', 'authorization', ''),
  named('Access-Control-Expose-Headers', '*', 'etag', 'x q'),
  named('Access-Control-Max-Age', '0', '600', '-1', '99999999999999999999', 'abc'),
  named('Vary', 'Origin', '*', 'accept-encoding'),
  named('Location', 'http://localhost:8081/next', '/relative', 'http://u:p@other.test/', 'http://[', ''),
  named('ETag', '"x"'),
  named('Access-Control-Allow-Orgin', '*'),
  fc.tuple(fc.string({ unit: fc.constantFrom(...'abcXYZ-_1'), minLength: 1, maxLength: 12 }), bytes),
);
const requestHeader: fc.Arbitrary<Header> = fc.oneof(
  named('Origin', PAGE, 'null', 'http://other.test'),
  named('Cookie', 'a=b'),
  named('Sec-Fetch-Mode', 'cors', 'no-cors', 'same-origin', 'navigate', 'websocket'),
  named('Sec-Fetch-Site', 'same-site', 'cross-site', 'same-origin'),
  named('Sec-Fetch-Storage-Access', 'none', 'active'),
  named('Content-Type', 'application/json', 'text/plain', 'text/plain;charset=utf-8'),
  named('X-A', '1'),
  named('authorization', 'Bearer x'),
  named('Accept', '*/*', 'a"b'),
  named('Range', 'bytes=0-9', 'bytes=-5'),
);
const responseHeaders: fc.Arbitrary<HeaderList> = fc.array(responseHeader, { maxLength: 8 });
const requestHeaders: fc.Arbitrary<HeaderList> = fc.array(requestHeader, { maxLength: 7 });

const response: fc.Arbitrary<RecordedResponse> = fc.record({
  status: fc.oneof(
    fc.constantFrom(200, 204, 302, 307, 304, 401, 404, 405, 500, 502, 0),
    fc.integer({ min: 0, max: 999 }),
  ),
  headers: responseHeaders,
  seenByPage: fc.option(responseHeaders, { freq: 2 }),
  fromCache: fc.boolean(),
});

const FAILURES: readonly FailureKind[] = [
  'blocked',
  'aborted',
  'connection-refused',
  'connection-lost',
  'tls',
  'timed-out',
  'blocked-by-extension',
  'corp',
  'orb',
  'local-network',
  'redirect-refused',
  'too-many-redirects',
  'other',
];
const end: fc.Arbitrary<End | null> = fc.oneof(
  fc.constant(null),
  fc.constant<End>({ kind: 'completed', at: 5 }),
  fc.constantFrom(...FAILURES).map((failure): End => ({ kind: 'failed', at: 5, error: 'net::ERR_FAILED', failure })),
);

const preflight: fc.Arbitrary<Preflight> = fc.record({
  requestId: fc.constant('p'),
  requestHeaders: fc.option(
    fc
      .tuple(
        requestHeaders,
        fc.constantFrom('x-a', 'content-type,x-a', 'authorization', ''),
        fc.constantFrom('PUT', 'GET'),
      )
      .map(
        ([headers, asked, method]): HeaderList => [
          ...headers,
          ['Access-Control-Request-Method', method],
          ['Access-Control-Request-Headers', asked],
        ],
      ),
  ),
  response: fc.option(response, { freq: 5 }),
  end,
  startedAt: fc.constant(1),
  pairedBy: fc.constantFrom('only-candidate', 'order'),
});

const hop: fc.Arbitrary<Hop> = fc.record({
  url: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...URLS) }, { weight: 1, arbitrary: bytes }),
  method: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('GET', 'PUT', 'POST', 'patch', 'OPTIONS') },
    { weight: 1, arbitrary: bytes },
  ),
  startedAt: fc.constant(1),
  requestHeaders: fc.option(requestHeaders, { freq: 5 }),
  preflight: fc.option(preflight, { freq: 2 }),
  response: fc.option(response, { freq: 5 }),
  redirected: fc.boolean(),
  delivered: fc.boolean(),
});

const TYPES: readonly ResourceType[] = ['xmlhttprequest', 'image', 'font', 'script', 'ping', 'websocket', 'other'];

export const anyExchange: fc.Arbitrary<Exchange> = fc.record({
  id: fc.constant('1'),
  revision: fc.constant(1),
  browser: fc.constantFrom('chromium', 'firefox'),
  tabId: fc.constant(1),
  frameId: fc.constant(0),
  attribution: fc.constantFrom('tab', 'origin'),
  documentId: fc.constant(null),
  initiator: fc.constantFrom(PAGE, 'null', null),
  pageUrl: fc.constantFrom(`${PAGE}/`, null),
  type: fc.constantFrom(...TYPES),
  startedAt: fc.constant(1),
  hops: fc.array(hop, { minLength: 1, maxLength: 3 }).map((hops) => hops as unknown as Exchange['hops']),
  end,
  partial: fc.boolean(),
  evidence: fc.record(
    {
      mode: fc.constantFrom('cors', 'no-cors', 'same-origin', 'navigate', 'websocket'),
      credentials: fc.constantFrom('include', 'same-origin', 'omit'),
    },
    { requiredKeys: [] },
  ),
});

/** The same exchange with its headers changed, request and response alike. */
export function mapHeaders(exchange: Exchange, change: (headers: HeaderList) => HeaderList): Exchange {
  const of = (headers: HeaderList | null): HeaderList | null => (headers === null ? null : change(headers));
  const answer = (given: RecordedResponse | null): RecordedResponse | null =>
    given === null ? null : { ...given, headers: change(given.headers), seenByPage: of(given.seenByPage) };
  const hops = exchange.hops.map((one) => ({
    ...one,
    requestHeaders: of(one.requestHeaders),
    response: answer(one.response),
    preflight:
      one.preflight === null
        ? null
        : {
            ...one.preflight,
            requestHeaders: of(one.preflight.requestHeaders),
            response: answer(one.preflight.response),
          },
  }));
  return { ...exchange, hops: hops as unknown as Exchange['hops'] };
}

/** Other names change places; equal names keep theirs among themselves, for their order has a meaning. */
export function reordered(headers: HeaderList, by: (name: string) => number): HeaderList {
  return headers
    .map((header, at) => ({ header, key: by(header[0].toLowerCase()), at }))
    .sort((a, b) => a.key - b.key || a.at - b.at)
    .map(({ header }) => header);
}

/** A hash of a name: an order that has nothing to do with the engine's. */
export const scatter =
  (seed: number) =>
  (name: string): number => {
    let hash = seed;
    for (const character of name) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
    return hash;
  };
