import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { isCorsSafelistedMethod, isForbiddenMethod } from '../../../src/cors/method.ts';
import { allowList, headersNotAllowed, isMethodAllowed, isOkStatus } from '../../../src/cors/preflight-response.ts';

// Facts of web-platform-tests, told anew. Each table names its file.
type Dialect = Parameters<typeof headersNotAllowed>[3];

/** The steps behind the CORS check of a preflight's answer, as CORS-preflight fetch takes them. */
function passes(
  { methods, headers }: { readonly methods?: string; readonly headers?: string },
  call: { readonly method: string; readonly names: readonly string[]; readonly credentials: boolean },
  dialect: Dialect = 'standard',
): boolean {
  const list: HeaderList = [
    ...(methods === undefined ? [] : [['Access-Control-Allow-Methods', methods] as const]),
    ...(headers === undefined ? [] : [['Access-Control-Allow-Headers', headers] as const]),
  ];
  const allowedMethods = allowList(list, 'access-control-allow-methods');
  const allowedHeaders = allowList(list, 'access-control-allow-headers');
  return (
    allowedMethods !== null &&
    allowedHeaders !== null &&
    isMethodAllowed(call.method, allowedMethods, call.credentials) &&
    headersNotAllowed(call.names, allowedHeaders, call.credentials, dialect).length === 0
  );
}

// web-platform-tests/wpt fetch/api/cors/cors-preflight-star.any.js
describe('`*` in the lists of a preflight', () => {
  it.each<readonly [string, boolean, boolean, string, string, string, readonly string[]]>([
    ['a safelisted method needs no entry', true, false, 'get', 'x-test', 'GET', ['x-test']],
    ['names compare without case, * is any method', true, false, '*', 'x-test', 'SUPER', ['x-test']],
    ['* is any without credentials', true, false, '*', '*', 'OK', ['x-test']],
    ['* is no method with credentials', false, true, '*', '*', 'OK', ['x-test']],
    ['* is not PUT with credentials', false, true, '*', '', 'PUT', []],
    ['nothing was asked of the headers', true, true, 'PUT', '*', 'PUT', []],
    ['* is no header with credentials', false, true, 'get', '*', 'GET', ['x-test']],
    ['* is no header with credentials, whatever the methods', false, true, '*', '*', 'GET', ['x-test']],
    ['a method and a header named * are covered by *', true, true, '*', '*', '*', ['*']],
    ['methods compare with case', false, true, 'put', '*', 'PUT', []],
  ])('%s', (_, succeeds, credentials, methods, headers, method, names) => {
    expect(passes({ methods, headers }, { method, names, credentials })).toBe(succeeds);
  });
});

// web-platform-tests/wpt fetch/api/cors/cors-preflight-response-validation.any.js
describe('one item that is no token fails the whole preflight', () => {
  const call = { method: 'GET', names: ['x-force-preflight'], credentials: false };
  it('in Access-Control-Allow-Headers', () => {
    expect(passes({ headers: 'x-force-preflight' }, call)).toBe(true);
    expect(passes({ headers: 'x-force-preflight,header name with space' }, call)).toBe(false);
  });
  it('in Access-Control-Allow-Methods', () => {
    expect(passes({ headers: 'x-force-preflight', methods: 'Bad method name' }, call)).toBe(false);
  });
});

it('an absent list is an empty one, and one that came before is read alike', () => {
  expect(allowList([], 'access-control-allow-methods')).toEqual([]);
  const lines: HeaderList = [
    ['Access-Control-Allow-Methods', ' PUT,,x-y'],
    ['access-control-allow-methods', 'get '],
  ];
  for (const _ of ['first', 'again'])
    expect(allowList(lines, 'access-control-allow-methods')).toEqual(['PUT', 'x-y', 'get']);
});

// web-platform-tests/wpt cors/request-headers.htm
describe('Access-Control-Allow-Headers', () => {
  const asked = (...names: readonly string[]) => ({ method: 'GET', names, credentials: false });
  it('must name every header', () => {
    expect(passes({ headers: 'x-print' }, asked('x-print'))).toBe(true);
    expect(passes({ headers: 'x-print' }, asked('x-print', 'y-print'))).toBe(false);
  });
  it('may have empty items, in any case', () => {
    expect(passes({ headers: ',y-lol,x-PriNT, ,,,Y-PRINT' }, asked('x-print', 'y-print'))).toBe(true);
    expect(passes({ headers: 'x-print,' }, asked('x-print'))).toBe(true);
  });
});

// web-platform-tests/wpt fetch/api/cors/cors-preflight-status.any.js
describe('the status of a preflight', () => {
  it.each([200, 201, 202, 203, 204, 205, 206, 226, 299])('%d is ok', (status) => {
    expect(isOkStatus(status)).toBe(true);
  });
  it.each([
    0, 100, 199, 300, 301, 302, 303, 304, 305, 306, 307, 308, 400, 401, 402, 403, 404, 405, 501, 502, 503, 504, 505,
    600,
  ])('%d is not', (status) => {
    expect(isOkStatus(status)).toBe(false);
  });
});

// https://fetch.spec.whatwg.org/#cors-safelisted-method
it.each(['GET', 'HEAD', 'POST'])('%j is a safelisted method', (method) => {
  expect(isCorsSafelistedMethod(method)).toBe(true);
});
it.each(['get', 'head', 'post', 'PUT', 'OPTIONS', ''])('%j is no safelisted method', (method) => {
  expect(isCorsSafelistedMethod(method)).toBe(false);
});

// https://fetch.spec.whatwg.org/#forbidden-method
it.each(['CONNECT', 'Trace', 'track'])('%j is a forbidden method', (method) => {
  expect(isForbiddenMethod(method)).toBe(true);
});
it.each(['TRACER', 'BACKTRACE', 'PUT', ''])('%j is no forbidden method', (method) => {
  expect(isForbiddenMethod(method)).toBe(false);
});

describe('the browsers are never stricter than the standard', () => {
  const name = fc.constantFrom('x-a', 'authorization', 'content-type', 'x-b');
  const listed = fc.array(fc.constantFrom('*', 'X-A', 'Authorization', 'content-type'), { maxLength: 4 });
  it.each(['chromium', 'firefox'] as const)('%s', (dialect) => {
    fc.assert(
      fc.property(fc.array(name), listed, fc.boolean(), (names, headers, credentials) => {
        const call = { method: 'GET', names, credentials };
        const lists = { headers: headers.join(', ') };
        if (passes(lists, call, 'standard')) expect(passes(lists, call, dialect)).toBe(true);
      }),
      { seed: 20_261_125 },
    );
  });
  it('they differ where `*` meets Authorization', () => {
    const call = { method: 'GET', names: ['authorization'], credentials: false };
    expect(passes({ headers: '*' }, call, 'standard')).toBe(false);
    expect(passes({ headers: '*' }, call, 'chromium')).toBe(true);
    expect(passes({ headers: '*' }, call, 'firefox')).toBe(true);
    expect(passes({ headers: '*, authorization' }, call, 'standard')).toBe(true);
  });
});
