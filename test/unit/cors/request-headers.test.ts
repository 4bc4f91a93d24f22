import { describe, expect, it } from 'vitest';
import type { Header } from '../../../src/cors/header-list.ts';
import {
  corsUnsafeRequestHeaderNames,
  corsUnsafeRequestHeaders,
  isBrowsersOwn,
  type UnsafeRule,
  unsafeRule,
} from '../../../src/cors/request-headers.ts';

// Facts of web-platform-tests, told anew. Each table names its file.
const digits = (count: number): string => '0123456789'.repeat(Math.ceil(count / 10)).slice(0, count);
const isSafe = (name: string, value: string): boolean => unsafeRule(name, value) === null;

// web-platform-tests/wpt cors/cors-safelisted-request-header.any.js
describe('a Content-Type needs no preflight when it is', () => {
  it.each(['text/plain;', 'text/plain;garbage', '  text/plain  ; x', 'multipart/form-data'])('%j', (value) => {
    expect(isSafe('content-type', value)).toBe(true);
  });
});
describe('a Content-Type needs a preflight when it is', () => {
  it.each([
    'text /plain',
    'text\t/\tplain',
    'text/plain;garbage\u0001\u0002',
    'text/plain,',
    ',text/plain',
    'text/plain,text/plain',
    'text/plain,x/x',
    'text/plain\u000b',
    'text/plain\u000c',
    'application/www-form-urlencoded',
    'application/x-www-form-urlencoded;\u007f',
    'multipart/form-data;"',
  ])('%j', (value) => {
    expect(isSafe('content-type', value)).toBe(false);
  });
});

describe('a Range needs no preflight when it is', () => {
  it.each(['bytes=100-200', 'bytes=200-', 'bytes=7-7'])('%j', (value) => {
    expect(isSafe('range', value)).toBe(true);
  });
});
describe('a Range needs a preflight when it is', () => {
  it.each([
    '100-200',
    'MB=100-200',
    'bytes =100-200',
    'bytes\t=100-200',
    'bytes=  100-200',
    'bytes=\t\t100-200',
    'bytes= \t100-200',
    'bytes=100 -200',
    'bytes=100\t-200',
    'bytes=100- 200',
    'bytes=100-\t200',
    'bytes=100-200hello',
    'bytes=abc-def',
    'bytes=100-200,300-400',
    'bytes=-200',
    'bytes=200-100',
    `bytes=1${'0'.repeat(60)}-2${'0'.repeat(60)}`,
    'bytes 100-200',
    'bytes = 100-200',
    ',bytes=100-200',
    'bytes=,100-200',
  ])('%j', (value) => {
    expect(isSafe('range', value)).toBe(false);
  });
});

// web-platform-tests/wpt fetch/api/cors/resources/not-cors-safelisted.json
describe('not safelisted is', () => {
  it.each<readonly [name: string, value: string, rule: UnsafeRule]>([
    ['accept', '"', 'unsafe-byte'],
    ['accept', digits(129), 'value-too-long'],
    ['accept-language', '\u0001', 'unsafe-byte'],
    ['accept-language', '@', 'unsafe-byte'],
    ['authorization', 'basics', 'name-not-safelisted'],
    ['content-language', '\u0001', 'unsafe-byte'],
    ['content-language', '@', 'unsafe-byte'],
    ['content-type', 'text/html', 'content-type-not-safelisted'],
    ['content-type', 'text/plain;"', 'unsafe-byte'],
    ['content-type', `text/plain; long=${digits(112)}`, 'value-too-long'],
    ['last-event-id', '"', 'name-not-safelisted'],
    ['last-event-id', digits(129), 'name-not-safelisted'],
    ['range', 'bytes 0-', 'range-not-simple'],
    ['test', 'hi', 'name-not-safelisted'],
    ['x-accept', digits(129), 'name-not-safelisted'],
    ['accept-x', digits(129), 'name-not-safelisted'],
  ])('%s: %j', (name, value, rule) => {
    expect(unsafeRule(name, value)).toBe(rule);
  });
});

// web-platform-tests/wpt cors/simple-requests.htm and fetch/api/cors/cors-no-preflight.any.js
describe('safelisted is', () => {
  it.each<readonly [name: string, value: string]>([
    ['accept', 'test'],
    ['accept', '*/*'],
    ['accept', digits(128)],
    ['accept-language', 'test'],
    ['accept-language', 'fr'],
    ['content-language', 'test'],
    ['content-type', 'application/x-www-form-urlencoded'],
    ['content-type', 'multipart/form-data'],
    ['content-type', 'text/plain'],
    ['content-type', 'text/plain;charset=utf-8'],
    ['content-type', 'Text/Plain;charset=utf-8'],
    ['content-type', 'text/plain; parameter=whatever'],
  ])('%s: %j', (name, value) => {
    expect(isSafe(name, value)).toBe(true);
  });
});

// https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names : 1024 bytes for all safelisted values together.
it('finds no single value at fault where all together are too long', () => {
  const eight = Array.from({ length: 8 }, (): Header => ['accept', digits(128)]);
  expect(corsUnsafeRequestHeaders(eight)).toEqual([]);
  expect(corsUnsafeRequestHeaders([...eight, ['content-language', 'e']])).toEqual([
    { name: 'accept', rule: 'total-too-long' },
    { name: 'content-language', rule: 'total-too-long' },
  ]);
});

it('names each header once and sorted, with the rule that it broke by itself', () => {
  const long = Array.from({ length: 9 }, (): Header => ['Accept', digits(128)]);
  expect(corsUnsafeRequestHeaders([['X-B', '1'], ['X-C', '1'], ...long, ['x-a', '1'], ['accept', '"']])).toEqual([
    { name: 'accept', rule: 'unsafe-byte' },
    { name: 'x-a', rule: 'name-not-safelisted' },
    { name: 'x-b', rule: 'name-not-safelisted' },
    { name: 'x-c', rule: 'name-not-safelisted' },
  ]);
});

// https://fetch.spec.whatwg.org/#forbidden-request-header , and what the browsers add on the way
describe('on the wire, the browser’s own is', () => {
  it.each<readonly [name: string, value: string]>([
    ['Host', 'a.test'],
    ['Sec-Fetch-Mode', 'cors'],
    ['Proxy-Authorization', 'x'],
    ['Access-Control-Request-Method', 'PUT'],
    ['User-Agent', 'x'],
    ['If-None-Match', '"x"'],
    ['Cache-Control', 'no-cache'],
    ['Cache-Control', 'max-age=0'],
    ['Pragma', 'no-cache'],
  ])('%s: %s', (name, value) => {
    expect(isBrowsersOwn([name, value])).toBe(true);
  });
});
describe('on the wire, a page’s own is', () => {
  it.each<readonly [name: string, value: string]>([
    ['Cache-Control', 'no-store'],
    ['Pragma', 'x'],
    ['X-Host', 'a.test'],
    ['Hostess', 'a.test'],
    ['X-User-Agent', 'x'],
    ['User-Agent-X', 'x'],
    ['X-Sec-Fetch-Mode', 'x'],
    ['Secret', 'x'],
    ['Authorization', 'x'],
    ['Accept', '*/*'],
  ])('%s: %s', (name, value) => {
    expect(isBrowsersOwn([name, value])).toBe(false);
  });
});
it('names what made a preflight necessary of a request as it was sent', () => {
  expect(
    corsUnsafeRequestHeaderNames([
      ['Host', 'a.test'],
      ['X-B', '1'],
      ['Accept', '*/*'],
      ['Content-Type', 'application/json'],
    ]),
  ).toEqual(['content-type', 'x-b']);
});
