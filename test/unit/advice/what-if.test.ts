import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixFor } from '../../../src/advice/fix-for.ts';
import { headerText, parseHeaders } from '../../../src/advice/header-lines.ts';
import { BLANK, judgeWhatIf, type WhatIf } from '../../../src/advice/what-if.ts';
import { decidingHop, fieldOf, whatIfFrom, withEditsOf } from '../../../src/advice/what-if-from.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { HeaderPointer, Step } from '../../../src/diagnosis/diagnosis.ts';
import { supposedCall } from '../../fixes/supposed-call.ts';
import { call } from '../../fixtures/panel-page/calls.ts';
import { runs } from '../runs.ts';

const BROWSERS = ['chromium', 'firefox'] as const;
const ALLOW = 'Access-Control-Allow-Origin: https://app.example';
const SIMPLE: WhatIf = { ...BLANK, method: 'GET', requestHeaders: '' };

function judged(change: Partial<WhatIf>, browser: (typeof BROWSERS)[number] = 'chromium') {
  const result = judgeWhatIf({ ...SIMPLE, ...change }, browser);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

describe.each(BROWSERS)('what if, in %s', (browser) => {
  it.each([
    ['a simple call without headers', {}, 'blocked', 'allow-origin-missing'],
    ['a simple call that is allowed', { actual: { status: '500', headers: ALLOW } }, 'allowed', null],
    [
      'a wildcard with credentials',
      { credentials: 'include' as const, actual: { status: '200', headers: 'Access-Control-Allow-Origin: *' } },
      'blocked',
      'allow-origin-wildcard-credentials',
    ],
    [
      'a preflight with an error status',
      { method: 'PUT', preflight: { status: '405', headers: ALLOW } },
      'blocked',
      'preflight-status',
    ],
    [
      'a preflight that lacks the method',
      { method: 'PUT', preflight: { status: '204', headers: ALLOW } },
      'blocked',
      'allow-methods-lacks-method',
    ],
    [
      'a preflight that lacks a header',
      { requestHeaders: 'X-A: 1', preflight: { status: '204', headers: ALLOW } },
      'blocked',
      'allow-headers-lacks-header',
    ],
    [
      'a preflight that passes, before an answer that does not',
      { method: 'PUT', preflight: { status: '204', headers: `${ALLOW}\nAccess-Control-Allow-Methods: PUT` } },
      'blocked',
      'allow-origin-missing',
    ],
    [
      'the origin null',
      { origin: 'null', actual: { status: '200', headers: ALLOW } },
      'blocked',
      'allow-origin-mismatch',
    ],
    [
      'a redirect to user and password',
      { actual: { status: '302', headers: `${ALLOW}\nLocation: https://u:p@api.example/` } },
      'blocked',
      'redirect-with-userinfo',
    ],
  ])('%s', (_, change, verdict, cause) => {
    const { diagnosis } = judged(change, browser);
    expect([diagnosis.verdict, diagnosis.cause?.code ?? null]).toEqual([verdict, cause]);
    if (diagnosis.cause) expect(diagnosis.browserCode?.[browser]).toBeTruthy();
  });
});

describe('what is typed wrongly', () => {
  it.each([
    ['origin', { origin: 'https://app.example/' }, 'not-an-origin', 'https://app.example'],
    ['origin', { origin: 'app' }, 'not-an-origin', ''],
    ['url', { url: '/relative' }, 'not-http', ''],
    ['url', { url: 'file:///x' }, 'not-http', ''],
    ['url', { url: 'https2://api.example/' }, 'not-http', ''],
    ['url', { url: 'xhttps://api.example/' }, 'not-http', ''],
    ['url', { url: 'https://app.example/x' }, 'same-origin', 'https://app.example'],
    ['url', { url: 'http://api.example/x' }, 'mixed-content', ''],
    ['url', { url: 'https://api.example:25/x' }, 'bad-port', ''],
    ['method', { method: 'P UT' }, 'not-a-method', ''],
    ['method', { method: 'trace' }, 'forbidden-method', 'trace'],
    ['requestHeaders', { requestHeaders: 'X-A: 1\n\nno header' }, 'not-a-header', '3'],
    ['actualHeaders', { actual: { status: '200', headers: 'a b: c' } }, 'not-a-header', '1'],
    ['actualStatus', { actual: { status: '20', headers: '' } }, 'not-a-status', ''],
    ['preflightStatus', { preflight: { status: '', headers: '' } }, 'not-a-status', ''],
  ] as const)('%s: %j', (field, change, code, detail) => {
    expect(judgeWhatIf({ ...SIMPLE, ...change }, 'chromium')).toEqual({
      ok: false,
      problems: [{ field, code, detail }],
    });
  });
});

it('leaves out what a page cannot set, and says so', () => {
  const { ignored, diagnosis } = judged({ requestHeaders: 'Cookie: a=b\nOrigin: x' });
  expect(ignored).toEqual(['Cookie', 'Origin']);
  expect(diagnosis.preflight.sent).toBe(false);
});

it('lets a page set what browsers at times add by themselves, which then needs a preflight', () => {
  const headers = 'Cache-Control: no-cache\nPragma: no-cache\nIf-None-Match: "x"';
  const { ignored, diagnosis } = judged({ requestHeaders: headers });
  expect(ignored).toEqual([]);
  expect(diagnosis.preflight.reasons.map((reason) => ('name' in reason ? reason.name : reason.code))).toEqual([
    'cache-control',
    'if-none-match',
    'pragma',
  ]);
  expect(judged({ requestHeaders: 'User-Agent: x' }, 'chromium').ignored).toEqual(['User-Agent']);
  expect(judged({ requestHeaders: 'User-Agent: x' }, 'firefox').ignored).toEqual([]);
});

it('calls this machine from a page with https', () => {
  expect(judged({ url: 'http://localhost:3000/x' }).diagnosis.verdict).toBe('blocked');
});

it('copies the headers that the preflight asked for, be they such as browsers add', () => {
  const request = { 'Cache-Control': 'no-cache', 'If-None-Match': '"x"' };
  const asked = call({ id: '1', request, preflight: { asks: 'cache-control', answer: {} }, answer: {} });
  expect(whatIfFrom(asked, diagnose(asked)).requestHeaders).toBe('Cache-Control: no-cache');
  const simple = call({ id: '1', request, answer: {} });
  expect(whatIfFrom(simple, diagnose(simple)).requestHeaders).toBe('');
});

it('spells methods as browsers do', () => {
  expect(judged({ method: 'put' }).exchange.hops[0].method).toBe('PUT');
  expect(judged({ method: 'patch' }).exchange.hops[0].method).toBe('patch');
});

it('makes a diagnosis or a clear message of anything', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('*', 'null', '200', '302', 'GET', 'put', 'https://a.example', 'https://b.example/x', ALLOW),
    fc
      .array(fc.constantFrom('Access-Control-Allow-Origin: *', 'Location: /x', 'X-A: 1', 'x', ''), { maxLength: 4 })
      .map((lines) => lines.join('\n')),
  );
  const answer = fc.record({ status: text, headers: text });
  const whatIf: fc.Arbitrary<WhatIf> = fc.record({
    origin: text,
    url: text,
    method: text,
    requestHeaders: text,
    credentials: fc.constantFrom('omit', 'same-origin', 'include'),
    preflight: answer,
    actual: answer,
  });
  const nearly = fc
    .record({ change: whatIf, keep: fc.subarray(Object.keys(BLANK) as (keyof WhatIf)[]) })
    .map(({ change, keep }): WhatIf => ({ ...change, ...Object.fromEntries(keep.map((key) => [key, BLANK[key]])) }));
  fc.assert(
    fc.property(fc.oneof(whatIf, nearly), fc.constantFrom(...BROWSERS), (edited, browser) => {
      const result = judgeWhatIf(edited, browser);
      if (!result.ok) {
        expect(result.problems.length).toBeGreaterThan(0);
        return;
      }
      const { diagnosis, exchange } = result;
      expect(['allowed', 'blocked']).toContain(diagnosis.verdict);
      expect(diagnosis.verdict === 'blocked').toBe(diagnosis.cause !== null);
      expect(diagnosis.cause?.code).not.toBe('unexplained');
      for (const step of diagnosis.trace)
        if (step.state === 'failed' && step.fault) expect(fieldOf(step)).not.toBeNull();
      expect(() => fixFor(exchange, diagnosis)).not.toThrow();
    }),
    { numRuns: runs(1_500) },
  );
});

