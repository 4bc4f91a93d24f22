import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { withinOneEdit } from '../../../src/diagnosis/edit-distance.ts';
import { misspeltName } from '../../../src/diagnosis/misspelt-name.ts';
import { allowOriginNearMiss } from '../../../src/diagnosis/near-miss-origin.ts';
import { BLOCKED, call, PAGE } from '../../fixtures/panel-page/calls.ts';

describe('the allowed origin is nearly the one that asked', () => {
  const APP = 'https://app.example.com';
  const OWN = 'https://api.example.com';
  it.each<readonly [got: string, code: string]>([
    // Differences in the writing.
    [`${APP}, https://b.example.com`, 'origin-list'],
    [`${APP} https://b.example.com`, 'origin-list'],
    [`${APP}, ${APP}`, 'duplicate-value'],
    ['', 'placeholder'],
    ['null', 'null-literal'],
    [`"${APP}"`, 'quotes'],
    [`'${APP}'`, 'quotes'],
    ['undefined', 'placeholder'],
    ['$http_origin', 'placeholder'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in configurations
    ['${ORIGIN}', 'placeholder'],
    ['{{ origin }}', 'placeholder'],
    ['%{ORIGIN}e', 'placeholder'],
    ['%ORIGIN%', 'placeholder'],
    ['<origin>', 'placeholder'],
    ['@origin@', 'placeholder'],
    ['[object Object]', 'placeholder'],
    ['your-domain.com', 'placeholder'],
    ['https://*.example.com', 'wildcard-subdomain'],
    ['*.example.com', 'wildcard-subdomain'],
    ['https://app.*', 'pattern'],
    ['^https://.*$', 'pattern'],
    ['app.example.com', 'no-scheme'],
    ['HTTPS://APP.example.com', 'upper-case'],
    [`${APP}/`, 'trailing-slash'],
    [`${APP}/path`, 'path'],
    // Differences between two origins.
    [`${APP}:443`, 'default-port-spelled-out'],
    [`${APP}:443/`, 'default-port-spelled-out'],
    [`${APP}?x`, 'path'],
    ['https://App.Example.com/', 'trailing-slash'],
    [OWN, 'own-origin'],
    ['http://app.example.com', 'scheme'],
    ['http://app.example.com:8080', 'other-origin'],
    [`${APP}:8443`, 'port'],
    ['https://example.com', 'subdomain'],
    ['https://www.app.example.com', 'subdomain'],
    ['https://www.example.com', 'subdomain'],
    ['https://app.example.org', 'other-origin'],
    ['https://app.example.com.evil.test', 'other-origin'],
    ['https://notapp.test', 'other-origin'],
    ['ftp://other.example.com', 'other-origin'],
  ])('%j: %s', (got, code) => {
    expect(allowOriginNearMiss(got, APP, OWN, false).code).toBe(code);
  });

  it.each([
    ['http://127.0.0.1:3000', 'http://localhost:3000', 'localhost-loopback', '127.0.0.1', 'localhost'],
    ['http://localhost:3000', 'http://[::1]:3000', 'localhost-loopback', 'localhost', '[::1]'],
    ['http://localhost:3001', 'http://localhost:3000', 'port', '3001', '3000'],
    ['http://localhost', 'http://localhost:3000', 'port', '80', '3000'],
    ['http://localhost:3000', 'http://localhost', 'port', '3000', '80'],
    ['https://localhost:3000', 'http://localhost:3000', 'scheme', 'https', 'http'],
    [
      'http://127.0.0.1:3001',
      'http://localhost:3000',
      'other-origin',
      'http://127.0.0.1:3001',
      'http://localhost:3000',
    ],
    ['http://10.1.2.3', 'http://9.9.2.3', 'other-origin', 'http://10.1.2.3', 'http://9.9.2.3'],
    ['http://a', 'http://b', 'other-origin', 'http://a', 'http://b'],
    ['http://x.one.co.uk', 'http://y.one.co.uk', 'subdomain', 'x.one.co.uk', 'y.one.co.uk'],
    ['http://one.co.uk', 'http://two.co.uk', 'other-origin', 'http://one.co.uk', 'http://two.co.uk'],
    ['http://a.test:80', 'http://a.test', 'default-port-spelled-out', ':80', ''],
    ['http://a.test:443', 'http://a.test', 'port', '443', '80'],
    ['a.test', 'http://a.test', 'no-scheme', 'a.test', 'http://'],
    ['http://a.test/', 'http://a.test', 'trailing-slash', '/', ''],
    ['http://a.test/x/y', 'http://a.test', 'path', '/x/y', ''],
    ['http://a.test?x', 'http://a.test', 'path', '?x', ''],
    ['http://a.test#x', 'http://a.test', 'path', '#x', ''],
    ['http://A.test/x', 'http://a.test', 'path', '/x', ''],
    ['http://A.test/', 'http://a.test', 'trailing-slash', 'http://A.test/', 'http://a.test'],
    ['http://A.test:8080/', 'http://a.test:8080', 'trailing-slash', 'http://A.test:8080/', 'http://a.test:8080'],
    ['http:/a.test', 'http://a.test', 'other-origin', 'http:/a.test', 'http://a.test'],
    ['http://a.test:80/', 'http://a.test', 'default-port-spelled-out', ':80', ''],
    [
      'http://a.test, http://a.test',
      'http://a.test',
      'duplicate-value',
      'http://a.test, http://a.test',
      'http://a.test',
    ],
  ])('%j where %j asked: %s, %j in place of %j', (got, asked, code, given, wanted) => {
    expect(allowOriginNearMiss(got, asked, 'http://own.test', false)).toEqual({ code, got: given, want: wanted });
  });

  it('or was kept in the cache for another', () => {
    expect(allowOriginNearMiss('https://else.test', APP, OWN, true).code).toBe('cached-for-other-origin');
  });
});

describe('one letter away', () => {
  it.each([
    ['origin', 'orgin'],
    ['orgin', 'origin'],
    ['origin', 'orixin'],
    ['origin', 'oirgin'],
    ['origin', 'origins'],
    ['origin', 'xorigin'],
    ['origin', 'origin'],
  ])('%s and %s are', (a, b) => {
    expect(withinOneEdit(a, b)).toBe(true);
    expect(withinOneEdit(b, a)).toBe(true);
  });
  it.each([
    ['origin', 'orign-s'],
    ['origin', 'rgini'],
    ['origin', 'roigni'],
    ['origin', 'originss'],
    ['origin', 'oxixin'],
    ['abcd', 'abxc'],
  ])('%s and %s are not', (a, b) => {
    expect(withinOneEdit(a, b)).toBe(false);
    expect(withinOneEdit(b, a)).toBe(false);
  });
});

describe('a header’s name is misspelt as', () => {
  const wanted = 'access-control-allow-origin';
  it.each([
    'Access-Control-Allow-Orgin',
    'Access-Control-Allow-Origins',
    'Access_Control_Allow_Origin',
    'AccessControlAllowOrigin',
    'Allow-Control-Allow-Origin',
    'Acces-Control-Allow-Origin',
    'X-Access-Control-Allow-Origin',
    'Cors-Control-Allow-Origin',
    'Cors-Allow-Origin',
    'X-Allow-Origin',
  ])('%s', (name) => {
    expect(
      misspeltName(
        [
          ['Date', 'x'],
          [name, '*'],
        ],
        wanted,
      ),
    ).toEqual({
      code: 'header-name-typo',
      got: name,
      want: 'Access-Control-Allow-Origin',
    });
  });
  it.each([
    'Access-Control-Allow-Origin',
    'Access-Control-Allow-Methods',
    'Origin',
    'Timing-Allow-Origin',
    'Allow',
    'X-Some-Other-Company-Has-Its-Own-Allow-Origin',
  ])('but not as %s', (name) => {
    expect(misspeltName([[name, '*']], wanted)).toBeNull();
  });
  it('without a final s', () => {
    expect(misspeltName([['Access-Control-Allow-Header', 'x']], 'access-control-allow-headers')?.want).toBe(
      'Access-Control-Allow-Headers',
    );
  });
});

describe('a preflight’s answer is nearly right', () => {
  const open: HeaderList = [['Access-Control-Allow-Origin', PAGE]];
  const nearMiss = (...headers: HeaderList) =>
    diagnose(
      call({
        id: '1',
        method: 'PATCH',
        preflight: { asks: 'content-type,x-token', answer: { status: 204, headers: [...open, ...headers] } },
        error: BLOCKED,
        extra: { evidence: { credentials: 'omit' } },
      }),
    ).cause?.nearMiss ?? null;
  const methods = (value: string): HeaderList[number] => ['Access-Control-Allow-Methods', value];
  const names = (value: string): HeaderList[number] => ['Access-Control-Allow-Headers', value];
  const all = methods('PATCH');

  it.each<readonly [string, HeaderList, object | null]>([
    ['the method in other case', [methods('get, patch')], { code: 'method-case', got: 'patch', want: 'PATCH' }],
    ['the header’s name misspelt', [['Access-Control-Allow-Method', 'PATCH']], { code: 'header-name-typo' }],
    ['another method', [methods('GET')], null],
    [
      'a space in the list',
      [methods('PUT PATCH')],
      { code: 'header-name-space', got: 'PUT PATCH', want: 'PUT, PATCH' },
    ],
    ['quotes', [methods('"PATCH"')], { code: 'quotes', got: '"PATCH"', want: 'PATCH' }],
    ['what is no token otherwise', [methods('PA;TCH')], null],
    ['a space in a name', [all, names('x token, a')], { code: 'header-name-space', got: 'x token', want: 'x, token' }],
    [
      'a letter too few',
      [all, names('content-type, x-tokn')],
      { code: 'header-name-typo', got: 'x-tokn', want: 'x-token' },
    ],
    ['no dash', [all, names('Content-Type, XToken')], { code: 'header-name-typo', got: 'XToken', want: 'x-token' }],
    ['other dashes', [all, names('Content_Type, x-token')], { code: 'header-name-typo', got: 'Content_Type' }],
    ['another name', [all, names('content-type, x-other')], null],
    ['a name too short to tell', [all, names('content-type, x-a')], null],
    ['the list’s own name misspelt', [all, ['Access-Control-Allow-Header', 'x']], { code: 'header-name-typo' }],
  ])('%s', (_, headers, says) => {
    const found = nearMiss(...headers);
    if (says === null) expect(found).toBeNull();
    else expect(found).toMatchObject(says);
  });
});

it.each<readonly [string, object | null]>([
  ['True', { code: 'value-case', got: 'True', want: 'true' }],
  ['"true"', { code: 'quotes', want: 'true' }],
  ['true, true', { code: 'duplicate-value', want: 'true' }],
  ['true, false', null],
  ['yes', null],
])('Access-Control-Allow-Credentials: %s', (value, says) => {
  const headers: HeaderList = [
    ['Access-Control-Allow-Origin', PAGE],
    ['Access-Control-Allow-Credentials', value],
  ];
  const exchange = call({
    id: '1',
    answer: { headers },
    error: BLOCKED,
    extra: { evidence: { credentials: 'include' } },
  });
  const { cause } = diagnose(exchange);
  expect(cause?.code).toBe('allow-credentials-invalid');
  if (says === null) expect(cause?.nearMiss).toBeNull();
  else expect(cause?.nearMiss).toMatchObject(says);
});
