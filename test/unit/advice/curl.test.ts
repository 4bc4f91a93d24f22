import { describe, expect, it } from 'vitest';
import { curlFor } from '../../../src/advice/curl.ts';
import { requestsFor } from '../../../src/advice/reproduce/request.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { API, BLOCKED, call, PAGE } from '../../fixtures/panel-page/calls.ts';
import { blockedBy, diagnosisWith, faultWith } from '../words/diagnoses.ts';
import { argumentsOf } from './shell.ts';

const missing = blockedBy(faultWith({ code: 'allow-origin-missing', want: PAGE }));
const both = (exchange: Exchange, diagnosis: Diagnosis = missing, secrets = true) => {
  const { preflight, actual } = curlFor(exchange, diagnosis, { secrets });
  const [actualArguments = [], preflightArguments = null] = argumentsOf([
    actual,
    ...(preflight === null ? [] : [preflight]),
  ]).map((all) => all.map((one) => one.toString('latin1')));
  return { actual: actualArguments, preflight: preflightArguments };
};
const headersOf = (all: readonly string[]): readonly string[] =>
  all.filter((_, index) => all[index - 1] === '--header');
const argumentAfter = (all: readonly string[], option: string): string | undefined => all[all.indexOf(option) + 1];

const put = call({
  id: '1',
  method: 'PUT',
  preflight: { asks: 'authorization,content-type', answer: { status: 204 } },
  error: BLOCKED,
});

describe('curl for a call that its preflight stopped', () => {
  it('repeats the preflight as it was sent', () => {
    const { preflight } = both(put);
    expect(preflight).not.toBeNull();
    expect(argumentAfter(preflight ?? [], '--request')).toBe('OPTIONS');
    expect(headersOf(preflight ?? [])).toEqual([
      `Origin: ${PAGE}`,
      'Access-Control-Request-Method: PUT',
      'Access-Control-Request-Headers: authorization,content-type',
    ]);
    expect(argumentAfter(preflight ?? [], '--url')).toBe(`${API}/items/1`);
  });
  it('does not invent values that were never seen', () => {
    expect(headersOf(both(put).actual)).toEqual([
      `Origin: ${PAGE}`,
      'authorization: [value not seen]',
      'content-type: [value not seen]',
    ]);
  });
});

describe('curl for a call that was sent', () => {
  it('has no preflight when none is needed', () => {
    expect(both(call({ id: '1', answer: { headers: {} }, error: BLOCKED })).preflight).toBeNull();
  });
  it('makes the preflight that a cached answer spared', () => {
    const cached = diagnosisWith({
      preflight: {
        needed: { value: true, from: 'inferred', because: { code: 'resource-type' } },
        sent: false,
        reasons: [
          { code: 'method', method: 'PUT' },
          { code: 'header', name: 'X-B', rule: 'name-not-safelisted' },
          { code: 'header', name: 'x-a', rule: 'name-not-safelisted' },
        ],
        absentBecause: 'cached',
        cachedBy: null,
      },
    });
    const sent = call({ id: '1', method: 'PUT', request: { 'X-B': '1', 'x-a': '2' }, answer: { headers: {} } });
    expect(headersOf(both(sent, cached).preflight ?? [])).toEqual([
      `Origin: ${PAGE}`,
      'Access-Control-Request-Method: PUT',
      'Access-Control-Request-Headers: x-a,x-b',
    ]);
  });
  it('leaves to curl what is curl’s', () => {
    const names = headersOf(
      both(call({ id: '1', request: { Host: 'x', 'Content-Length': '7' }, answer: {} })).actual,
    ).map((line) => line.split(':')[0]);
    expect(names).toContain('Origin');
    expect(names).not.toContain('Host');
    expect(names).not.toContain('Content-Length');
    expect(names).not.toContain('Accept-Encoding');
  });
  it('passes hostile values on byte for byte, and nothing of them to the shell', () => {
    const value = '\'; touch pwned; $(touch pwned) `x` \u00e9\u001b[0m "';
    const url = `${API}/it's?q='$(id)'&[1-9]{a,b}`;
    const { actual } = both(call({ id: '1', url, request: { 'X-H': value }, answer: {} }));
    expect(headersOf(actual)).toContain(`X-H: ${value}`);
    expect(argumentAfter(actual, '--url')).toBe(url);
    expect(actual).toContain('--globoff');
  });
  it('sends an empty header empty, and leaves out what is no header', () => {
    const { actual } = both(
      call({
        id: '1',
        request: [
          ['X-Empty', ''],
          ['bad name', '1'],
          ['X-Break', 'a\r\nX-In: b'],
          ['@file', '1'],
        ],
        answer: {},
      }),
    );
    const headers = headersOf(actual);
    expect(headers).toContain('X-Empty;');
    expect(headers.join()).not.toMatch(/bad name|X-In|@file/);
  });
  it('asks with --head for a HEAD, and names any other method', () => {
    const head = both(call({ id: '1', method: 'HEAD', answer: {} })).actual;
    expect(head).toContain('--head');
    expect(head).not.toContain('--request');
    expect(argumentAfter(both(call({ id: '1', method: '-X', answer: {} })).actual, '--request')).toBe('-X');
  });
  it('replaces secrets unless they are asked for', () => {
    const secret = call({
      id: '1',
      url: 'http://user:hunter2@localhost:8081/?token=s3cr3t',
      request: { Authorization: 'Bearer s3cr3t', Cookie: 'sid=s3cr3t' },
      answer: {},
    });
    expect(both(secret, missing, false).actual.join('\n')).not.toMatch(/s3cr3t|hunter2/);
    expect(
      both(secret, missing, true)
        .actual.join('\n')
        .match(/s3cr3t|hunter2/g),
    ).toHaveLength(4);
  });
});

