import { describe, expect, it } from 'vitest';
import { originOf, taintsOrigin } from '../../../src/cors/origin.ts';
import { isRedirect, locationUrl, redirectFailure } from '../../../src/cors/redirect.ts';

// Facts of web-platform-tests, told anew. Each table names its file.
const LOCAL = 'http://web-platform.test:8000';
const REMOTE = 'http://www1.web-platform.test:8000';
const REMOTE2 = 'http://web-platform.test:8001';

// web-platform-tests/wpt cors/redirect-userinfo.htm and fetch/api/cors/cors-redirect-credentials.any.js
describe('a redirect across origins to a URL with', () => {
  it.each(['test:test@', 'user:@', 'user@', ':pass@'])('%s is refused', (userinfo) => {
    expect(redirectFailure(`http://${userinfo}www1.web-platform.test:8000/`, true)).toBe('redirect-with-userinfo');
  });
  it.each(['', '@', ':@'])('%j is followed', (userinfo) => {
    expect(redirectFailure(`http://${userinfo}www1.web-platform.test:8000/`, true)).toBeNull();
  });
  it('user and password is followed within the page’s own origin', () => {
    expect(redirectFailure('http://user:password@web-platform.test:8000/', false)).toBeNull();
  });
});

it.each(['http://a.test/', 'https://a.test/', 'http://['])(
  'a redirect to %s is followed, if it leads anywhere',
  (target) => {
    expect(redirectFailure(target, true)).toBeNull();
  },
);

// https://fetch.spec.whatwg.org/#http-redirect-fetch , step 6
it.each(['data:,x', 'file:///x', 'ftp://a.test/', 'mailto:a@b.test', 'app:open', 'about:blank'])(
  'a redirect to %s is refused',
  (target) => {
    expect(redirectFailure(target, true)).toBe('redirect-to-disabled-scheme');
    expect(redirectFailure(target, false)).toBe('redirect-to-disabled-scheme');
  },
);

// web-platform-tests/wpt fetch/api/cors/cors-redirect.any.js and cors/redirect-origin.htm
describe('the origin after a redirect', () => {
  it.each([
    ['from foreign to the same foreign stays', REMOTE, REMOTE, false],
    ['from foreign to another foreign is null', REMOTE, REMOTE2, true],
    ['from the own to a foreign stays', LOCAL, REMOTE, false],
    ['from a foreign back to the own is null', REMOTE, LOCAL, true],
    ['within the own stays', LOCAL, LOCAL, false],
  ])('%s', (_, from, to, tainted) => {
    expect(taintsOrigin(LOCAL, `${from}/a`, `${to}/b`)).toBe(tainted);
  });
});

describe('a redirect', () => {
  const to = (location: string) => [['Location', location]] as const;
  it.each([301, 302, 303, 307, 308])('is %d with a Location', (status) => {
    for (const dialect of ['standard', 'chromium', 'firefox'] as const) {
      expect(isRedirect(status, to('/x'), dialect)).toBe(true);
      expect(isRedirect(status, [], dialect)).toBe(false);
    }
  });
  it.each([200, 300, 304, 305, 306, 309])('is not %d', (status) => {
    expect(isRedirect(status, to('/x'), 'standard')).toBe(false);
  });
  it('with an empty Location leads to itself, but in Chromium is none', () => {
    expect(isRedirect(302, to(''), 'standard')).toBe(true);
    expect(isRedirect(302, to(''), 'firefox')).toBe(true);
    expect(isRedirect(302, to(''), 'chromium')).toBe(false);
    expect(locationUrl(to(''), `${REMOTE}/a`)).toBe(`${REMOTE}/a`);
  });
  it('to what is no URL leads nowhere', () => {
    expect(locationUrl(to('http://['), REMOTE)).toBeNull();
  });
  it('without a Location leads nowhere', () => {
    expect(locationUrl([], `${REMOTE}/a`)).toBeNull();
  });
});

it('serializes origins', () => {
  expect(originOf('http://a.test:80/x')).toBe('http://a.test');
  expect(originOf('https://a.test:443')).toBe('https://a.test');
  expect(originOf('ws://a.test/')).toBe('http://a.test');
  expect(originOf('wss://a.test:444/')).toBe('https://a.test:444');
  expect(originOf('data:,x')).toBe('null');
  expect(originOf('no url')).toBe('null');
});

it('remembers no origin for a text that only holds it, nor for slashes that could be of any', () => {
  expect(originOf('data:,http://held.test/')).toBe('null');
  expect(originOf('http://held.test/')).toBe('http://held.test');
  expect(originOf('http:////a.test/')).toBe('http://a.test');
  expect(originOf('http:////b.test/')).toBe('http://b.test');
  expect(originOf('http://a.test\\@b.test/')).toBe('http://a.test');
});
