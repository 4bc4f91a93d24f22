import { describe, expect, it } from 'vitest';
import { alternativesFor } from '../../../src/advice/alternatives.ts';
import { applyFix } from '../../../src/advice/apply-fix.ts';
import { type Edit, withEdits } from '../../../src/advice/edit.ts';
import { fixFor, policyFor } from '../../../src/advice/fix-for.ts';
import { anybodyMayRead } from '../../../src/advice/public-answer.ts';
import { originPattern, preflightHeadersOf, safePolicy } from '../../../src/advice/safe-policy.ts';
import { whatIfFrom } from '../../../src/advice/what-if-from.ts';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { API, BLOCKED, type CallSpec, call, PAGE } from '../../fixtures/panel-page/calls.ts';

const evidence = (credentials: 'include' | 'omit' | 'same-origin') => ({ evidence: { credentials } });
const made = (spec: Partial<CallSpec>) => call({ id: '1', error: BLOCKED, extra: evidence('omit'), ...spec });
const fixed = (exchange: Exchange) => fixFor(exchange, diagnose(exchange));
/** The changes as `answer: header: value (was)`. */
const told = (exchange: Exchange) => {
  const fix = fixed(exchange);
  if (fix.kind !== 'headers') return fix.kind === 'not-by-headers' ? fix.why : fix.kind;
  return [
    ...fix.status.map(({ was, status }) => `preflight: ${was} → ${status}`),
    ...[...fix.changes, ...fix.hygiene].map(
      ({ response, operation, header, value, was }) => `${response}: ${operation} ${header}: ${value} (${was})`,
    ),
  ];
};
const allow = (value: string = PAGE): HeaderList[number] => ['Access-Control-Allow-Origin', value];

