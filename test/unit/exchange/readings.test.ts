import { describe, expect, it } from 'vitest';
import { getHeader } from '../../../src/cors/get-header.ts';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { crossesOrigin, headersCrossOrigin, isRecordedType, originOfUrl } from '../../../src/exchange/cross-origin.ts';
import { newResponse } from '../../../src/exchange/live.ts';
import { askedBy, askedHeaders } from '../../../src/exchange/pairing.ts';
import { goesWhereNobodyListens, preflightChange, sameHeaders } from '../../../src/exchange/readings.ts';
import { API, headers, PAGE, script } from './events.ts';

const s = script('chromium');

describe('whether a call crosses origins, by its first event', () => {
  it.each([
    ['another origin', PAGE, true],
    ['its own', API, false],
    ['an opaque origin', 'null', true],
    ['an origin that is not told', null, null],
  ])('%s', (_, initiator, crosses) => {
    expect(crossesOrigin(s.start('1', 'GET', `${API}/x`, { initiator }))).toBe(crosses);
  });
  it('an opaque origin, to an address that has none either', () => {
    expect(crossesOrigin(s.start('1', 'GET', 'data:,x', { initiator: 'null' }))).toBe(true);
  });
  it('knows the origin of an address', () => {
    expect(originOfUrl(`${API}/x`)).toBe(API);
  });
});

describe('whether a call crosses origins, by its headers', () => {
  it.each([
    ['Origin of another', [`origin: ${PAGE}`], true],
    ['Origin of its own', [`Origin: ${API}`], false],
    ['Origin before all else', [`Origin: ${API}`, 'Sec-Fetch-Site: cross-site'], false],
    ['Sec-Fetch-Site: cross-site', ['sec-fetch-site: cross-site'], true],
    ['Sec-Fetch-Site: same-site', ['Sec-Fetch-Site: same-site'], true],
    ['Sec-Fetch-Site: same-origin', ['Sec-Fetch-Site: same-origin'], false],
    ['Sec-Fetch-Site: none', ['Sec-Fetch-Site: none'], false],
    ['nothing', [], false],
  ])('%s', (_, lines, crosses) => {
    expect(headersCrossOrigin({ url: `${API}/x`, headers: headers(...lines) })).toBe(crosses);
  });
  it('reads names without case', () => {
    expect(getHeader([['oRiGiN', 'x']], 'origin')).toBe('x');
    expect(getHeader([], 'origin')).toBeNull();
  });
});

it.each([
  ['main_frame', false],
  ['sub_frame', false],
  ['csp_report', false],
  ['xmlhttprequest', true],
  ['other', true],
] as const)('%s is recorded: %s', (type, recorded) => {
  expect(isRecordedType(s.start('1', 'GET', API, { type }))).toBe(recorded);
});

describe('what a preflight asks', () => {
  it('is its method, and its headers sorted', () => {
    expect(askedBy(s.send('1', 'OPTIONS', API, s.asks('PUT', ' X-B ', 'x-a')))).toEqual({
      method: 'PUT',
      headers: ['x-a', 'x-b'],
    });
    expect(askedHeaders(headers('Access-Control-Request-Headers: '))).toEqual([]);
    expect(askedHeaders([])).toEqual([]);
  });
  it('is asked by no other method, and by no OPTIONS of a page', () => {
    expect(askedBy(s.send('1', 'GET', API, s.asks('PUT')))).toBeNull();
    expect(askedBy(s.send('1', 'OPTIONS', API, [`Origin: ${PAGE}`]))).toBeNull();
  });
});

describe('no event follows a redirect to', () => {
  it.each(['myapp://open', 'web+http://a.test/', 'javascript:1', 'about:blank', 'chrome-extension://x/'])(
    '%s',
    (url) => {
      expect(goesWhereNobodyListens(s.redirect('1', 'GET', API, url))).toBe(true);
    },
  );
  it.each([
    'http://a.test/',
    'HTTPS://a.test/',
    'ws://a.test/',
    'wss://a.test/',
    'ftp://a.test/',
    'file:///x',
    'data:,',
    '',
  ])('but one to %j', (url) => {
    expect(goesWhereNobodyListens(s.redirect('1', 'GET', API, url))).toBe(false);
  });
});

describe('what an event changes of a preflight', () => {
  const answer = newResponse(s.headers('p', 'OPTIONS', API, 204));
  const again = s.headers('p', 'OPTIONS', API, 200, ['X-A: 1']); // once more, with the login that was asked for
  const delivered = s.response('p', 'OPTIONS', API, 0);
  const complete = s.complete('p', 'OPTIONS', API, 204);
  const error = s.error('p', 'OPTIONS', API, 'net::ERR_FAILED');
  it('its answer is the last that the server gave', () => {
    expect(preflightChange(again, answer)).toEqual({ response: newResponse(again) });
  });
  it('or, where none was told, the one that was delivered', () => {
    expect(preflightChange(delivered, null)).toEqual({ response: newResponse(delivered) });
    expect(preflightChange(delivered, answer)).toBeNull();
  });
  it('its end', () => {
    expect(preflightChange(complete, answer)).toEqual({ end: { kind: 'completed', at: complete.time } });
    expect(preflightChange(error, null)).toEqual({
      end: { kind: 'failed', at: error.time, error: 'net::ERR_FAILED', failure: 'blocked' },
    });
  });
  it('nothing else', () => {
    expect(preflightChange(s.start('p', 'OPTIONS', API), null)).toBeNull();
  });
});

describe('headers are what the page reads', () => {
  const sent: HeaderList = headers('X-A: 1', 'X-B: 2');
  it('whatever the case of their names', () => {
    expect(sameHeaders(sent, headers('x-a: 1', 'x-b: 2'))).toBe(true);
    expect(sameHeaders([], [])).toBe(true);
  });
  it.each([
    ['one less', ['X-A: 1']],
    ['one more', ['X-A: 1', 'X-B: 2', 'X-C: 3']],
    ['another value', ['X-A: 1', 'X-B: 3']],
    ['another name', ['X-A: 1', 'X-C: 2']],
    ['another order', ['X-B: 2', 'X-A: 1']],
  ])('but with %s', (_, lines) => {
    expect(sameHeaders(sent, headers(...lines))).toBe(false);
  });
});
