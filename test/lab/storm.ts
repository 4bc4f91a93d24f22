import type { RawRequest } from './raw-http.ts';
import type { Answer, Header } from './scenario.ts';

const ALLOW: readonly Header[] = [
  ['Access-Control-Allow-Origin', '{asked}'],
  ['Access-Control-Allow-Methods', 'PUT'],
  ['Access-Control-Allow-Headers', 'X-Call'],
  ['Access-Control-Max-Age', '0'],
];
let preflights = 0;
let calls = 0;

/**
 * Answers for storms of calls. `/storm/identical` refuses every third preflight it gets, so that of identical calls only
 * the order tells which was refused; `/storm/third` keeps every third answer from the page; `/storm/slow` allows all, after a moment; `/storm/refused` allows none.
 */
export function storm(request: RawRequest): Answer {
  const preflight = request.method === 'OPTIONS';
  const status = preflight ? 204 : 200;
  switch (request.path.slice('/storm/'.length)) {
    case 'identical':
      return preflight && ++preflights % 3 === 0
        ? { status: 403, headers: ALLOW, delay: 30 }
        : { status, headers: ALLOW, delay: preflight ? (preflights * 7) % 40 : 5 };
    case 'slow':
      return { status, headers: ALLOW, delay: 20 };
    case 'refused':
      return { status: 403, headers: [], delay: 20 };
    case 'third':
      return { headers: ++calls % 3 === 0 ? [] : ALLOW, delay: (calls * 7) % 40 };
    default:
      return { status: 404 };
  }
}
