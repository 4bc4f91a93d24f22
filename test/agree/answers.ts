import type { Answer, Broken, Header } from '../lab/scenario.ts';
import type { Random } from './random.ts';

type Choice<T> = readonly (readonly [weight: number, value: T])[];

const ORIGINS: Choice<string | null> = [
  [68, '{page}'],
  [44, '*'],
  [20, null],
  [10, '{asked}'],
  [6, 'null'],
  [4, '{page}/'],
  [4, '{api}'],
  [4, '{page}, {page}'],
  [4, '{page} {api}'],
  [2, '*, {page}'],
  [2, 'localhost'],
  [2, 'http://localhost'],
  [2, 'localhost:{page.port}'],
  [2, '//localhost:{page.port}'],
  [2, 'undefined'],
  [2, ''],
  [1, ','],
  [1, ' , '],
  [1, '{page},'],
  [1, ',{page}'],
  [1, '*,'],
  [1, 'null,null'],
  [1, 'NULL'],
  [1, 'Null'],
  [2, 'HTTP://LOCALHOST:{page.port}'],
  [2, 'http://127.0.0.1:{page.port}'],
  [2, 'https://localhost:{page.port}'],
  [2, '"{page}"'],
  [1, "'{page}'"],
  [1, '*.localhost'],
  [2, 'http://*'],
  [1, 'http://*:{page.port}'],
  [1, '**'],
  [1, '* '],
  [2, '  {page}\t'],
  [1, '{page}\u00a0'],
  [1, '{page}\u000b'],
  [1, '{page}?'],
  [1, '{page}#'],
  [1, '{page}/path'],
  [1, 'http://u@localhost:{page.port}'],
  [1, 'caf\u00e9'],
  [1, 'http://caf\u00e9.test'],
  [1, 'javascript:1'],
  [1, 'data:,x'],
  [1, 'file:///x'],
  [1, 'http:'],
  [1, 'http://'],
  [1, 'http://[::1'],
  [1, '{page};'],
  [1, 'http:localhost:{page.port}'],
  [1, 'http://localhost:0{page.port}'],
  [1, 'http://localhost:{page.port}0'],
  [1, 'http://localhost:80'],
  [1, 'ws://localhost:{page.port}'],
  [1, '/'],
  [1, '\u0001'],
  [1, '{page}\u0001'],
];

const CREDENTIALS: Choice<string | null> = [
  [30, null],
  [30, 'true'],
  [2, 'True'],
  [2, 'TRUE'],
  [2, 'false'],
  [2, ''],
  [2, ' true '],
  [1, '\ttrue\t'],
  [1, '1'],
  [1, 'yes'],
  [1, 'true,'],
  [1, 'true, true'],
  [1, '"true"'],
  [1, 'true;'],
  [1, '*'],
  [1, 'tru\u00e9'],
];

const LISTED_METHODS: Choice<string | null> = [
  [16, null],
  [20, 'GET, POST, PUT, DELETE, PATCH'],
  [10, '*'],
  [6, 'PUT'],
  [4, 'put'],
  [4, 'PATCH,  patch'],
  [3, 'GET'],
  [2, 'PUT;DELETE'],
  [2, 'PUT, , DELETE,'],
  [2, 'PUT DELETE'],
  [2, '{page}'],
  [2, 'REPORT, *'],
  [2, '"PUT"'],
  [2, ''],
  [2, ','],
  [2, ' PUT\t,\tDELETE '],
  [1, "a!#$%&'*+.^_`|~0"],
  [1, 'PUT\u00a0'],
  [1, 'PUT\u0001'],
  [1, 'PUT, (x)'],
  [1, 'OPTIONS, HEAD, QUERY, M-SEARCH'],
  [1, 'PUT/x'],
  [1, 'caf\u00e9'],
  [1, 'Delete'],
  [1, '*, *'],
  [1, 'PUT,PUT'],
];

const ALL_HEADERS =
  'x-a, X-B, x-lower, Content-Type, Authorization, Accept, Accept-Language, Content-Language, Range, Last-Event-ID, ' +
  'access-control-allow-origin, access-control-allow-methods, x-requested-with, cache-control, pragma, if-none-match, ' +
  'traceparent, x-very-long, x-http-method-override, priority, upgrade-insecure-requests, save-data, dpr, rtt, width, ' +
  'viewport-width, device-memory, downlink, proxy-x';

const LISTED_HEADERS: Choice<string | null> = [
  [14, null],
  [22, ALL_HEADERS],
  [12, '*'],
  [5, 'content-type'],
  [5, 'X-A'],
  [4, 'x-a,x-b'],
  [3, '*, authorization'],
  [2, 'authorization'],
  [2, 'x a'],
  [2, 'x-a; x-b'],
  [2, 'X-A,,X-B'],
  [2, ''],
  [2, ',,'],
  [2, ' X-A\t,\tx-B, CONTENT-TYPE , '],
  [1, '"x-a"'],
  [1, 'x-a:'],
  [1, 'x-a, (y)'],
  [1, 'x-\u00e9'],
  [1, 'x-a\u0001'],
  [1, 'x-a\u00a0, x-b'],
  [1, '*;'],
  [1, 'accept,range'],
  [1, 'cache-control, x-requested-with, access-control-allow-origin'],
];

