import type { Browser } from '../../scripts/browsers/browser.ts';
import type { Policy } from '../../src/advice/fix.ts';
import { type CallName, callFrom, type Outcomes } from './browser-calls.ts';
import type { CheckId } from './check-ids.ts';
import type { Pages } from './pages.ts';
import { type Answer, ask, preflight } from './raw.ts';
import { LOGIN } from './upstream.ts';

/** What a running server is asked with. */
export interface Asked {
  readonly browser: Browser;
  readonly pages: Pages;
  readonly port: number;
  readonly policy: Policy;
  /** A bucket: it has one object, no login, no cookies, and does not fail. */
  readonly storage: boolean;
  /** Its 401 comes from before the recipe. */
  readonly bare401: boolean;
}
/** Reports one claim; a false one fails its check. */
export type Claim = (check: CheckId, holds: boolean, otherwise: string) => void;

const NAMED: readonly CallName[] = ['get', 'put', 'delete', 'login', 'unauthorised', 'missing', 'boom'];
const ok = (outcomes: Outcomes, name: CallName): boolean => outcomes[name]?.status === 200;
const shown = (outcomes: Outcomes): string =>
  Object.entries(outcomes)
    .map(([name, outcome]) => `${name} ${outcome?.status ?? 'blocked'}`)
    .join(', ');

/** Without the recipe: the call that the fix is for is blocked. */
export async function checkBare({ browser, pages, port }: Asked, claim: Claim): Promise<void> {
  const outcomes = await callFrom(browser, pages.allowed[0], port, ['get', 'put', 'login', 'plainPut']);
  claim(
    'was-blocked',
    Object.values(outcomes).every((outcome) => outcome === null),
    shown(outcomes),
  );
}

/** A policy with a list of origins and credentials, in the browser. */
export async function checkInBrowser({ browser, pages, port, storage, bare401 }: Asked, claim: Claim): Promise<void> {
  const [first, second] = pages.allowed;
  if (storage) {
    const one = await callFrom(browser, first, port, ['plainPut', 'plain', 'plainMissing']);
    claim('succeeds', ok(one, 'plainPut') && ok(one, 'plain'), shown(one));
    claim('header-list', one.plain?.etag != null, `exposed: ${JSON.stringify(one.plain)}`);
    claim('errors', one.plainMissing?.status === 404, shown(one));
    const two = await callFrom(browser, second, port, ['plainPut', 'plain']);
    claim('two-origins', ok(two, 'plainPut') && ok(two, 'plain'), shown(two));
    const stranger = await callFrom(browser, pages.stranger, port, ['plainPut', 'plain', 'plainMissing']);
    claim(
      'others-blocked',
      Object.values(stranger).every((outcome) => outcome === null),
      shown(stranger),
    );
    return;
  }
  const one = await callFrom(browser, first, port, NAMED);
  claim('succeeds', ok(one, 'get') && ok(one, 'put') && ok(one, 'delete'), shown(one));
  claim('no-auth', ok(one, 'login'), shown(one));
  claim('credentials', one.put?.cookie === 'session=1', `the cookie came as ${JSON.stringify(one.put?.cookie)}`);
  claim('header-list', one.get?.etag !== null && one.get?.total === '7', `exposed: ${JSON.stringify(one.get)}`);
  const statuses = [one.unauthorised?.status, one.missing?.status, one.boom?.status];
  claim('errors', statuses.join() === (bare401 ? ',404,500' : '401,404,500'), shown(one));
  const two = await callFrom(browser, second, port, ['get', 'put', 'boom']);
  claim('two-origins', ok(two, 'get') && ok(two, 'put') && two.boom?.status === 500, shown(two));
  const stranger = await callFrom(browser, pages.stranger, port, NAMED);
  claim(
    'others-blocked',
    Object.values(stranger).every((outcome) => outcome === null),
    shown(stranger),
  );
}

/** The same policy over the wire, also with what no browser would send. */
export async function checkRaw({ pages, port, policy, storage, bare401 }: Asked, claim: Claim): Promise<void> {
  const { origins, requestHeaders, methods } = policy;
  for (const origin of origins) {
    const asked = await preflight(port, '/api/items', origin, 'PUT', requestHeaders);
    claim('two-origins', allows(asked, origin), `preflight from ${origin}: ${said(asked)}`);
  }
  const origin = pages.allowed[0];
  for (const path of storage ? ['/api/items'] : ['/api/items', '/api/private']) {
    const answer = await preflight(port, path, origin, 'PUT', requestHeaders);
    const what = `preflight of ${path}: ${answer.status} ${said(answer)}`;
    claim('no-auth', answer.status >= 200 && answer.status < 300 && allows(answer, origin), what);
    claim('once', once(answer) && !answer.members('access-control-allow-methods').includes('link'), what);
    const listed = (header: string, names: readonly string[]): boolean =>
      names.every((name) => answer.members(header).includes(name.toLowerCase()));
    claim('header-list', listed('access-control-allow-headers', requestHeaders), what);
    claim('header-list', listed('access-control-allow-methods', ['PUT']), what);
    // s3rver gives the age to the call itself.
    if (!storage) claim('header-list', answer.all('access-control-max-age').join() === String(policy.maxAge), what);
  }
  for (const method of methods) {
    const answer = await preflight(port, '/api/items', origin, method, []);
    claim('header-list', answer.members('access-control-allow-methods').includes(method.toLowerCase()), said(answer));
  }
  await checkErrors({ port, origin, storage, bare401 }, claim);
  await checkStrangers({ port, pages }, claim);
}

