import {
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  calls,
  maxAge,
  open,
  redirect,
  split,
  varyOrigin,
} from '../answers.ts';
import type { Family, Header } from '../scenario.ts';

const MISSING = {
  verdict: 'blocked',
  cause: 'allow-origin-missing',
  chromium: 'MissingAllowOriginHeader',
  firefox: 'CORSMissingAllowOrigin',
  outcome: 'TypeError',
} as const;
const ALLOWED = { verdict: 'allowed', cause: null, chromium: null, firefox: null, outcome: '200' } as const;
const ANYBODY = allowOrigin('*');
const putAllowed: readonly Header[] = [ANYBODY, allowMethods('PUT'), allowHeaders('*'), maxAge(0)];

export const redirects: Family = {
  id: 'redirects',
  title: 'Redirects on the way',
  scenarios: [
    {
      id: 'redirect-ok',
      title: 'A redirect to another origin works',
      about: 'Both answers allow everybody.',
      run: calls('api'),
      routes: {
        call: redirect(302, '{other}/s/redirect-ok/next', ANYBODY),
        next: answer(200, ANYBODY),
      },
      expect: ALLOWED,
    },
    {
      id: 'redirect-from-own',
      title: 'My own server redirects to the API',
      about: 'The call starts on the page’s origin, so the API sees the page’s origin and not null.',
      run: calls('page'),
      routes: { call: redirect(302, '{api}/s/redirect-from-own/next'), next: open() },
      expect: ALLOWED,
    },
    {
      id: 'redirect-hop-lacks',
      title: 'The redirect itself lacks the header',
      about: 'Each answer on the way is checked, not only the last.',
      run: calls('api'),
      routes: { call: redirect(302, '{other}/s/redirect-hop-lacks/next'), next: answer(200, ANYBODY) },
      expect: MISSING,
    },
    {
      id: 'redirect-final-lacks',
      title: 'The redirect’s target lacks the header',
      about: 'The API allows the call, the server that it redirects to does not.',
      run: calls('api'),
      routes: { call: redirect(302, '{other}/s/redirect-final-lacks/next', ANYBODY), next: answer(200) },
      expect: MISSING,
    },
    {
      id: 'redirect-null-origin',
      title: 'After the redirect my origin is `null`',
      about: 'Redirected from one foreign origin to another, the call loses its origin: naming the page’s is no use.',
      run: calls('api'),
      routes: {
        call: redirect(302, '{other}/s/redirect-null-origin/next', allowOrigin(), varyOrigin),
        next: answer(200, allowOrigin(), varyOrigin),
      },
      expect: {
        ...MISSING,
        cause: 'allow-origin-mismatch',
        chromium: 'AllowOriginMismatch',
        firefox: 'CORSAllowOriginNotMatchingOrigin',
      },
    },
    {
      id: 'redirect-login',
      title: 'My session has expired, and it says CORS',
      about: 'The API redirects the GET to the login page of another origin.',
      run: calls('api'),
      routes: {
        call: redirect(302, '{other}/s/redirect-login/login', allowOrigin(), varyOrigin),
        login: { headers: [['Content-Type', 'text/html']], body: '<h1>Please log in</h1>' },
      },
      expect: MISSING,
    },
    {
      id: 'redirect-put',
      title: 'A PUT is redirected, with two preflights',
      about: 'A 307 keeps the method, so the new URL is asked as well.',
      run: calls('api', { method: 'PUT' }),
      routes: {
        call: split(answer(204, ...putAllowed), redirect(307, '{other}/s/redirect-put/next', ANYBODY)),
        next: split(answer(204, ...putAllowed), answer(200, ANYBODY)),
      },
      expect: ALLOWED,
    },
    {
      id: 'redirect-put-refused',
      title: 'A PUT is redirected, and the second preflight fails',
      about: 'The new URL does not answer OPTIONS with CORS headers.',
      run: calls('api', { method: 'PUT' }),
      routes: {
        call: split(answer(204, ...putAllowed), redirect(307, '{other}/s/redirect-put-refused/next', ANYBODY)),
        next: split(answer(204), answer(200, ANYBODY)),
      },
      expect: { ...MISSING, chromium: 'PreflightMissingAllowOriginHeader' },
    },
    {
      id: 'redirect-userinfo',
      title: 'The redirect has a password in its URL',
      about: 'A redirect to a URL with user:password is refused, whatever the headers say.',
      run: calls('api'),
      routes: {
        call: redirect(302, 'http://user:secret@localhost:{other.port}/s/redirect-userinfo/next', ANYBODY),
        next: answer(200, ANYBODY),
      },
      expect: {
        ...MISSING,
        cause: 'redirect-with-userinfo',
        chromium: 'RedirectContainsCredentials',
        firefox: 'CORSDidNotSucceed',
      },
    },
    {
      id: 'redirect-to-file',
      title: 'The redirect leads to a file: URL',
      about: 'Only http and https may be fetched across origins.',
      run: calls('api'),
      routes: { call: redirect(302, 'file:///s/redirect-to-file/next', ANYBODY) },
      expect: {
        ...MISSING,
        cause: 'redirect-to-disabled-scheme',
        // Chromium: net::ERR_UNSAFE_REDIRECT, without a code of CORS.
        chromium: null,
        firefox: 'CORSDidNotSucceed',
      },
    },
    {
      id: 'redirect-to-app',
      title: 'The redirect leads to my app’s own scheme',
      about: 'myapp:// is for navigations, not for fetch.',
      run: calls('api'),
      routes: { call: redirect(302, 'myapp://open/s/redirect-to-app/next', ANYBODY) },
      expect: {
        ...MISSING,
        cause: 'redirect-to-disabled-scheme',
        chromium: 'CorsDisabledScheme',
        firefox: 'CORSRequestNotHttp',
      },
    },
    {
      id: 'redirect-error',
      title: 'redirect: "error"',
      about: 'The script itself asked to refuse redirects: not CORS.',
      run: calls('api', { redirect: 'error' }),
      routes: { call: redirect(302, '{api}/s/redirect-error/next', ANYBODY), next: answer(200, ANYBODY) },
      expect: { verdict: 'failed', cause: 'redirect-refused', chromium: null, firefox: null, outcome: 'TypeError' },
    },
    {
      id: 'redirect-manual',
      title: 'redirect: "manual"',
      about: 'The script asked not to follow: it gets a response that it cannot read. The redirect itself must pass.',
      run: calls('api', { redirect: 'manual' }),
      routes: { call: redirect(302, '{api}/s/redirect-manual/next', ANYBODY), next: answer(200, ANYBODY) },
      expect: { verdict: 'opaque', cause: null, chromium: null, firefox: null, outcome: 'opaqueredirect' },
    },
    {
      id: 'redirect-loop',
      title: 'The API redirects in a circle',
      about: 'The browser gives up after twenty.',
      run: calls('api'),
      routes: { call: redirect(302, '{api}/s/redirect-loop/call', ANYBODY) },
      expect: {
        verdict: 'failed',
        cause: 'too-many-redirects',
        chromium: null,
        firefox: 'CORSDidNotSucceed',
        outcome: 'TypeError',
      },
    },
  ],
};
