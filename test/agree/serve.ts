import { readFileSync } from 'node:fs';
import { isPreflight } from '../lab/answers.ts';
import type { RawRequest } from '../lab/raw-http.ts';
import type { Answer, Broken, Header } from '../lab/scenario.ts';
import { type AgreeCase, COOKIE_PATH, type Place, placeOf } from './case.ts';

/** One request of a case as the servers saw it: what was really sent, whatever browser or extension say of it. */
export interface Arrived extends Place {
  readonly method: string;
  readonly preflight: boolean;
  /** Of the call that was made before the one that counts. */
  readonly before: boolean;
  readonly origin: string | null;
  readonly cookie: boolean;
  readonly storageAccess: string | null;
  readonly askedHeaders: readonly string[];
}

/** What the lab's servers need in order to serve cases. */
export interface CaseServer {
  readonly respond: (request: RawRequest) => Answer | Broken | null;
  /** From now on these are served; the log is empty. */
  serve(cases: readonly AgreeCase[]): void;
  readonly arrived: () => readonly Arrived[];
  /** When a case's preceding call was over, in ms since the epoch; null when it had none. */
  readonly turned: (index: number) => number | null;
}

export function createCaseServer(): CaseServer {
  let cases = new Map<number, AgreeCase>();
  let arrived: Arrived[] = [];
  /** Cases whose preceding call is over. */
  const begun = new Map<number, number>();

  const answer = (place: Place, request: RawRequest): Answer | Broken => {
    const known = cases.get(place.index);
    const hop = known?.hops[place.hop];
    if (known === undefined || hop === undefined) return { status: 404, headers: ALLOWED };
    const before = known.before !== null && !begun.has(place.index);
    const preflight = isPreflight(request);
    arrived.push({
      ...place,
      method: request.method,
      preflight,
      before,
      origin: request.header('origin'),
      cookie: request.header('cookie') !== null,
      storageAccess: request.header('sec-fetch-storage-access'),
      askedHeaders: names(request.header('access-control-request-headers')),
    });
    const answers = before && known.before !== null && place.hop === 0 ? known.before : hop;
    return preflight ? answers.preflight : answers.actual;
  };

  return {
    respond(request) {
      const fixed = FIXED.get(request.path);
      if (fixed !== undefined) return fixed;
      if (request.path.startsWith('/agree/last/')) return { headers: ALLOWED };
      const next = /^\/agree\/next\/(\d+)$/.exec(request.path);
      if (next) {
        begun.set(Number(next[1]), Date.now());
        return { status: 204 };
      }
      const place = placeOf(request.path);
      return place === null ? null : answer(place, request);
    },
    serve(next) {
      cases = new Map(next.map((one) => [one.index, one]));
      arrived = [];
      begun.clear();
    },
    arrived: () => arrived,
    turned: (index) => begun.get(index) ?? null,
  };
}

const names = (list: string | null): readonly string[] => (list === null || list === '' ? [] : list.split(','));
const ALLOWED: readonly Header[] = [['Access-Control-Allow-Origin', '*']];

const PAGE: Answer = {
  headers: [['Content-Type', 'text/html; charset=utf-8']],
  body:
    '<!doctype html><meta charset="utf-8"><title>CORS Lens: agreement</title><link rel="icon" href="data:,">' +
    '<body><p>Calls are being made.</p><script src="/agree/caller.js"></script><script src="/agree/page.js"></script>',
};

/** Lax cookies reach same-site calls, the others cross-site calls as well (where the browser keeps them for those). */
const COOKIES: Answer = {
  headers: [
    ['Access-Control-Allow-Origin', '{asked}'],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Set-Cookie', `near=1; Path=${COOKIE_PATH}`],
    ['Set-Cookie', `far=1; Path=${COOKIE_PATH}; SameSite=None; Secure`],
  ],
};

const script = (file: string): Answer | Broken => {
  const text = readFileSync(new URL(`./${file}`, import.meta.url));
  const head = `HTTP/1.1 200 OK\r\nContent-Type: text/javascript; charset=utf-8\r\nContent-Length: ${text.length}\r\n\r\n`;
  // Raw: scripts hold braces of their own.
  return { raw: head + text.toString('latin1') };
};

const FIXED: ReadonlyMap<string, Answer | Broken> = new Map([
  ['/agree/page', PAGE],
  ['/agree/cookies', COOKIES],
  ['/agree/caller.js', script('caller.js')],
  ['/agree/page.js', script('page.js')],
]);
