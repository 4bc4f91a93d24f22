import { allowCredentials, allowOrigin, answer, open, varyOrigin } from '../answers.ts';
import type { RawRequest } from '../raw-http.ts';
import type { Answer, Family, Header } from '../scenario.ts';

const MISSING = {
  verdict: 'blocked',
  cause: 'allow-origin-missing',
  chromium: 'MissingAllowOriginHeader',
  firefox: 'CORSMissingAllowOrigin',
  outcome: 'TypeError',
} as const;
const CACHED: Header = ['Cache-Control', 'max-age=600'];
const REVALIDATED: Header = ['Cache-Control', 'no-cache'];
const ETAG: Header = ['ETag', '"v1"'];

/** Sends CORS headers only to a request that has an Origin, as many servers and storage services do. */
const onlyWithOrigin = (request: RawRequest): Answer => ({
  headers: [
    ['Content-Type', 'image/svg+xml'],
    CACHED,
    ...(request.header('origin') === null ? [] : [allowOrigin(), allowCredentials()]),
  ],
  body: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
});
const revalidated =
  (...on304: readonly Header[]) =>
  (request: RawRequest): Answer =>
    request.header('if-none-match') === null ? open(ETAG, REVALIDATED) : answer(304, ETAG, REVALIDATED, ...on304);

export const caches: Family = {
  id: 'caches',
  title: 'What a cache remembers',
  scenarios: [
    {
      id: 'cache-poisoned',
      title: 'It fails “sometimes”, and a hard reload helps',
      about: 'The image was cached by a plain <img>, without CORS headers; the script’s call gets that copy.',
      run: `await lab.element('img', { src: lab.url('api') }); return lab.fetch(lab.url('api'));`,
      routes: { call: onlyWithOrigin },
      expect: {
        ...MISSING,
        // Firefox keeps what was loaded without credentials apart from what was loaded with them.
        firefox: null,
        outcome: { chromium: 'TypeError', firefox: '200' },
        inFirefox: { verdict: 'allowed', cause: null },
      },
    },
    {
      id: 'cache-poisoned-credentials',
      title: 'It fails “sometimes”, with my session cookie',
      about: 'As above, for a call with credentials: both browsers hand out the image’s copy.',
      run: `await lab.element('img', { src: lab.url('api') });
        return lab.fetch(lab.url('api'), { credentials: 'include' });`,
      routes: { call: onlyWithOrigin },
      expect: MISSING,
    },
    {
      id: 'cache-hit',
      title: 'Answered from the cache, and fine',
      about: 'The second call never leaves the browser.',
      run: `await lab.fetch(lab.url('api')); return lab.fetch(lab.url('api'));`,
      routes: { call: open(CACHED) },
      expect: { verdict: 'allowed', cause: null, chromium: null, firefox: null, outcome: '200' },
    },
    {
      id: 'cache-304',
      title: 'A 304 without CORS headers',
      about: 'The stored answer’s headers count: it works.',
      run: `await lab.fetch(lab.url('api')); return lab.fetch(lab.url('api'));`,
      routes: { call: revalidated() },
      expect: { verdict: 'allowed', cause: null, chromium: null, firefox: null, outcome: '200' },
    },
    {
      id: 'cache-304-other-origin',
      title: 'A 304 that names another origin',
      about: 'The headers of a 304 replace the stored ones.',
      run: `await lab.fetch(lab.url('api')); return lab.fetch(lab.url('api'));`,
      routes: { call: revalidated(allowOrigin('https://app.example.test'), varyOrigin) },
      expect: {
        ...MISSING,
        cause: 'allow-origin-mismatch',
        chromium: 'AllowOriginMismatch',
        firefox: 'CORSAllowOriginNotMatchingOrigin',
      },
    },
  ],
};