describe('the fix', () => {
  it.each<readonly [string, Partial<CallSpec>, readonly string[] | string]>([
    [
      'names the origin that asked, and keeps caches apart',
      { answer: { headers: [['Vary', 'Accept']] } },
      [`actual: set Access-Control-Allow-Origin: ${PAGE} (null)`, 'actual: set Vary: Accept, Origin (Accept)'],
    ],
    [
      'replaces all lines by one',
      { answer: { headers: [allow('http://b.test'), allow(), ['Vary', 'origin']] } },
      [`actual: set Access-Control-Allow-Origin: ${PAGE} (http://b.test, ${PAGE})`],
    ],
    [
      'leaves `*` where it stands',
      { answer: { headers: [allow('*, *')] } },
      ['actual: set Access-Control-Allow-Origin: * (*, *)'],
    ],
    [
      'adds to credentials what they want',
      { answer: { headers: [allow('*'), ['Access-Control-Allow-Credentials', 'yes']] }, extra: evidence('include') },
      [
        `actual: set Access-Control-Allow-Origin: ${PAGE} (*)`,
        'actual: set Access-Control-Allow-Credentials: true (yes)',
        'actual: set Vary: Origin (null)',
      ],
    ],
    [
      'mends a preflight, and keeps what its lists had',
      {
        method: 'PUT',
        preflight: {
          asks: 'x-a,x-b',
          answer: {
            status: 405,
            headers: [
              allow('*'),
              ['Access-Control-Allow-Methods', 'GET, get GET'],
              ['Access-Control-Allow-Headers', 'X-A; x-c'],
            ],
          },
        },
      },
      [
        'preflight: 405 → 204',
        'preflight: set Access-Control-Allow-Methods: GET, get, PUT (GET, get GET)',
        'preflight: set Access-Control-Allow-Headers: x-c, x-a, x-b (X-A; x-c)',
        `actual: set Access-Control-Allow-Origin: ${PAGE} (null)`,
        'actual: set Vary: Origin (null)',
      ],
    ],
    [
      'takes `*` out of lists beside credentials',
      {
        method: 'PUT',
        extra: evidence('include'),
        preflight: {
          answer: {
            status: 200,
            headers: [
              allow(),
              ['Vary', '*'],
              ['Access-Control-Allow-Credentials', 'true'],
              ['Access-Control-Allow-Methods', '*'],
            ],
          },
        },
      },
      [
        'preflight: set Access-Control-Allow-Methods: PUT (*)',
        `actual: set Access-Control-Allow-Origin: ${PAGE} (null)`,
        'actual: set Access-Control-Allow-Credentials: true (null)',
        'actual: set Vary: Origin (null)',
      ],
    ],
    [
      'removes a list that cannot be read, where nothing is wanted of it',
      {
        method: 'PUT',
        preflight: {
          answer: {
            status: 200,
            headers: [allow('*'), ['Access-Control-Allow-Methods', 'PUT'], ['Access-Control-Allow-Headers', ';']],
          },
        },
      },
      [
        'preflight: remove Access-Control-Allow-Headers:  (;)',
        `actual: set Access-Control-Allow-Origin: ${PAGE} (null)`,
        'actual: set Vary: Origin (null)',
      ],
    ],
    [
      'is none for a page that sends a server’s header',
      { preflight: { asks: 'access-control-allow-origin', answer: { status: 200, headers: [allow('*')] } } },
      'client-sends-cors-header',
    ],
    [
      'is none for a redirect elsewhere',
      { answer: { status: 302, headers: [allow(), ['Location', 'ftp://x/']] } },
      'redirect-to-disabled-scheme',
    ],
    ['is none for a call that nothing explains', { answer: { headers: [allow()] } }, 'unexplained'],
  ])('%s', (_, spec, is) => {
    expect(told(made(spec))).toEqual(is);
  });

  it('is none where none is needed', () => {
    expect(told(call({ id: '1', answer: { headers: [allow()] } }))).toBe('none-needed');
    const image = call({ id: '1', type: 'image', answer: {} });
    const opaque: Exchange = {
      ...image,
      hops: [{ ...image.hops[0], requestHeaders: [['Sec-Fetch-Mode', 'no-cors']] }],
    };
    expect([diagnose(opaque).verdict, told(opaque)]).toEqual(['opaque', 'none-needed']);
    expect(policyFor(opaque, diagnose(opaque), fixed(opaque))).toBeNull();
  });
  it('of an undecided call is the one for the reading that is blocked', () => {
    const undecided: Exchange = { ...call({ id: '1', answer: { headers: [allow('*')] } }), browser: 'firefox' };
    expect(diagnose(undecided).verdict).toBe('undecided');
    expect(fixed(undecided)).toMatchObject({ kind: 'headers', assumed: ['credentials'] });
    const unseen: Exchange = { ...undecided, hops: [{ ...undecided.hops[0], response: null, delivered: false }] };
    expect([diagnose(unseen).verdict, told(unseen)]).toEqual(['undecided', 'undecided']);
  });
  it('says what it takes for granted', () => {
    const assumed = (spec: Partial<CallSpec>) => {
      const fix = fixed(made(spec));
      return fix.kind === 'headers' ? fix.assumed : fix.kind;
    };
    expect(assumed({ answer: {} })).toEqual([]);
    expect(assumed({ method: 'PUT', preflight: { answer: {} } })).toEqual(['actual-response']);
    expect(assumed({ method: 'PUT', preflight: { answer: {} }, extra: {} })).toEqual([
      'actual-response',
      'credentials',
    ]);
  });
  it('names what is to be mended first', () => {
    expect(fixed(made({ method: 'PUT', preflight: { answer: { status: 404 } } }))).toMatchObject({
      alsoFirst: 'options-not-routed',
    });
    expect(fixed(made({ answer: {} }))).toMatchObject({ alsoFirst: null });
  });
});

describe('everybody may be allowed where the origin is null', () => {
  const may = (spec: Partial<CallSpec>) => anybodyMayRead(made({ origin: 'null', ...spec }), 0);
  it.each<readonly [string, Partial<CallSpec>, boolean]>([
    ['if the answer is public', { answer: { headers: [['Cache-Control', 'max-age=5, public']] } }, true],
    ['if it says so first', { answer: { headers: [['Cache-Control', 'public, max-age=5']] } }, true],
    ['if the server says so elsewhere', { preflight: { answer: { headers: [allow(' * ')] } } }, true],
    ['but not by a word that holds it', { answer: { headers: [['Cache-Control', 'no-public, publicly']] } }, false],
    [
      'not with a cookie in the answer',
      {
        answer: {
          headers: [
            ['Cache-Control', 'public'],
            ['Set-Cookie', 'a=b'],
          ],
        },
      },
      false,
    ],
    ['not with a token in the request', { request: { Authorization: 'x' }, answer: { headers: [allow('*')] } }, false],
    [
      'not with one that is asked for',
      { preflight: { asks: 'x-a, authorization', answer: { headers: [allow('*')] } } },
      false,
    ],
    ['not if nothing says so', { answer: {} }, false],
  ])('%s', (_, spec, is) => {
    expect(may(spec)).toBe(is);
  });
  it('not by another server’s word, nor for a request that is not there', () => {
    const redirects = [{ url: 'http://b.test/', answer: { status: 302, headers: [allow('*')] as HeaderList } }];
    expect(anybodyMayRead(made({ redirects, answer: {} }), 1)).toBe(false);
    expect(anybodyMayRead(made({ redirects, answer: {} }), 0)).toBe(true);
    expect(anybodyMayRead(made({}), 9)).toBe(false);
  });
});

