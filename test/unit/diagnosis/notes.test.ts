import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { API, BLOCKED, type CallSpec, call, PAGE } from '../../fixtures/panel-page/calls.ts';

const VARY = ['Vary', 'Origin'] as const;
const allow = (value: string = PAGE): HeaderList[number] => ['Access-Control-Allow-Origin', value];
const notes = (spec: Omit<CallSpec, 'id'>, others: readonly CallSpec[] = []) => {
  const exchange = call({ id: '1', ...spec });
  const all = [...others.map(call), exchange];
  return diagnose(exchange, { toServer: (server) => (server === API ? all : []) }).notes;
};
const told = (...of: Parameters<typeof notes>) => notes(...of).map(({ code, detail }) => [code, detail]);
const answered = (...headers: HeaderList) => told({ answer: { headers } });

describe('of an answer that passed it notes', () => {
  it.each<readonly [string, HeaderList, readonly (readonly [string, string | null])[]]>([
    ['nothing', [allow(), VARY], []],
    ['nothing of `*`', [allow('*')], []],
    ['one origin without Vary', [allow()], [['vary-origin-missing', PAGE]]],
    [
      '`*` beside credentials',
      [allow('*'), ['Access-Control-Allow-Credentials', 'true']],
      [['wildcard-useless-credentials', null]],
    ],
    ['no `*` beside another value', [allow('*'), ['Access-Control-Allow-Credentials', 'false']], []],
    [
      'what belongs on a preflight',
      [allow('*'), ['Access-Control-Max-Age', '5'], ['Access-Control-Allow-Methods', 'PUT']],
      [['allow-list-noise', 'access-control-max-age, access-control-allow-methods']],
    ],
    [
      'what belongs into a request',
      [allow('*'), ['Access-Control-Request-Method', 'PUT']],
      [['allow-list-noise', 'access-control-request-method']],
    ],
    ['nothing of what it exposes', [allow('*'), ['Access-Control-Expose-Headers', 'x-a']], []],
    [
      'what the script cannot read',
      [allow('*'), ['X-A', '1'], ['Date', 'x'], ['ETag', 'x']],
      [['headers-hidden', 'x-a, etag']],
    ],
    ['no origin that everybody is given', [allow(), VARY, ['Access-Control-Allow-Credentials', 'false']], []],
    [
      'an origin that may just be sent back',
      [allow(), VARY, ['Access-Control-Allow-Credentials', 'true']],
      [['reflects-any-origin', null]],
    ],
  ])('%s', (_, headers, are) => {
    expect(answered(...headers)).toEqual(are);
  });

  it('where it stands', () => {
    expect(notes({ answer: { headers: [allow()] } })).toMatchObject([
      { hop: 0, pointer: { hop: 0, message: 'response', header: 'vary' } },
    ]);
  });
  it('nothing of a call that was blocked, of the page’s own origin, or of a WebSocket', () => {
    expect(told({ answer: { headers: [allow('http://b.test')] }, error: BLOCKED })).toEqual([]);
    expect(told({ url: `${PAGE}/own`, answer: { headers: [allow()] } })).toEqual([]);
    expect(told({ type: 'websocket', answer: { status: 101, headers: [allow()] } })).toEqual([]);
  });
  it('`null`, which anybody can be', () => {
    const spec = { origin: 'null', extra: { initiator: 'null' }, answer: { headers: [allow('null'), VARY] } };
    expect(told(spec)).toEqual([['null-allowed', null]]);
  });
  it('a page without TLS that may read an answer with it', () => {
    const of = (url: string, origin: string) =>
      told({ url, origin, extra: { initiator: origin }, answer: { headers: [allow(origin), VARY] } });
    expect(of('https://api.test/', 'http://app.test')).toEqual([['insecure-origin-allowed', 'http://app.test']]);
    expect(of('http://api.test/', 'http://app.test')).toEqual([]);
    expect(of('https://api.test/', 'https://app.test')).toEqual([]);
    // What comes from this very machine nobody else can change on its way.
    for (const own of [PAGE, 'http://127.0.0.1:3000', 'http://app.localhost'])
      expect(of('https://api.test/', own)).toEqual([]);
  });
  it('no origin that is sent back where nobody can be who asked', () => {
    // `null` belongs to nobody: that it is allowed is said, not that it is sent back to whoever asks.
    const headers: HeaderList = [allow('null'), VARY, ['Access-Control-Allow-Credentials', 'true']];
    const nobody = { origin: 'null', extra: { initiator: 'null' }, answer: { headers } };
    expect(told(nobody)).toEqual([['null-allowed', null]]);
  });
  it('the origins that were seen to be sent back', () => {
    const headers = (origin: string): HeaderList => [allow(origin), VARY, ['Access-Control-Allow-Credentials', 'true']];
    const other = (id: string, origin: string, allowed = origin): CallSpec => ({
      id,
      origin,
      extra: { initiator: origin },
      answer: { headers: headers(allowed) },
    });
    const mine = { answer: { headers: headers(PAGE) } };
    expect(told(mine, [other('2', 'http://a.test'), other('3', 'http://b.test', 'http://c.test')])).toEqual([
      ['reflects-any-origin', `${PAGE}, http://a.test`],
    ]);
    expect(told(mine, [{ ...other('2', 'http://a.test'), url: 'http://elsewhere.test/' }])).toEqual([
      ['reflects-any-origin', null],
    ]);
  });
});

