import { describe, expect, it } from 'vitest';
import {
  allowCredentialsFailure,
  allowOriginFailure,
  allowOriginLines,
  corsCheck,
} from '../../../src/cors/cors-check.ts';
import type { HeaderList } from '../../../src/cors/header-list.ts';

// Facts of web-platform-tests, told anew. Each table names its file.
const ORIGIN = 'http://web-platform.test:8000';
const HOST = 'web-platform.test:8000';
const allows = (...values: readonly string[]): HeaderList =>
  values.map((value) => ['Access-Control-Allow-Origin', value] as const);

// web-platform-tests/wpt cors/origin.htm
describe('allows the page with Access-Control-Allow-Origin', () => {
  it.each(['*', ' *  ', '\t*', ORIGIN, ` ${ORIGIN}`, ` ${ORIGIN}   \t `, `\t${ORIGIN}`])('%j', (value) => {
    expect(allowOriginFailure(ORIGIN, false, allows(value))).toBeNull();
  });
});
describe('refuses the page with Access-Control-Allow-Origin', () => {
  it.each([
    `http://sub.${HOST}`,
    `//${HOST}`,
    `://${HOST}`,
    `ftp://${HOST}`,
    `http:://${HOST}`,
    `http:/${HOST}`,
    `http:${HOST}`,
    HOST,
    `${ORIGIN}?`,
    `${ORIGIN}/`,
    `${ORIGIN} /`,
    `${ORIGIN}#`,
    `${ORIGIN}%23`,
    `${ORIGIN}:80`,
    `${ORIGIN}, *`,
    `${ORIGIN}\0`,
    ORIGIN.toUpperCase(),
    `HTTP://${HOST}`,
    '-',
    '**',
    '\0*',
    '*\0',
    "'*'",
    '"*"',
    '* *',
    '* null',
    '*http://*',
    `*${ORIGIN}`,
    `* ${ORIGIN}`,
    `*, ${ORIGIN}`,
    `\0${ORIGIN}`,
    `null ${ORIGIN}`,
    'http://example.net',
    'null',
    'null *',
    '',
    `${ORIGIN}/cors/origin.htm`,
    `${ORIGIN}/cors/`,
    '*.test',
    'http://.test',
    'http://*.test',
  ])('%j', (value) => {
    expect(allowOriginFailure(ORIGIN, false, allows(value))).not.toBeNull();
  });
});
describe('refuses two lines', () => {
  it.each([
    ['', '*'],
    ['*', ''],
    ['*', '*'],
    ['', ORIGIN],
    ['*', ORIGIN],
    [ORIGIN, ORIGIN],
  ])('%j and %j', (first, second) => {
    expect(allowOriginFailure(ORIGIN, false, allows(first, second))).toBe('allow-origin-multiple');
  });
});

// web-platform-tests/wpt fetch/api/cors/cors-origin.any.js and cors-multiple-origins.js
it('tells a missing header from an empty one', () => {
  expect(allowOriginFailure(ORIGIN, false, [])).toBe('allow-origin-missing');
  expect(allowOriginFailure(ORIGIN, false, allows(''))).toBe('allow-origin-invalid');
});
it.each([`"", http://example.com, ${ORIGIN}`, '"", http://example.com, *', '*, http://example.com, *'])(
  'takes no list, even with the right origin in it: %j',
  (value) => {
    expect(allowOriginFailure(ORIGIN, false, allows(value))).toBe('allow-origin-multiple');
  },
);

// web-platform-tests/wpt cors/credentials-flag.htm
describe('refuses credentials with Access-Control-Allow-Credentials', () => {
  it.each(['TRUE', 'True', '"true"', 'false', '1', '0', ''])('%j', (value) => {
    const headers: HeaderList = [...allows(ORIGIN), ['access-control-allow-credentials', value]];
    expect(allowCredentialsFailure(true, headers)).toBe('allow-credentials-invalid');
    expect(corsCheck(ORIGIN, true, headers)).toBe(false);
    expect(corsCheck(ORIGIN, false, headers)).toBe(true);
  });
});
it('wants the exact origin as well as `true` for credentials', () => {
  const yes = ['Access-Control-Allow-Credentials', 'true'] as const;
  expect(corsCheck(ORIGIN, true, [...allows(ORIGIN), yes])).toBe(true);
  expect(corsCheck(ORIGIN, true, [...allows('*'), yes])).toBe(false);
  expect(corsCheck(ORIGIN, true, allows(ORIGIN))).toBe(false);
  expect(corsCheck(ORIGIN, false, allows('*'))).toBe(true);
});
it('says which of the two is wrong with credentials', () => {
  expect(allowOriginFailure(ORIGIN, true, allows('*'))).toBe('allow-origin-wildcard-credentials');
  expect(allowCredentialsFailure(true, allows(ORIGIN))).toBe('allow-credentials-missing');
  expect(allowCredentialsFailure(false, allows(ORIGIN))).toBeNull();
});
it('counts the lines, not the values', () => {
  expect(allowOriginLines([['Vary', 'Origin'], ...allows('*', ORIGIN)])).toBe(2);
  expect(allowOriginLines(allows('*, *'))).toBe(1);
});

// What `npm run agree` found of the browsers' own words for refused values (Chromium's CheckAccess).
describe('names the refused value as Chromium does', () => {
  it.each([
    ['null', 'allow-origin-mismatch'],
    [`${ORIGIN}/`, 'allow-origin-mismatch'],
    [HOST, 'allow-origin-mismatch'], // reads as a URL of the scheme web-platform.test:
    ['undefined', 'allow-origin-invalid'],
    ['http://', 'allow-origin-invalid'],
    ['//x.test', 'allow-origin-invalid'],
    ['http://a.test:99999', 'allow-origin-invalid'],
    ['http://a.test:8080/x', 'allow-origin-mismatch'],
    ['-http://a.test', 'allow-origin-invalid'],
    ['http://[', 'allow-origin-invalid'],
    ['http://a..[', 'allow-origin-invalid'],
    ['http://a.test:x', 'allow-origin-invalid'],
    ['javascript:1', 'allow-origin-mismatch'],
    ['http://caf\u00c3\u00a9.test', 'allow-origin-mismatch'], // UTF-8 bytes
    ['http://\u00e2\u0098\u0083.test', 'allow-origin-mismatch'], // a host as UTF-8, none as the bytes stand
    ['http://*', 'allow-origin-mismatch'],
    [',', 'allow-origin-multiple'],
    ['* x', 'allow-origin-multiple'],
  ])('%j: %s', (value, failure) => {
    expect(allowOriginFailure(ORIGIN, false, allows(value))).toBe(failure);
  });
});
