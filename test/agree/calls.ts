import type { Header } from '../lab/scenario.ts';
import type { AgreeCall, Caller } from './case.ts';
import type { Random } from './random.ts';

/** Header values that end at, and one beyond, the 128 bytes of a safelisted value; 1024 is the limit of all together. */
const long = (bytes: number, letter = 'a'): string => letter.repeat(bytes);

const METHODS: readonly (readonly [number, string])[] = [
  [30, 'GET'],
  [8, 'POST'],
  [6, 'HEAD'],
  [16, 'PUT'],
  [8, 'DELETE'],
  [8, 'PATCH'],
  [4, 'patch'],
  [4, 'OPTIONS'],
  [3, 'REPORT'],
  [2, 'get'],
  [2, 'put'],
  [1, 'Delete'],
  [1, 'QUERY'],
  [1, 'M-SEARCH'],
  [1, '*'],
  [1, "a!#$%&'*+.^_`|~0"],
];

const HEADERS: readonly Header[] = [
  ['X-A', '1'],
  ['X-B', '2'],
  ['x-lower', ''],
  ['*', 'star'],
  ['Authorization', 'Bearer x'],
  ['Content-Type', 'application/json'],
  ['Content-Type', 'text/plain'],
  ['Content-Type', 'TEXT/PLAIN; charset=utf-8'],
  ['Content-Type', 'text/plain;charset=utf-8;'],
  ['Content-Type', 'text/plain; charset="a,b"'],
  ['Content-Type', 'application/x-www-form-urlencoded'],
  ['Content-Type', 'multipart/form-data; boundary=----x'],
  ['Content-Type', `text/plain; a=${long(113)}`],
  ['Content-Type', `text/plain; a=${long(114)}`],
  ['Content-Type', `text/plain; a=${long(115)}`],
  ['Content-Type', 'text/html'],
  ['Content-Type', 'text'],
  ['Content-Type', ''],
  ['Content-Type', 'text/plain, text/plain'],
  ['Accept', 'application/json'],
  ['Accept', 'a"b'],
  ['Accept', 'a(b)'],
  ['Accept', 'text/html\tq'],
  ['Accept', 'a\u0001b'],
  ['Accept', 'a\u007fb'],
  ['Accept', 'caf\u00e9'],
  ['Accept', long(128)],
  ['Accept', long(129)],
  ['Accept', ''],
  ['Accept-Language', 'de_AT'],
  ['Accept-Language', 'de-AT, en;q=0.5'],
  ['Accept-Language', '*'],
  ['Accept-Language', 'en@x'],
  ['Accept-Language', 'a"b'],
  ['Accept-Language', long(128)],
  ['Accept-Language', long(129)],
  ['Content-Language', 'en'],
  ['Content-Language', 'en\u0001'],
  ['Content-Language', long(128)],
  ['Range', 'bytes=0-9'],
  ['Range', 'bytes=9-0'],
  ['Range', 'bytes=5-'],
  ['Range', 'bytes=-5'],
  ['Range', 'bytes = 0-9'],
  ['Range', 'bytes=0-1,3-4'],
  ['Range', 'Bytes=0-9'],
  ['Range', `bytes=${long(125, '1')}-`],
  ['Last-Event-ID', 'abc'],
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', 'PUT'],
  ['X-Requested-With', 'XMLHttpRequest'],
  ['Cache-Control', 'no-cache'],
  ['Pragma', 'no-cache'],
  ['If-None-Match', '"x"'],
  ['DPR', '2'],
  ['Downlink', '1'],
  ['Save-Data', 'on'],
  ['Viewport-Width', '100'],
  ['Width', '100'],
  ['Device-Memory', '1'],
  ['RTT', '1'],
  ['Priority', 'u=1'],
  ['Upgrade-Insecure-Requests', '1'],
  ['traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'],
  ['X-Very-Long', long(2000)],
  // Forbidden names: the browser leaves them out.
  ['Cookie', 'a=b'],
  ['Origin', 'http://example.test'],
  ['Sec-Fetch-Mode', 'cors'],
  ['Proxy-X', '1'],
  ['DNT', '1'],
  ['X-HTTP-Method-Override', 'PUT'],
  ['X-HTTP-Method-Override', 'TRACE'],
];

/** Many safelisted headers at once, which alone can pass 1024 bytes together. */
const CROWD: readonly Header[] = [
  ['Accept', long(128)],
  ['Accept-Language', long(128)],
  ['Content-Language', long(128)],
  ['Content-Type', `text/plain; a=${long(114)}`],
  ['Range', `bytes=0-${long(119, '9')}`],
];

function someHeaders(random: Random): Header[] {
  if (random.chance(0.02)) return [...CROWD];
  const count = random.weighted([
    [12, 0],
    [6, 1],
    [3, 2],
    [1, 4],
  ]);
  return Array.from({ length: count }, () => random.pick(HEADERS));
}

export function someCall(random: Random, api: 'fetch' | 'xhr'): AgreeCall {
  const method = random.weighted(METHODS);
  const headers = someHeaders(random);
  const body = !/^(get|head)$/i.test(method) && random.chance(0.3) ? random.pick(['text', '', '{}']) : null;
  const base = { method, headers, body };
  if (api === 'xhr') {
    return {
      ...base,
      mode: 'cors',
      credentials: random.pick(['same-origin', 'include'] as const),
      redirect: 'follow',
      upload: random.chance(0.2),
    };
  }
  const mode = random.weighted([
    [93, 'cors'],
    [5, 'no-cors'],
    [2, 'same-origin'],
  ] as const);
  return {
    ...base,
    // Reality: all other methods are refused before anything is sent.
    method: mode === 'no-cors' && random.chance(0.9) ? random.pick(['GET', 'POST', 'HEAD']) : method,
    body: mode === 'no-cors' ? null : body,
    mode,
    credentials: random.pick(['same-origin', 'omit', 'include', 'include'] as const),
    redirect: random.weighted([
      [90, 'follow'],
      [5, 'error'],
      [5, 'manual'],
    ] as const),
    upload: false,
  };
}

export const someCaller = (random: Random): Caller =>
  random.weighted([
    [80, 'page'],
    [7, 'sandbox'],
    [5, 'data'],
    [8, 'worker'],
  ] as const);
