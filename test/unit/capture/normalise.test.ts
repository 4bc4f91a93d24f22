import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { browserInfo } from '../../../src/capture/browser-info.ts';
import { failureKind } from '../../../src/capture/failure.ts';
import { HEADER_VALUE_LIMIT, normalise, type RawDetails, type RawHeader } from '../../../src/capture/normalise.ts';

const details = (more: Partial<RawDetails> = {}): RawDetails => ({
  requestId: '1',
  tabId: 7,
  frameId: 0,
  timeStamp: 1_000.5,
  url: 'http://localhost:8081/',
  method: 'GET',
  type: 'xmlhttprequest',
  ...more,
});
const received = (responseHeaders: readonly RawHeader[], browser: 'chromium' | 'firefox') => {
  const event = normalise('headers', details({ responseHeaders, statusCode: 200 }), browser);
  return event.kind === 'headers' ? event.headers : null;
};

describe('headers', () => {
  it('are bytes again when Chromium decoded them as UTF-8', () => {
    expect(received([{ name: 'X', value: 'é' }], 'chromium')).toEqual([['X', 'Ã©']]);
  });
  it('are bytes already in Firefox', () => {
    expect(received([{ name: 'X', value: 'Ã©' }], 'firefox')).toEqual([['X', 'Ã©']]);
  });
  it('come as numbers from Chromium when they are no UTF-8', () => {
    expect(received([{ name: 'X', binaryValue: [0xff, 0x41] }], 'chromium')).toEqual([['X', 'ÿA']]);
  });
  it('keep their order, their case and their duplicates', () => {
    const twice = [
      { name: 'B', value: '1' },
      { name: 'a', value: '2' },
      { name: 'B', value: '1' },
    ];
    expect(received(twice, 'chromium')).toEqual([
      ['B', '1'],
      ['a', '2'],
      ['B', '1'],
    ]);
  });
  it('are cut when they are huge, and say how long they were', () => {
    const [header] = received([{ name: 'X', value: 'a'.repeat(1_000_000) }], 'chromium') ?? [];
    expect(header?.[1]).toHaveLength(HEADER_VALUE_LIMIT);
    expect(header?.[2]).toBe(1_000_000);
  });
  it('never throw, whatever bytes they hold', () => {
    const raw = fc.record({
      name: fc.string({ unit: 'binary' }),
      value: fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(raw), fc.constantFrom('chromium' as const, 'firefox' as const), (headers, browser) => {
        const list = received(headers, browser);
        return (
          list?.every(([, value]) =>
            [...value].every((unit) => unit.charCodeAt(0) <= 0xff || browser === 'firefox'),
          ) === true
        );
      }),
    );
  });
});

describe('who made the request', () => {
  it.each([
    { name: "Chromium's initiator", given: { initiator: 'http://a.test' }, origin: 'http://a.test' },
    {
      name: "the origin of Firefox's originUrl",
      given: { originUrl: 'http://a.test:81/p?q' },
      origin: 'http://a.test:81',
    },
    { name: 'an opaque originUrl', given: { originUrl: 'data:text/html,x' }, origin: 'null' },
    { name: 'unknown', given: {}, origin: null },
    { name: 'unknown, for what is no URL', given: { originUrl: '::' }, origin: null },
  ])('is $name', ({ given, origin }) => {
    expect(normalise('start', details(given), 'firefox').initiator).toBe(origin);
  });
});

it('tells a redirect of the browser from one of the server', () => {
  const internal = (statusLine: string, statusCode: number) => {
    const event = normalise(
      'redirect',
      details({ statusLine, statusCode, redirectUrl: 'https://a.test/' }),
      'chromium',
    );
    return event.kind === 'redirect' && event.internal;
  };
  expect(internal('HTTP/1.1 307 Internal Redirect', 307)).toBe(true);
  expect(internal('HTTP/1.1 307 Temporary Redirect', 307)).toBe(false);
});

describe('failure kinds', () => {
  it.each([
    ['chromium', 'net::ERR_FAILED', 'blocked'],
    ['chromium', 'net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
    ['chromium', 'net::ERR_SOMETHING_NEW', 'other'],
    ['firefox', 'NS_ERROR_DOM_BAD_URI', 'blocked'],
    ['firefox', 'NS_ERROR_NET_ON_WAITING_FOR', 'connection-lost'],
    ['firefox', 'SSL received a record that exceeded the maximum permissible length.', 'tls'],
    ['firefox', 'NS_ERROR_SOMETHING_NEW', 'other'],
    ['firefox', '', 'other'],
  ] as const)('%s %s is %s', (browser, error, kind) => {
    expect(failureKind(error, browser)).toBe(kind);
  });
});

it('reads the browser from its User-Agent', () => {
  expect(browserInfo('Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0')).toEqual({
    name: 'firefox',
    version: '153.0',
  });
  expect(browserInfo('Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36')).toEqual({
    name: 'chromium',
    version: '156.0',
  });
});