const MAX_AGES: Choice<string | null> = [
  [10, '0'],
  [6, null],
  [6, '600'],
  [1, '-1'],
  [1, ''],
  [1, 'abc'],
  [1, '5s'],
  [1, '600, 600'],
  [1, '99999999999999999999'],
  [1, '0.5'],
  [1, '+600'],
  [1, ' 600 '],
  [1, '007'],
];

const EXPOSED: Choice<string | null> = [
  [10, null],
  [3, '*'],
  [3, 'X-Q, ETag'],
  [1, 'x-q'],
  [1, '*, x-q'],
  [1, 'x q, etag'],
  [1, ''],
  [1, 'set-cookie, x-q'],
  [1, '"x-q"'],
];

const STATUSES: Choice<number> = [
  [90, 200],
  [60, 204],
  [5, 201],
  [2, 202],
  [2, 203],
  [2, 205],
  [3, 206],
  [2, 226],
  [2, 299],
  [2, 300],
  [3, 304],
  [2, 305],
  [2, 306],
  [2, 309],
  [2, 400],
  [5, 401],
  [6, 403],
  [6, 404],
  [6, 405],
  [2, 418],
  [2, 429],
  [6, 500],
  [4, 502],
  [2, 503],
  [1, 599],
  [1, 600],
  [1, 999],
];

/** How a refused or lost answer looks: hardly any, they are no matter of CORS and take the browsers' time. */
const BROKEN: readonly Broken[] = ['close', 'reset'];

/** Headers of one answer to a preflight or to a call. */
function policy(random: Random): Header[] {
  const headers: Header[] = [];
  const add = (name: string, value: string | null) => {
    if (value === null) return;
    headers.push([random.weighted(CASES)(name), value]);
    if (random.chance(0.02)) headers.push([name, value]);
  };
  add('Access-Control-Allow-Origin', random.weighted(ORIGINS));
  if (random.chance(0.01)) add('Access-Control-Allow-Origin', random.weighted(ORIGINS));
  add('Access-Control-Allow-Credentials', random.weighted(CREDENTIALS));
  add('Access-Control-Allow-Methods', random.weighted(LISTED_METHODS));
  if (random.chance(0.02)) add('Access-Control-Allow-Methods', random.weighted(LISTED_METHODS));
  add('Access-Control-Allow-Headers', random.weighted(LISTED_HEADERS));
  if (random.chance(0.02)) add('Access-Control-Allow-Headers', random.weighted(LISTED_HEADERS));
  add('Access-Control-Expose-Headers', random.weighted(EXPOSED));
  add('Access-Control-Max-Age', random.weighted(MAX_AGES));
  add('Vary', random.pick([null, 'Origin', '*']));
  add('ETag', random.pick([null, '"q"']));
  add('X-Q', random.pick([null, 'q']));
  if (random.chance(0.02)) add('Access-Control-Allow-Orgin', '*');
  if (random.chance(0.04))
    add('Cross-Origin-Resource-Policy', random.pick(['same-origin', 'same-site', 'cross-origin']));
  return headers;
}
const CASES: Choice<(name: string) => string> = [
  [8, (name) => name],
  [2, (name) => name.toLowerCase()],
  [1, (name) => name.toUpperCase()],
];

/** A policy that lets most calls through, so that what comes after the first checks is reached as well. */
function soundPolicy(random: Random): Header[] {
  const origin = random.pick(['{page}', '{asked}', '{asked}', '*']);
  return [
    ['Access-Control-Allow-Origin', origin],
    ...(random.chance(0.6) ? [['Access-Control-Allow-Credentials', 'true'] as const] : []),
    [
      'Access-Control-Allow-Methods',
      random.pick(['GET, PUT, DELETE, PATCH, patch, put, Delete, OPTIONS, REPORT', '*']),
    ],
    ['Access-Control-Allow-Headers', random.pick([ALL_HEADERS, ALL_HEADERS, '*'])],
    ['Access-Control-Max-Age', random.weighted(MAX_AGES) ?? '1'],
  ];
}

const somePolicy = (random: Random): Header[] => (random.chance(0.45) ? soundPolicy(random) : policy(random));

/** What a server answers to OPTIONS and to the call itself; often it gives both the same headers. */
export function someAnswers(random: Random, cacheable: boolean): { preflight: Answer | Broken; actual: Answer } {
  const asked = somePolicy(random);
  const given = random.chance(0.5) ? asked : somePolicy(random);
  const status = random.weighted(STATUSES);
  // A preflight that is answered with 200 lets everything behind it be reached.
  const preflightStatus = random.chance(0.5) ? random.pick([200, 204]) : random.weighted(STATUSES);
  const redirects = random.chance(0.03);
  const preflight: Answer | Broken = random.chance(0.005)
    ? random.pick(BROKEN)
    : {
        status: redirects ? random.pick([301, 302, 303, 307, 308]) : preflightStatus,
        headers: shuffled(random, redirects ? [...asked, ['Location', random.pick(PREFLIGHT_TARGETS)]] : asked),
      };
  const cache: Header[] = cacheable && random.chance(0.6) ? [['Cache-Control', 'max-age=60']] : [];
  return { preflight, actual: { status, headers: shuffled(random, [...given, ...cache]) } };
}
const PREFLIGHT_TARGETS = [
  '{api}/elsewhere',
  '{page}/elsewhere',
  '/elsewhere',
  'http://u:p@localhost:{api.port}/',
  'data:,x',
  'mailto:a@b',
  'http://[',
  '',
];

export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}
