import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { API, BLOCKED, type CallSpec, call, PAGE } from '../../fixtures/panel-page/calls.ts';

const OPEN = { 'Access-Control-Allow-Origin': PAGE };
const evidence = { evidence: { credentials: 'omit' as const } };
const roots = (spec: Omit<CallSpec, 'id'>, others: readonly CallSpec[] = []) => {
  const exchange = call({ id: '1', error: BLOCKED, extra: evidence, ...spec });
  const all = [...others.map(call), exchange];
  return diagnose(exchange, { toServer: (server) => (server === API ? all : []) }).roots;
};
const codes = (...of: Parameters<typeof roots>) => roots(...of).map(({ code }) => code);
const preflight = (status: number, headers: HeaderList = []): Omit<CallSpec, 'id'> => ({
  method: 'PUT',
  preflight: { answer: { status, headers } },
});

describe('behind a preflight without the header stands', () => {
  it.each<readonly [number, string | null]>([
    [204, null],
    [400, 'server-failed'],
    [401, 'authentication-before-cors'],
    [403, 'authentication-before-cors'],
    [404, 'options-not-routed'],
    [405, 'options-not-routed'],
    [407, 'authentication-before-cors'],
    [413, 'too-large'],
    [429, 'rate-limited'],
    [500, 'server-failed'],
    [501, 'options-not-routed'],
    [502, 'gateway-failed'],
    [503, 'gateway-failed'],
    [504, 'gateway-failed'],
    [505, 'server-failed'],
    [304, null],
  ])('a status of %d: %s', (status, code) => {
    expect(roots(preflight(status))).toEqual(code === null ? [] : [{ code, detail: String(status) }]);
  });
  it('its status too, if the header is there', () => {
    expect(codes(preflight(404, Object.entries(OPEN)))).toEqual(['options-not-routed']);
  });
  it('nothing of the status, if it names another origin', () => {
    expect(codes(preflight(404, [['Access-Control-Allow-Origin', 'http://b.test']]))).toEqual([]);
  });
  it.each([
    [`${API}/items/1/`, 'redirect-in-front'],
    [`${API}/login`, 'redirect-in-front'],
    ['http://sso.test/login?next=/', 'redirect-to-login'],
    ['http://sso.test/oauth2/authorize', 'redirect-to-login'],
    ['http://sso.test/catalogin', 'redirect-in-front'],
  ])('a redirect to %s: %s', (location, code) => {
    expect(roots(preflight(302, [['Location', location]]))).toEqual([{ code, detail: location }]);
  });
  it('no redirect without its status', () => {
    for (const status of [201, 300, 304, 305])
      expect(codes(preflight(status, [['Location', `${API}/login`]]))).toEqual([]);
    expect(codes(preflight(400, [['Location', `${API}/login`]]))).toEqual(['server-failed']);
  });
  it('no redirect that leads nowhere', () => {
    expect(codes(preflight(302, [['Location', 'http://[']]))).toEqual([]);
  });
  it('a server that gives it to the calls alone', () => {
    const other = { id: '0', answer: { headers: OPEN } };
    expect(codes(preflight(204), [other])).toEqual(['only-actual-configured']);
    expect(codes(preflight(204), [{ ...other, url: `${PAGE}/own` }])).toEqual([]);
    expect(codes(preflight(204), [{ ...other, answer: {} }])).toEqual([]);
  });
});