it('judges a copy of a recorded call as the call itself', () => {
  let compared = 0;
  for (let index = 0; index < 400; index++) {
    const exchange = supposedCall(3, index);
    if (exchange === null) continue;
    const recorded = diagnose(exchange);
    const result = judgeWhatIf(whatIfFrom(exchange, recorded), 'chromium');
    // What a page may not send to its own origin's neighbour, such as a header that no line can hold, is said.
    if (!result.ok) continue;
    // Of a call that was never sent only the names of its headers are known.
    if (exchange.hops[0].response === null || recorded.verdict !== 'blocked') continue;
    compared += 1;
    expect([index, result.diagnosis.verdict, result.diagnosis.cause?.code]).toEqual([
      index,
      recorded.verdict,
      recorded.cause?.code,
    ]);
  }
  expect(compared).toBeGreaterThan(50);
});

it('takes in the changes of a fix, with which the copy succeeds', () => {
  let cured = 0;
  for (let index = 0; index < 200; index++) {
    const exchange = supposedCall(4, index);
    if (exchange === null) continue;
    const diagnosis = diagnose(exchange);
    const fix = fixFor(exchange, diagnosis);
    if (fix.kind !== 'headers') continue;
    const copy = whatIfFrom(exchange, diagnosis);
    const here = [...fix.status, ...fix.changes].filter(({ hop }) => hop === decidingHop(exchange, diagnosis));
    const result = judgeWhatIf(withEditsOf(copy, here), 'chromium');
    if (!result.ok) continue;
    cured += 1;
    expect([index, result.diagnosis.cause?.code ?? null]).toEqual([index, null]);
  }
  expect(cured).toBeGreaterThan(50);
});