describe('an exchange with a fix', () => {
  const applied = (exchange: Exchange, credentials: boolean, edits: readonly Edit[] = []) =>
    applyFix(exchange, edits, { mode: null, credentials, origin: PAGE });
  it('keeps the credentials mode that is known', () => {
    expect(applied(made({ answer: {} }), false).evidence).toEqual({ credentials: 'omit' });
    expect(applied(made({ answer: {}, extra: {} }), false).evidence).toEqual({ credentials: 'same-origin' });
    expect(applied(made({ answer: {} }), true).evidence).toEqual({ credentials: 'include' });
  });
  it('has answers that were never seen, and what the preflight announced', () => {
    const exchange = applied(made({ method: 'PUT', preflight: { asks: 'content-type,x-a', answer: null } }), false);
    expect(exchange.hops[0]).toMatchObject({
      preflight: { response: { status: 204, headers: [] }, end: { kind: 'completed' } },
      response: { status: 200, headers: [] },
      delivered: true,
      redirected: false,
    });
    expect(exchange.hops[0].requestHeaders).toEqual([
      ['Origin', PAGE],
      ['Sec-Fetch-Mode', 'cors'],
      ['content-type', 'application/json'],
      ['x-a', '1'],
    ]);
  });
  it('goes on to where a redirect leads, with the origin of a tainted request', () => {
    const redirect = made({ answer: { status: 307, headers: [allow(), ['Location', 'http://b.test/x']] } });
    const [, target] = applied(redirect, true).hops;
    expect(target).toMatchObject({
      url: 'http://b.test/x',
      delivered: true,
      redirected: false,
      response: { status: 200 },
    });
    expect(target?.response?.headers).toEqual([allow('null'), ['Access-Control-Allow-Credentials', 'true']]);
    expect(target?.requestHeaders?.[0]).toEqual(['Origin', 'null']);
    const [, same] = applied(made({ answer: { status: 307, headers: [allow(), ['Location', '/x']] } }), false).hops;
    expect([same?.url, same?.requestHeaders?.[0], same?.response?.headers]).toEqual([
      `${API}/x`,
      ['Origin', PAGE],
      [allow('*')],
    ]);
  });
});

describe('edits', () => {
  const edit = (header: string, value: string, hop = 0): Edit => ({
    hop,
    response: 'actual',
    operation: 'set',
    header,
    value,
    was: null,
  });
  const status = (to: number): Edit => ({ hop: 0, response: 'preflight', status: to, was: 404 });
  it('replace those of the same place', () => {
    const before = [edit('Vary', 'a'), edit('X', '1'), status(200)];
    expect(withEdits(before, [edit('vary', 'b'), status(204)])).toEqual([
      edit('vary', 'b'),
      edit('X', '1'),
      status(204),
    ]);
    expect(withEdits(before, [edit('Vary', 'a', 1)])).toHaveLength(4);
    expect(withEdits(before, [{ ...edit('X', '1'), response: 'preflight' }])).toHaveLength(4);
  });
  it('are none where they say nothing new', () => {
    const before = [edit('Vary', 'a'), status(204)];
    expect(withEdits(before, [edit('VARY', 'a'), status(204)])).toBeNull();
    expect(withEdits(before, [{ ...edit('Vary', 'a'), operation: 'remove' } as Edit])).not.toBeNull();
  });
});

