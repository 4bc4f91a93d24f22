import type { Answer, Broken, Header, OriginName } from '../lab/scenario.ts';

export type Target = Exclude<OriginName, 'dead'>;

/** What one server answers at one URL: to the preflight, and to the request itself. */
export interface Answers {
  readonly preflight: Answer | Broken;
  readonly actual: Answer | Broken;
}

export interface AgreeHop extends Answers {
  readonly target: Target;
}

/** Who makes the call: the page, a sandboxed frame or a data: frame (both of an opaque origin), or a worker of the page. */
export type Caller = 'page' | 'sandbox' | 'data' | 'worker';

export interface AgreeCall {
  readonly method: string;
  readonly headers: readonly Header[];
  readonly body: string | null;
  readonly mode: 'cors' | 'no-cors' | 'same-origin';
  readonly credentials: 'omit' | 'same-origin' | 'include';
  readonly redirect: 'follow' | 'error' | 'manual';
  /** XMLHttpRequest alone: a listener on its upload makes every call preflighted. */
  readonly upload: boolean;
}

/**
 * One random call and what the servers answer to it. Answers may hold the lab's tokens (`{page}`, `{api}` …). Everything
 * that a run needs is in it, so a case that was printed can be run again by itself.
 */
export interface AgreeCase {
  readonly seed: number;
  readonly index: number;
  readonly caller: Caller;
  readonly api: 'fetch' | 'xhr';
  readonly call: AgreeCall;
  /** Whether the URL lies where the browser has a cookie for it. */
  readonly cookie: boolean;
  /** Hop by hop; more than one after redirects. The first stands for the call's own URL. */
  readonly hops: readonly [AgreeHop, ...AgreeHop[]];
  /** The same call was made before, and the first hop answered so: caches may hold something of it. */
  readonly before: Answers | null;
}

/** Cookies have this path. */
export const COOKIE_PATH = '/agree/with-cookie';

/** Path of a hop: unique, so that codes, exchanges and cases are matched by their URLs. */
export const casePath = ({ seed, index, cookie }: Pick<AgreeCase, 'seed' | 'index' | 'cookie'>, hop: number): string =>
  `${cookie ? COOKIE_PATH : '/agree/without'}/${seed}/${index}/${hop}`;

export interface Place {
  readonly index: number;
  readonly hop: number;
}

/** The case and the hop that a URL or a path belongs to; null for none. */
export function placeOf(url: string): Place | null {
  const found = /\/agree\/(?:with-cookie|without)\/\d+\/(\d+)\/(\d+)/.exec(url);
  return found ? { index: Number(found[1]), hop: Number(found[2]) } : null;
}