describe('of a preflight that passed it notes', () => {
  const preflight = (headers: HeaderList, more: Partial<CallSpec> = {}) =>
    ({
      method: 'PUT',
      preflight: { asks: 'x-a', answer: { status: 204, headers: [allow('*'), ...headers] } },
      answer: { headers: [allow('*')] },
      took: 30,
      ...more,
    }) satisfies Omit<CallSpec, 'id'>;
  const lists: HeaderList = [
    ['Access-Control-Allow-Methods', 'PUT'],
    ['Access-Control-Allow-Headers', 'x-a'],
  ];
  const kept = (value: string): HeaderList => [...lists, ['Access-Control-Max-Age', value]];

  it.each<readonly [string, string | null]>([
    ['5', '1 × OPTIONS, 30 ms'],
    ['0', '1 × OPTIONS, 30 ms'],
    ['6', null],
    ['7200', null],
  ])('Max-Age of %s: not kept, %s', (value, detail) => {
    expect(told(preflight(kept(value)))).toEqual(detail === null ? [] : [['preflight-uncached', detail]]);
  });
  it('a Max-Age that no browser keeps to', () => {
    expect(told(preflight(kept('7201')))).toEqual([['max-age-over-cap', '7201']]);
  });
  it('what all of them cost', () => {
    const other = (id: string, url: string): CallSpec => ({ id, ...preflight(lists, { url, took: 70 }) });
    const own = { ...preflight(lists, { url: `${PAGE}/x`, took: 900 }), id: '4' };
    expect(
      told(preflight(lists), [other('2', `${API}/a`), other('3', `${API}/b`), own, { id: '5', answer: {} }]),
    ).toEqual([['preflight-uncached', '3 × OPTIONS, 170 ms']]);
  });
  it('nothing of one that failed', () => {
    const failed = { ...preflight([]), preflight: { answer: { status: 500, headers: [allow('*')] } } };
    expect(told({ ...failed, extra: { browser: 'firefox' } })).toEqual([]);
  });
  it('headers without effect, and methods that do not exist for pages', () => {
    expect(told(preflight([...kept('600'), ['Access-Control-Expose-Headers', 'x-b']]))).toEqual([
      ['allow-list-noise', 'access-control-expose-headers'],
    ]);
    expect(told(preflight([['Access-Control-Allow-Methods', 'PUT, TRACE, connect'], ...kept('600').slice(1)]))).toEqual(
      [['policy-unsound', 'TRACE, connect']],
    );
  });
  it('Authorization under `*`, which the standard does not allow', () => {
    const under = (allowed: string, asks: string) =>
      told({
        ...preflight([]),
        preflight: {
          asks,
          answer: {
            status: 204,
            headers: [
              allow('*'),
              ['Access-Control-Allow-Methods', 'PUT'],
              ['Access-Control-Allow-Headers', allowed],
              ['Access-Control-Max-Age', '600'],
            ],
          },
        },
      });
    expect(under('*', 'authorization')).toEqual([['authorization-under-wildcard', null]]);
    expect(under('*, Authorization', 'authorization')).toEqual([]);
    expect(under('*', 'x-a')).toEqual([]);
  });
});
