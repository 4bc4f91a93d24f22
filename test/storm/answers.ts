import { isPreflight } from '../lab/answers.ts';
import type { RawRequest } from '../lab/raw-http.ts';
import type { Answer, Header } from '../lab/scenario.ts';

const OPEN: readonly Header[] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', 'PUT'],
  ['Access-Control-Allow-Headers', 'X-Call'],
  ['Access-Control-Max-Age', '0'],
];

/** What the server got of one call, which only it knows for sure. */
export interface Served {
  preflights: number;
  refusedPreflights: number;
  actual: number;
}

export interface StormServer {
  /** By `<kind>/<id>`. */
  readonly served: ReadonlyMap<string, Served>;
  answer(request: RawRequest): Answer | null;
}

/**
 * Answers `/mix/<kind>/<id>` and counts by id what came. `identical` refuses every third preflight; the moment that each
 * answer takes differs, so that they overtake each other.
 */
export function stormServer(slowest: number): StormServer {
  const served = new Map<string, Served>();
  let turn = 0;
  return {
    served,
    answer(request) {
      const [, root, kind = '', id = ''] = request.path.split('/');
      if (root !== 'mix') return null;
      const key = `${kind}/${id}`;
      const count = served.get(key) ?? { preflights: 0, refusedPreflights: 0, actual: 0 };
      served.set(key, count);
      turn += 1;
      const delay = (turn * 37) % slowest;
      if (isPreflight(request)) {
        count.preflights += 1;
        const refused = kind === 'preflight-refused' || (kind === 'identical' && count.preflights % 3 === 0);
        if (refused) count.refusedPreflights += 1;
        return { status: refused ? 403 : 204, headers: OPEN, delay };
      }
      count.actual += 1;
      if (kind === 'redirect' || kind === 'redirect-refused') {
        const target = kind === 'redirect' ? 'target' : 'target-refused';
        return { status: 302, headers: [...OPEN, ['Location', `{remote}/mix/${target}/${id}`]], delay };
      }
      return { headers: /-refused$|^refused$/.test(kind) ? [] : OPEN, delay };
    },
  };
}