it('repeats the request of the hop that failed', () => {
  const redirected = call({
    id: '1',
    url: 'http://127.0.0.1:8082/last',
    redirects: [{ url: `${API}/first`, answer: { status: 302, headers: {} } }],
    answer: {},
    error: BLOCKED,
  });
  const at = (hop: number) => both(redirected, blockedBy(faultWith({ code: 'allow-origin-missing', hop }))).actual;
  expect(argumentAfter(at(0), '--url')).toBe(`${API}/first`);
  expect(argumentAfter(at(1), '--url')).toBe('http://127.0.0.1:8082/last');
});

it('repeats the request that decided: the faulty one, else the last', () => {
  const location: [string, string] = ['Location', `${API}/b`];
  const two = call({
    id: '1',
    url: `${API}/b`,
    redirects: [{ url: `${API}/a`, answer: { status: 302, headers: [location] } }],
    answer: {},
  });
  const url = (diagnosis: Diagnosis) => requestsFor(two, diagnosis, { secrets: true }).actual.url;
  const fault = (hop: number) => blockedBy({ ...faultWith({ code: 'allow-origin-missing' }), hop });
  const lookalike = { code: 'tls', evidence: '', hop: 0, during: 'actual' } as const;
  expect([url(fault(0)), url(fault(1))]).toEqual([`${API}/a`, `${API}/b`]);
  expect(url(diagnosisWith({ verdict: 'failed', lookalike }))).toBe(`${API}/a`);
  expect(url(diagnosisWith({ verdict: 'allowed' }))).toBe(`${API}/b`);
});

it('leaves out what would not arrive as one header, and what clients make themselves', () => {
  const request = [
    ['X-A', '1'],
    ['x y', '2'],
    ['X-B', 'a\nb'],
    ['Host', 'a.test'],
    ['sec-ch-ua', 'x'],
    ['Accept-Encoding', 'gzip'],
  ] as const;
  const simple = call({ id: '1', request, answer: {} });
  const names = requestsFor(simple, diagnosisWith({ verdict: 'allowed' }), { secrets: true }).actual.headers.map(
    ([name]) => name,
  );
  expect(names).toContain('X-A');
  expect(names.filter((name) => /^(?:x y|X-B|Host|sec-ch-ua|Accept-Encoding)$/.test(name))).toEqual([]);
});
