import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { BROWSER_CODES } from '../../../src/diagnosis/browser-codes.ts';
import { CAUSE_CODES } from '../../../src/diagnosis/codes.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { End, Exchange } from '../../../src/exchange/exchange.ts';
import { BLOCKED, type CallSpec, call, PAGE } from '../../fixtures/panel-page/calls.ts';

const open: HeaderList = [['Access-Control-Allow-Origin', PAGE]];
const codes = (spec: Partial<CallSpec>) =>
  diagnose(call({ id: '1', error: BLOCKED, extra: { evidence: { credentials: 'include' } }, ...spec })).browserCode;
/** The headers' fault at both of its places: in the preflight's answer, and in the call's own. */
const both = (...headers: HeaderList) => [
  codes({ method: 'PUT', preflight: { answer: { status: 204, headers } } }),
  codes({ answer: { headers } }),
];

describe('Chromium has a name of its own for a preflight’s', () => {
  it.each<readonly [chromium: string, firefox: string, HeaderList]>([
    ['MissingAllowOriginHeader', 'CORSMissingAllowOrigin', []],
    ['MultipleAllowOriginValues', 'CORSMultipleAllowOriginNotAllowed', [...open, ...open]],
    ['InvalidAllowOriginValue', 'CORSAllowOriginNotMatchingOrigin', [['Access-Control-Allow-Origin', 'x']]],
    ['AllowOriginMismatch', 'CORSAllowOriginNotMatchingOrigin', [['Access-Control-Allow-Origin', 'http://b.test']]],
    ['WildcardOriginNotAllowed', 'CORSNotSupportingCredentials', [['Access-Control-Allow-Origin', '*']]],
    ['InvalidAllowCredentials', 'CORSMissingAllowCredentials', open],
  ])('%s', (chromium, firefox, headers) => {
    expect(both(...headers)).toEqual([
      { chromium: `Preflight${chromium}`, firefox },
      { chromium, firefox },
    ]);
  });
  it('but none for what only preflights have', () => {
    const headers: HeaderList = [...open, ['Access-Control-Allow-Credentials', 'true']];
    expect(codes({ method: 'PUT', preflight: { answer: { status: 204, headers } } })?.chromium).toBe(
      'MethodDisallowedByPreflightResponse',
    );
  });
});

it('a list in one line is no two lines to Firefox', () => {
  expect(codes({ answer: { headers: [['Access-Control-Allow-Origin', `${PAGE}, *`]] } })).toEqual({
    chromium: 'MultipleAllowOriginValues',
    firefox: 'CORSAllowOriginNotMatchingOrigin',
  });
});

it('knows the names of every cause', () => {
  expect(Object.keys(BROWSER_CODES).sort()).toEqual([...CAUSE_CODES].sort());
  const names = Object.values(BROWSER_CODES).flatMap(({ chromium, firefox }) => [chromium, firefox]);
  expect(names.every((name) => name === null || /^[A-Z][A-Za-z]+$/.test(name))).toBe(true);
});

describe('a redirected preflight, recorded in Firefox', () => {
  const redirected = (location: string, end: End): Exchange => {
    const headers: HeaderList = [...open, ['Access-Control-Allow-Credentials', 'true'], ['Location', location]];
    const made = call({
      id: '1',
      method: 'PUT',
      preflight: { answer: { status: 302, headers } },
      error: { text: 'NS_ERROR_DOM_BAD_URI', failure: 'blocked' },
      extra: { browser: 'firefox' },
    });
    const [hop] = made.hops;
    return { ...made, hops: [{ ...hop, preflight: hop.preflight && { ...hop.preflight, end } }] };
  };
  const failed = (failure: 'blocked' | 'connection-lost'): End => ({ kind: 'failed', at: 9, error: 'x', failure });
  it.each([
    ['http://b.test/', 'connection-lost', 'PreflightDisallowedRedirect', 'CORSExternalRedirectNotAllowed'],
    ['https://b.test/', 'connection-lost', 'PreflightDisallowedRedirect', 'CORSExternalRedirectNotAllowed'],
    ['http://b.test/', 'blocked', 'PreflightDisallowedRedirect', 'CORSPreflightDidNotSucceed'],
    ['http://u@b.test/', 'connection-lost', 'PreflightDisallowedRedirect', 'CORSDidNotSucceed'],
    ['http://:p@b.test/', 'connection-lost', 'PreflightDisallowedRedirect', 'CORSDidNotSucceed'],
    ['ftp://b.test/', 'connection-lost', 'PreflightDisallowedRedirect', 'CORSDidNotSucceed'],
    ['http://[', 'blocked', null, 'CORSDidNotSucceed'],
  ] as const)('to %s, ended as %s', (location, failure, chromium, firefox) => {
    expect(diagnose(redirected(location, failed(failure))).browserCode).toEqual({ chromium, firefox });
  });
});

describe('a redirect to a scheme that may not be fetched', () => {
  it.each([
    ['ftp://b.test/', 'CorsDisabledScheme', 'CORSRequestNotHttp'],
    ['mailto:a@b.test', 'CorsDisabledScheme', 'CORSRequestNotHttp'],
    ['data:,x', null, 'CORSDidNotSucceed'],
    ['file:///x', null, 'CORSDidNotSucceed'],
    ['chrome://version', null, 'CORSDidNotSucceed'],
    ['about:blank', null, 'CORSRequestNotHttp'],
    ['about:config', null, 'CORSDidNotSucceed'],
    ['javascript:1', 'CorsDisabledScheme', 'CORSDidNotSucceed'],
    ['ws://b.test/', 'CorsDisabledScheme', 'CORSDidNotSucceed'],
    ['xdata:x', 'CorsDisabledScheme', 'CORSRequestNotHttp'],
  ])('%s', (location, chromium, firefox) => {
    const headers: HeaderList = [...open, ['Access-Control-Allow-Credentials', 'true'], ['Location', location]];
    expect(codes({ answer: { status: 302, headers } })).toEqual({ chromium, firefox });
  });
});
