import type { Answer, Header } from '../lab/scenario.ts';
import { createRandom, type Random } from './random.ts';

/** One random call and what the servers answer to it. Answers may hold the lab's tokens (`{page}`, `{api}` …). */
export interface AgreeCase {
  readonly index: number;
  /** Where it goes first: another port of the page's host (same-site), or another host (cross-site). */
  readonly target: 'api' | 'remote';
  readonly call: {
    readonly method: string;
    readonly headers: readonly Header[];
    readonly body: string | null;
    readonly credentials: 'omit' | 'same-origin' | 'include';
    readonly cookie: boolean;
  };
  /** Answers to OPTIONS and to the actual request, hop by hop; more than one hop after redirects. */
  readonly hops: readonly { readonly target: string; readonly preflight: Answer; readonly actual: Answer }[];
}

const METHODS = [
  'GET',
  'GET',
  'GET',
  'POST',
  'HEAD',
  'PUT',
  'PUT',
  'DELETE',
  'PATCH',
  'patch',
  'OPTIONS',
  'REPORT',
  'get',
  'put',
];
const HEADERS: readonly Header[] = [
  ['X-A', '1'],
  ['X-B', '2'],
  ['Authorization', 'Bearer x'],
  ['Content-Type', 'application/json'],
  ['Content-Type', 'text/plain'],
  ['Content-Type', 'text/plain;charset=utf-8'],
  ['Content-Type', 'application/x-www-form-urlencoded'],
  ['Accept', 'application/json'],
  ['Accept', 'a"b'],
  ['Accept-Language', 'de_AT'],
  ['Accept-Language', 'de-AT'],
  ['Content-Language', 'en'],
  ['Range', 'bytes=0-9'],
  ['Range', 'bytes=-5'],
  ['Last-Event-ID', 'abc'],
  ['Access-Control-Allow-Origin', '*'],
  ['X-Requested-With', 'XMLHttpRequest'],
  ['Cache-Control', 'no-cache'],
];

const ORIGINS: readonly (readonly [number, string | null])[] = [
  [34, '{page}'],
  [22, '*'],
  [10, null],
  [4, '{asked}'],
  [2, 'null'],
  [2, '{page}/'],
  [2, '{api}'],
  [2, '{page}, {page}'],
  [2, '{page} {api}'],
  [1, '*, {page}'],
  [1, 'localhost'],
  [1, 'http://localhost'],
  [1, 'undefined'],
  [1, ''],
  [1, 'HTTP://LOCALHOST:{page.port}'],
  [1, 'http://127.0.0.1:{page.port}'],
  [1, 'https://localhost:{page.port}'],
  [1, '"{page}"'],
  [1, 'http://*'],
  [1, '  {page}\t'],
];
const CREDENTIALS: readonly (readonly [number, string | null])[] = [
  [10, null],
  [10, 'true'],
  [1, 'True'],
  [1, 'TRUE'],
  [1, 'false'],
  [1, ''],
  [1, ' true '],
  [1, '1'],
];
const LISTED_METHODS: readonly (readonly [number, string | null])[] = [
  [8, null],
  [8, 'GET, POST, PUT, DELETE, PATCH'],
  [5, '*'],
  [3, 'PUT'],
  [2, 'put'],
  [2, 'PATCH,  patch'],
  [2, 'GET'],
  [1, 'PUT;DELETE'],
  [1, 'PUT, , DELETE,'],
  [1, 'PUT DELETE'],
  [1, '{page}'],
  [1, 'REPORT, *'],
  [1, '"PUT"'],
];
const LISTED_HEADERS: readonly (readonly [number, string | null])[] = [
  [8, null],
  [8, 'x-a, X-B, Content-Type, Authorization, Accept, Accept-Language, Range, Last-Event-ID'],
  [5, '*'],
  [3, 'content-type'],
  [3, 'X-A'],
  [2, 'x-a,x-b'],
  [2, '*, authorization'],
  [1, 'x a'],
  [1, 'x-a; x-b'],
  [1, 'X-A,,X-B'],
  [1, 'cache-control, x-requested-with, access-control-allow-origin'],
];
const STATUSES: readonly (readonly [number, number])[] = [
  [40, 200],
  [30, 204],
  [3, 201],
  [2, 206],
  [2, 304],
  [3, 401],
  [3, 403],
  [3, 404],
  [3, 405],
  [3, 500],
  [2, 502],
];

