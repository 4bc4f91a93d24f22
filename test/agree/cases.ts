import type { Answer } from '../lab/scenario.ts';
import { shuffled, someAnswers } from './answers.ts';
import { someCall, someCaller } from './calls.ts';
import { type AgreeCase, type AgreeHop, casePath, type Target } from './case.ts';
import { createRandom, type Random } from './random.ts';

const TARGETS: readonly (readonly [number, Target])[] = [
  [48, 'api'],
  [48, 'remote'],
  [4, 'page'],
];

/** The case with this number of a run's seed. Deterministic. */
export function makeCase(seed: number, index: number): AgreeCase {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const api = random.chance(0.15) ? 'xhr' : 'fetch';
  const caller = someCaller(random);
  const call = someCall(random, api);
  const cookie = random.chance(0.5);
  const repeated = random.chance(0.06);
  // Reality: Firefox 153 loses the page's process over a no-cors call that is redirected to another program's scheme.
  const ways = call.mode === 'no-cors' ? WAYS.filter(([, { leavesBrowser }]) => !leavesBrowser) : WAYS;
  const chain = someChain(random, { seed, index, cookie }, repeated, ways);
  return {
    seed,
    index,
    caller,
    api,
    call,
    cookie,
    hops: chain,
    before: repeated ? someAnswers(random, true) : null,
  };
}

function someChain(
  random: Random,
  place: Pick<AgreeCase, 'seed' | 'index' | 'cookie'>,
  cacheable: boolean,
  ways: typeof WAYS,
): AgreeCase['hops'] {
  let target = random.weighted(TARGETS);
  const hops: [AgreeHop, ...AgreeHop[]] = [{ target, ...someAnswers(random, cacheable) }];
  const redirects = random.weighted([
    [84, 0],
    [12, 1],
    [4, 2],
  ]);
  for (let hop = 1; hop <= redirects; hop++) {
    const from = hops[hop - 1];
    if (from === undefined || typeof from.actual === 'string' || 'raw' in from.actual) break;
    const way = random.weighted(ways);
    const next = way.stays ? target : random.pick(['api', 'remote', 'other', 'page'] as const);
    hops[hop - 1] = { ...from, actual: redirecting(random, from.actual, way.location(next, casePath(place, hop))) };
    if (way.ends) break;
    target = next;
    hops.push({ target, ...someAnswers(random, cacheable) });
  }
  return hops;
}

interface Way {
  /** It leads nowhere that could answer. */
  readonly ends?: true;
  /** Its scheme belongs to other programs. */
  readonly leavesBrowser?: true;
  /** It stays on the origin. */
  readonly stays?: true;
  readonly location: (target: Target, path: string) => string | null;
}

const host = (target: Target): string => (target === 'remote' ? '127.0.0.1' : 'localhost');
const WAYS: readonly (readonly [number, Way])[] = [
  [60, { location: (target, path) => `{${target}}${path}` }],
  [6, { stays: true, location: (_, path) => path }],
  [3, { location: (target, path) => `//${host(target)}:{${target}.port}${path}` }],
  [3, { location: (target, path) => `{${target}}${path}#part` }],
  [3, { location: (target, path) => `HTTP://${host(target).toUpperCase()}:{${target}.port}${path}` }],
  [5, { location: (target, path) => `http://u:p@${host(target)}:{${target}.port}${path}` }],
  [2, { location: (target, path) => `http://u@${host(target)}:{${target}.port}${path}` }],
  [2, { location: (target, path) => `http://@${host(target)}:{${target}.port}${path}` }],
  [3, { ends: true, location: () => null }],
  [1, { ends: true, location: () => '' }],
  [2, { ends: true, location: (_, path) => `data:text/plain,${path}` }],
  [1, { ends: true, location: (_, path) => `ftp://localhost${path}` }],
  [1, { ends: true, location: () => 'http://[' }],
  [1, { ends: true, location: (_, path) => `about:blank?${path}` }],
  [1, { ends: true, leavesBrowser: true, location: (_, path) => `mailto:a@b?${path}` }],
  [1, { ends: true, location: (_, path) => `file://${path}` }],
  [1, { ends: true, location: (_, path) => `ws://localhost${path}` }],
  [1, { ends: true, leavesBrowser: true, location: (_, path) => `x-app:open?${path}` }],
];

function redirecting(random: Random, from: Answer, location: string | null): Answer {
  const headers = [...(from.headers ?? [])];
  return {
    ...from,
    status: random.pick([301, 302, 303, 307, 308]),
    headers: location === null ? headers : shuffled(random, [...headers, ['Location', location]]),
  };
}