/** Every kind of answer to an allowed origin. */
async function checkErrors(
  { port, origin, storage, bare401 }: Pick<Asked, 'port' | 'storage' | 'bare401'> & { readonly origin: string },
  claim: Claim,
): Promise<void> {
  const login = { Authorization: LOGIN };
  const paths = [
    ['/api/items', 200, {}],
    ['/api/missing', 404, {}],
    ['/api/private', 200, login],
    ['/api/private', 401, {}],
    ['/api/boom', 500, {}],
  ] as const;
  for (const [path, status, headers] of storage ? paths.slice(0, 2) : paths) {
    if (status === 401 && bare401) continue;
    const answer = await ask(port, 'GET', path, { Origin: origin, ...headers });
    const what = `GET ${path}: ${answer.status} ${said(answer)}`;
    const check = status === 200 ? 'succeeds' : 'errors';
    claim(check, answer.status === status && allows(answer, origin), what);
    claim('once', once(answer), what);
    claim('vary', varies(answer), what);
  }
}

/** Origins that look like an allowed one, `null`, and none at all. */
async function checkStrangers({ port, pages }: { port: number; pages: Pages }, claim: Claim): Promise<void> {
  const [first] = pages.allowed;
  const lookalikes = [
    pages.stranger,
    'null',
    `${first}0`,
    `${first}.example.test`,
    first.replace('localhost', 'xlocalhost'),
    first.replace('http:', 'https:'),
    'https://appXexample.test',
    'https://app.example.test.evil.test',
    'http://localhost',
  ];
  for (const origin of lookalikes) {
    for (const path of ['/api/items', '/api/boom']) {
      const answer = await ask(port, 'GET', path, { Origin: origin });
      const what = `GET ${path} from ${origin}: ${answer.status} ${said(answer)}`;
      claim('others-blocked', !allows(answer, origin), what);
      // A refusal may not be stored without being told so.
      claim('vary', varies(answer) || answer.status === 403, what);
    }
    const asked = await preflight(port, '/api/items', origin, 'PUT', []);
    claim('others-blocked', !allows(asked, origin), `preflight from ${origin}: ${said(asked)}`);
  }
  const none = await ask(port, 'GET', '/api/items', {});
  claim('vary', varies(none), `GET without Origin: ${said(none)}`);
}

/** A policy of `*` without credentials, for public data. */
export async function checkAnybody({ browser, pages, port, storage }: Asked, claim: Claim): Promise<void> {
  const outcomes = await callFrom(browser, pages.stranger, port, [
    'plainPut',
    'plain',
    'plainMissing',
    'plainBoom',
    'get',
  ]);
  const { plainMissing, plainBoom, get } = outcomes;
  const succeeds = ok(outcomes, 'plain') && ok(outcomes, 'plainPut') && plainMissing?.status === 404;
  claim('anybody', succeeds && plainBoom?.status === (storage ? 404 : 500), shown(outcomes));
  claim('anybody', get === null, `with cookies: ${shown(outcomes)}`);
  const answer = await preflight(port, '/api/items', pages.stranger, 'PUT', ['content-type']);
  const age = answer.all('access-control-max-age').join();
  claim('anybody', answer.all('access-control-allow-origin').join() === '*', said(answer));
  claim('anybody', age === '' || age === '5', `max-age: ${age}`);
  claim('anybody', answer.all('access-control-allow-credentials').length === 0, said(answer));
}

const allows = (answer: Answer, origin: string): boolean => {
  const value = answer.all('access-control-allow-origin').join(', ');
  return value === origin || value === '*';
};
const varies = (answer: Answer): boolean => ['origin', '*'].some((name) => answer.members('vary').includes(name));
const once = (answer: Answer): boolean => SEEN.every((name) => answer.all(name).length <= 1);
const SEEN = [
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-expose-headers',
  'access-control-max-age',
];
const said = (answer: Answer): string =>
  [...SEEN, 'vary'].flatMap((name) => answer.all(name).map((value) => `${name}: ${value}`)).join('; ') ||
  'no CORS headers';