describe('a policy that can be written', () => {
  const policy = {
    server: API,
    origins: [PAGE],
    methods: ['PUT'],
    requestHeaders: ['x-a'],
    exposedHeaders: [],
    credentials: false,
    maxAge: null,
  };
  it.each<readonly [object, string]>([
    [{ server: 'x' }, 'server "x"'],
    [{ origins: [] }, 'no-origin'],
    [{ origins: ['*'], credentials: true }, 'credentials-for-all'],
    [{ origins: ['*', PAGE] }, 'origin "*"'],
    [{ origins: ['null'] }, 'origin "null"'],
    [{ origins: [`${PAGE}/`] }, 'origin'],
    [{ origins: ["http://a'b.test"] }, 'origin'],
    [{ methods: ['P T'] }, 'method "P T"'],
    [{ requestHeaders: ['x$a'] }, 'header-name "x$a"'],
    [{ exposedHeaders: ['x`a'] }, 'header-name "x`a"'],
    [{ maxAge: -1 }, 'max-age "-1"'],
    [{ maxAge: 1.5 }, 'max-age "1.5"'],
    [{ maxAge: 31_536_001 }, 'max-age "31536001"'],
  ])('is none with %j', (change, message) => {
    expect(() => safePolicy({ ...policy, ...change })).toThrow(message);
  });
  it.each([
    {},
    { origins: ['*'] },
    { origins: ['https://[::1]:8443', 'app+x://a_b.test'] },
    { maxAge: 0 },
    { maxAge: 31_536_000 },
  ])('may hold %j', (change) => {
    expect(safePolicy({ ...policy, ...change })).toEqual({ ...policy, ...change });
  });
  it('has headers for a preflight, none for what is empty', () => {
    expect(preflightHeadersOf({ ...policy, maxAge: 0 })).toEqual([
      ['Access-Control-Allow-Methods', 'PUT'],
      ['Access-Control-Allow-Headers', 'x-a'],
      ['Access-Control-Max-Age', '0'],
    ]);
    expect(preflightHeadersOf({ ...policy, methods: [], requestHeaders: [] })).toEqual([]);
  });
  it('has patterns that match its origins alone', () => {
    for (const origin of ['http://a.test', 'app+x://a.test', 'http://[::1]:80']) {
      expect(new RegExp(originPattern(origin)).test(origin)).toBe(true);
    }
    expect(new RegExp(originPattern('http://a.test')).test('http://axtest')).toBe(false);
    expect(new RegExp(originPattern('http://a.test')).test('http://a.test.b')).toBe(false);
  });
});

describe('other ways', () => {
  const kinds = (spec: Partial<CallSpec>) => {
    const exchange = made({ answer: {}, ...spec });
    const diagnosis = diagnose(exchange);
    return alternativesFor(exchange, diagnosis, fixFor(exchange, diagnosis)).map(({ kind }) => kind);
  };
  it('allow everybody, but for a call that was sent with a token, on whichever of its hops', () => {
    expect(kinds({})).toContain('public');
    expect(kinds({ request: { Authorization: 'x' } })).not.toContain('public');
    const redirects = [
      { url: `${API}/a`, answer: { status: 302, headers: [allow(), ['Location', '/b']] as HeaderList } },
    ];
    expect(kinds({ url: `${API}/b`, redirects, request: { 'X-Api-Key': 'x' } })).not.toContain('public');
  });
  it('leave nothing open where credentials are not known', () => {
    expect(kinds({ extra: {} })).not.toContain('public');
    expect(kinds({ extra: {} })).not.toContain('without-credentials');
  });
});

it('copies of a call only what its page set', () => {
  const request: HeaderList = [
    ['X-A', '1'],
    ['Cookie', 'a=b'],
    ['Cache-Control', 'no-cache'],
    ['X-Accept', '2'],
    ['Accept-X', '3'],
    ['Content-Type', 'text/plain'],
  ];
  const exchange = made({ request, answer: {} });
  expect(whatIfFrom(exchange, diagnose(exchange)).requestHeaders.split('\n')).toEqual([
    'X-A: 1',
    'X-Accept: 2',
    'Accept-X: 3',
    'Content-Type: text/plain',
  ]);
  const odd = made({ request: { Accept: 'x"y' }, answer: {} });
  expect(whatIfFrom(odd, diagnose(odd)).requestHeaders).toBe('Accept: x"y');
});