/** The case with this number of a run's seed. Deterministic. */
export function makeCase(seed: number, index: number): AgreeCase {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const target = random.pick(['api', 'remote'] as const);
  const method = random.pick(METHODS);
  const headers = someHeaders(random);
  const hops = [hop(random, target)];
  const redirects = random.weighted([
    [85, 0],
    [12, 1],
    [3, 2],
  ]);
  for (let i = 0; i < redirects; i++) {
    const next = random.pick(['api', 'remote', 'other', 'page']);
    const here = hops[i];
    if (here) hops[i] = { ...here, actual: redirectTo(random, here.actual, next, seed, index, i + 1) };
    hops.push(hop(random, next));
  }
  return {
    index,
    target,
    call: {
      method,
      headers,
      body: /^(post|put|patch)$/i.test(method) && random.chance(0.3) ? 'text' : null,
      credentials: random.pick(['same-origin', 'omit', 'include', 'include'] as const),
      cookie: random.chance(0.5),
    },
    hops,
  };
}

export const casePath = (seed: number, index: number, hopIndex: number): string =>
  `/agree/${seed}/${index}/${hopIndex}`;

function someHeaders(random: Random): Header[] {
  const count = random.weighted([
    [10, 0],
    [6, 1],
    [3, 2],
    [1, 3],
  ]);
  return Array.from({ length: count }, () => random.pick(HEADERS));
}

function hop(random: Random, target: string): AgreeCase['hops'][number] {
  const preflight = answer(random, true);
  // Servers often give both answers the same headers; half of the cases do.
  const actual = answer(random, false);
  return { target, preflight, actual: random.chance(0.5) ? { ...actual, headers: preflight.headers ?? [] } : actual };
}

function answer(random: Random, preflight: boolean): Answer {
  const headers: Header[] = [];
  const add = (name: string, value: string | null) => {
    if (value === null) return;
    headers.push([random.chance(0.2) ? name.toLowerCase() : name, value]);
    if (random.chance(0.03)) headers.push([name, value]);
  };
  add('Access-Control-Allow-Origin', random.weighted(ORIGINS));
  add('Access-Control-Allow-Credentials', random.weighted(CREDENTIALS));
  add('Access-Control-Allow-Methods', random.weighted(LISTED_METHODS));
  add('Access-Control-Allow-Headers', random.weighted(LISTED_HEADERS));
  add('Access-Control-Expose-Headers', random.pick([null, null, '*', 'X-Q, ETag']));
  add('Access-Control-Max-Age', '0');
  add('Vary', random.pick([null, 'Origin']));
  if (preflight && random.chance(0.03)) headers.push(['Location', '{api}/elsewhere']);
  const status = preflight && headers.some(([name]) => name === 'Location') ? 302 : random.weighted(STATUSES);
  return { status: !preflight && status === 304 ? 200 : status, headers: shuffle(random, headers) };
}

function redirectTo(
  random: Random,
  from: Answer,
  target: string,
  seed: number,
  index: number,
  hopIndex: number,
): Answer {
  const userinfo = random.chance(0.05);
  const path = casePath(seed, index, hopIndex);
  const location = userinfo ? `http://u:p@localhost:{${target}.port}${path}` : `{${target}}${path}`;
  return {
    ...from,
    status: random.pick([301, 302, 303, 307, 308]),
    headers: [...(from.headers ?? []), ['Location', location]],
  };
}

function shuffle<T>(random: Random, list: readonly T[]): T[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}