describe('headers as they are typed', () => {
  it('stand one a line, whatever ends it, with room around them and between', () => {
    const headers = [
      ['X-A', '1'],
      ['x-b', ''],
    ];
    expect(parseHeaders('  X-A:\t1 \r\n\r\n \t\rx-b:')).toEqual({ headers });
    expect(parseHeaders('')).toEqual({ headers: [] });
  });
  it.each([
    ['X-A: 1\n: 2', 2],
    ['X-A', 1],
    ['\n\nX A: 1', 3],
    ['X-A: \u20ac', 1],
    ['X-A: 1\0', 1],
  ])('are none in %j', (text, line) => {
    expect(parseHeaders(text)).toEqual({ line });
  });
  it('are written without those that no line can hold', () => {
    expect(
      headerText([
        ['X-A', '1'],
        ['X A', '2'],
        ['X-B', 'a\nX-C: 3'],
        ['', '4'],
      ]),
    ).toBe('X-A: 1');
  });
});

describe('the field that decides a step', () => {
  const at = (message: HeaderPointer['message'], header: string) =>
    fieldOf({ id: 'response-delivered', pointer: { hop: 0, message, header } } as Step);
  it.each([
    ['preflight-response', ':status', 'preflightStatus', null],
    ['preflight-response', 'access-control-allow-methods', 'preflightHeaders', 'access-control-allow-methods'],
    ['response', ':status', 'actualStatus', null],
    ['response', 'location', 'actualHeaders', 'location'],
    ['request', 'origin', 'origin', null],
    ['preflight-request', 'origin', 'origin', null],
    ['preflight-request', 'access-control-request-method', 'method', null],
    ['preflight-request', 'access-control-request-headers', 'requestHeaders', null],
    ['request', 'x-a', 'requestHeaders', 'x-a'],
  ] as const)('points into %s at %s: %s', (message, header, field, shown) => {
    expect(at(message, header)).toEqual({ field, header: shown });
  });
});

it.each([
  ['preflight-needed', 'method', null],
  ['preflight-answered', 'preflightStatus', null],
  ['preflight-ok-status', 'preflightStatus', null],
  ['preflight-not-redirected', 'preflightHeaders', 'location'],
  ['preflight-allow-origin', 'preflightHeaders', 'access-control-allow-origin'],
  ['preflight-allow-credentials', 'preflightHeaders', 'access-control-allow-credentials'],
  ['preflight-allow-methods', 'preflightHeaders', 'access-control-allow-methods'],
  ['preflight-allow-headers', 'preflightHeaders', 'access-control-allow-headers'],
  ['response-arrived', 'actualStatus', null],
  ['response-allow-origin', 'actualHeaders', 'access-control-allow-origin'],
  ['response-allow-credentials', 'actualHeaders', 'access-control-allow-credentials'],
  ['redirect-location', 'actualHeaders', 'location'],
] as const)('the step %s, which points to no header, is decided in %s', (id, field, header) => {
  expect(fieldOf({ id, pointer: null } as Step)).toEqual({ field, header });
});

it('no field decides the mode, nor what the browser did in the end', () => {
  for (const id of ['request-mode', 'response-delivered'] as const)
    expect(fieldOf({ id, pointer: null } as Step)).toBeNull();
});

it('reads back every header that it writes', () => {
  const name = fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,12}$/);
  const value = fc.stringMatching(/^(?:[!-~\x80-\xff](?:[ -~\x80-\xff]{0,20}[!-~\x80-\xff])?)?$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value)), (headers) => {
      expect(parseHeaders(headerText(headers))).toEqual({ headers });
    }),
  );
});