describe('behind an answer without the header stands', () => {
  it.each<readonly [number, string | null]>([
    [200, null],
    [399, null],
    [400, 'server-failed'],
    [401, 'server-failed'],
    [413, 'too-large'],
    [429, 'rate-limited'],
    [501, 'server-failed'],
    [502, 'gateway-failed'],
  ])('a status of %d: %s', (status, code) => {
    expect(roots({ answer: { status } })).toEqual(code === null ? [] : [{ code, detail: String(status) }]);
  });
  it('a login page that answers in place of the API', () => {
    const redirects = [{ url: `${API}/a`, answer: { status: 302, headers: { ...OPEN, Location: `${API}/sign-in` } } }];
    expect(codes({ url: `${API}/sign-in`, redirects, answer: { status: 200 } })).toEqual(['redirect-to-login']);
    expect(codes({ url: `${API}/sign-in`, answer: { status: 200 } })).toEqual([]);
    expect(codes({ url: `${API}/b`, redirects, answer: { status: 200 } })).toEqual([]);
  });
  it('a redirect in front', () => {
    const answer = { status: 301, headers: { Location: `${API}/b` } };
    expect(roots({ url: `${API}/a`, answer })).toEqual([{ code: 'redirect-in-front', detail: `${API}/b` }]);
  });
  it('a server that gives it to preflights alone', () => {
    const headers = { ...OPEN, 'Access-Control-Allow-Methods': 'PUT' };
    expect(codes({ method: 'PUT', preflight: { answer: { status: 204, headers } }, answer: {} })).toEqual([
      'only-preflight-configured',
    ]);
  });
  it('the browser’s cache', () => {
    expect(roots({ answer: { fromCache: true } })).toEqual([{ code: 'cached-for-someone-else', detail: null }]);
    const other = { fromCache: true, headers: { 'Access-Control-Allow-Origin': 'http://b.test' } };
    expect(roots({ answer: other })).toEqual([{ code: 'cached-for-someone-else', detail: 'http://b.test' }]);
    // The same origin had the same answer from the server itself: the cache changed nothing.
    const first = { id: '0', at: -9, answer: { headers: other.headers }, error: BLOCKED };
    expect(codes({ answer: other }, [first])).toEqual([]);
    expect(codes({ answer: other }, [{ ...first, url: `${API}/items/2` }])).toEqual(['cached-for-someone-else']);
    expect(codes({ answer: other }, [{ ...first, at: 9 }])).toEqual(['cached-for-someone-else']);
    const theirs = { ...first, origin: 'http://b.test', extra: { initiator: 'http://b.test' } };
    expect(codes({ answer: other }, [theirs])).toEqual(['cached-for-someone-else']);
    expect(codes({ answer: { ...other, headers: { 'Access-Control-Allow-Origin': '*, *' } } })).toEqual(['two-layers']);
  });
});

it('nothing of its status stands behind an answer that names another origin', () => {
  expect(codes({ answer: { status: 500, headers: { 'Access-Control-Allow-Origin': 'http://b.test' } } })).toEqual([]);
});

describe('behind other faults stands', () => {
  const answer = (...headers: HeaderList) => ({ answer: { headers } });
  it.each<readonly [string, HeaderList, readonly string[]]>([
    ['two lines', [...Object.entries(OPEN), ['Access-Control-Allow-Origin', '*']], ['two-layers']],
    ['the same value twice', [['Access-Control-Allow-Origin', `${PAGE},${PAGE}`]], ['two-layers']],
    ['a list', [['Access-Control-Allow-Origin', `${PAGE}, http://b.test`]], []],
  ])('two who add it, for %s', (_, headers, are) => {
    expect(codes(answer(...headers))).toEqual(are);
  });
  it('not two who add it, for a list that has one item twice', () => {
    const lists = (asks: string, headers: HeaderList) =>
      codes({
        method: 'PUT',
        preflight: { asks, answer: { status: 204, headers: [...Object.entries(OPEN), ...headers] } },
      });
    expect(lists('x-c', [['Access-Control-Allow-Methods', 'GET, GET']])).toEqual([]);
    const put = ['Access-Control-Allow-Methods', 'PUT'] as const;
    expect(lists('x-c', [put, ['Access-Control-Allow-Headers', 'x-a, x-b, x-a']])).toEqual([]);
  });
  it('two who add it, for credentials', () => {
    const credentials = (value: string) =>
      codes({
        ...answer(...Object.entries(OPEN), ['Access-Control-Allow-Credentials', value]),
        extra: { evidence: { credentials: 'include' } },
      });
    expect(credentials('true, true')).toEqual(['two-layers']);
    expect(credentials('True')).toEqual([]);
  });
  it('an origin that became null', () => {
    const spec = { origin: 'null', request: {}, ...answer(['Access-Control-Allow-Origin', PAGE]) };
    expect(codes({ ...spec, extra: { ...evidence, initiator: 'null' } })).toEqual(['origin-became-null']);
    expect(codes(answer(['Access-Control-Allow-Origin', 'http://b.test']))).toEqual([]);
  });
  it('the page, which sends what only servers send', () => {
    const sends = (asks: string) =>
      roots({ method: 'GET', preflight: { asks, answer: { status: 204, headers: OPEN } } });
    expect(sends('access-control-allow-origin,x-a')).toEqual([
      { code: 'client-sends-cors-header', detail: 'access-control-allow-origin' },
    ]);
    expect(sends('x-access-control-allow-origin')).toEqual([]);
    expect(codes({ request: { 'Access-Control-Allow-Origin': '*' }, answer: {} })).toContain(
      'client-sends-cors-header',
    );
  });
});
