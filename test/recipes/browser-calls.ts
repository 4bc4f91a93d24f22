import type { Browser } from '../../scripts/browsers/browser.ts';
import { LOGIN } from './upstream.ts';

/** What the page's script learned of one call: null for `TypeError: Failed to fetch`. */
export interface Outcome {
  readonly status: number;
  readonly cookie: string;
  readonly etag: string | null;
  readonly total: string | null;
}
export type Outcomes = Readonly<Record<CallName, Outcome | null>>;

export const CALLS = {
  get: { path: '/api/items', init: { credentials: 'include' } },
  put: {
    path: '/api/items',
    init: {
      method: 'PUT',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json', 'X-Request-Id': '1', 'X-CSRF-Token': 'a' },
      body: '{}',
    },
  },
  delete: { path: '/api/items', init: { method: 'DELETE', credentials: 'include' } },
  login: { path: '/api/private', init: { method: 'PUT', credentials: 'include', headers: { Authorization: LOGIN } } },
  unauthorised: { path: '/api/private', init: {} },
  missing: { path: '/api/missing', init: { credentials: 'include' } },
  missingPut: { path: '/api/missing', init: { method: 'PUT', credentials: 'include' } },
  boom: { path: '/api/boom', init: { credentials: 'include' } },
  plain: { path: '/api/items', init: { credentials: 'omit' } },
  plainPut: {
    path: '/api/items',
    init: { method: 'PUT', credentials: 'omit', headers: { 'Content-Type': 'application/json' }, body: '{}' },
  },
  plainBoom: { path: '/api/boom', init: { credentials: 'omit' } },
  plainMissing: { path: '/api/missing', init: { credentials: 'omit' } },
} as const;
export type CallName = keyof typeof CALLS;

/** Makes the calls one after the other from a real page of this origin. */
export async function callFrom(
  browser: Browser,
  page: string,
  port: number,
  names: readonly CallName[],
): Promise<Outcomes> {
  if ((await browser.evaluateInPage<string>('location.origin')) !== page) await browser.goto(`${page}/`);
  const calls = names.map((name) => [name, CALLS[name].path, CALLS[name].init]);
  return browser.evaluateInPage<Outcomes>(`(async () => {
    const outcomes = {};
    for (const [name, path, init] of ${JSON.stringify(calls)}) {
      outcomes[name] = await fetch('http://localhost:${port}' + path, { cache: 'no-store', ...init }).then(
        async (response) => ({
          status: response.status,
          cookie: await response.json().then(({ cookie }) => cookie, () => ''),
          etag: response.headers.get('etag'),
          total: response.headers.get('x-total-count'),
        }),
        () => null,
      );
    }
    return outcomes;
  })()`);
}
