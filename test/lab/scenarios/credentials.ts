import {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  calls,
  open,
  split,
  varyOrigin,
} from '../answers.ts';
import type { Family, Header } from '../scenario.ts';

const ALLOWED = { verdict: 'allowed', cause: null, chromium: null, firefox: null, outcome: '200' } as const;
const WILDCARD = {
  verdict: 'blocked',
  cause: 'allow-origin-wildcard-credentials',
  chromium: 'WildcardOriginNotAllowed',
  firefox: 'CORSNotSupportingCredentials',
  outcome: 'TypeError',
} as const;
const NOT_ALLOWED = {
  verdict: 'blocked',
  cause: 'allow-credentials-missing',
  chromium: 'InvalidAllowCredentials',
  firefox: 'CORSMissingAllowCredentials',
  outcome: 'TypeError',
} as const;

const COOKIE: Header = ['Set-Cookie', 'session=s3cr3t; Path=/s/'];
const CROSS_SITE_COOKIE: Header = ['Set-Cookie', 'session=s3cr3t; Path=/s/; SameSite=None; Secure'];
const LOGIN = open(allowCredentials(), COOKIE);
const CROSS_SITE_LOGIN = open(allowCredentials(), CROSS_SITE_COOKIE);
/** Gets a cookie first, then makes the call with it. */
const loggedIn = (to: 'api' | 'remote', init = '{ credentials: "include" }'): string =>
  `await lab.fetch(lab.url('${to}', 'setup'), { credentials: 'include' }); return lab.fetch(lab.url('${to}'), ${init});`;

export const credentials: Family = {
  id: 'credentials',
  title: 'Cookies and other credentials',
  scenarios: [
    {
      id: 'credentials-ok',
      title: 'My session cookie is sent',
      about: 'Same site, exact origin, Allow-Credentials: true.',
      run: loggedIn('api'),
      routes: { setup: LOGIN, call: open(allowCredentials()) },
      expect: ALLOWED,
    },
    {
      id: 'credentials-ok-cross-site',
      title: 'My session cookie is sent to another site',
      about: 'With SameSite=None; Secure, where the browser lets cookies cross sites at all.',
      run: loggedIn('remote'),
      routes: { setup: CROSS_SITE_LOGIN, call: open(allowCredentials()) },
      expect: ALLOWED,
    },
    {
      id: 'credentials-ok-no-cookie',
      title: 'credentials: include, and there is no cookie yet',
      about: 'The rules are the same, cookie or not.',
      run: calls('remote', { credentials: 'include' }),
      routes: { call: open(allowCredentials()) },
      expect: ALLOWED,
    },
    {
      id: 'credentials-wildcard',
      title: 'It works without cookies, and fails with them',
      about: 'Same site, with a cookie: `*` is no answer to a call with credentials.',
      run: loggedIn('api'),
      routes: { setup: LOGIN, call: answer(200, allowOrigin('*'), allowCredentials()) },
      expect: WILDCARD,
    },
    {
      id: 'credentials-wildcard-cross-site',
      title: '`*` for a call with credentials to another site',
      about: 'No cookie is stored, but the call asked for credentials.',
      run: calls('remote', { credentials: 'include' }),
      routes: { call: answer(200, allowOrigin('*')) },
      expect: WILDCARD,
    },
    {
      id: 'credentials-wildcard-no-cookie',
      title: '`*` for a same-site call with credentials, no cookie',
      about: 'Nothing in the request shows that it includes credentials: only the refusal does.',
      run: calls('api', { credentials: 'include' }),
      routes: { call: answer(200, allowOrigin('*')) },
      expect: WILDCARD,
    },
    {
      id: 'credentials-not-allowed',
      title: 'My logged-in call is refused',
      about: 'Access-Control-Allow-Credentials is missing.',
      run: loggedIn('api'),
      routes: { setup: LOGIN, call: open() },
      expect: NOT_ALLOWED,
    },
    {
      id: 'credentials-not-allowed-cross-site',
      title: 'My call with credentials to another site is refused',
      about: 'Access-Control-Allow-Credentials is missing; no cookie is stored.',
      run: calls('remote', { credentials: 'include' }),
      routes: { call: open() },
      expect: NOT_ALLOWED,
    },
    {
      id: 'credentials-xhr',
      title: 'withCredentials = true, refused',
      about: 'XMLHttpRequest follows the same rules.',
      run: `return lab.xhr(lab.url('remote'), { credentials: true });`,
      routes: { call: open() },
      expect: { ...NOT_ALLOWED, outcome: 'error' },
    },
    {
      id: 'credentials-capital-true',
      title: 'Allow-Credentials: True',
      about: 'Only `true` in lower case counts.',
      run: loggedIn('api'),
      routes: { setup: LOGIN, call: open(allowCredentials('True')) },
      expect: { ...NOT_ALLOWED, cause: 'allow-credentials-invalid' },
    },
    {
      id: 'credentials-one',
      title: 'Allow-Credentials: 1',
      about: 'A number is not `true`.',
      run: calls('remote', { credentials: 'include' }),
      routes: { call: open(allowCredentials('1')) },
      expect: { ...NOT_ALLOWED, cause: 'allow-credentials-invalid' },
    },
    {
      id: 'credentials-twice',
      title: 'Allow-Credentials: true, sent twice',
      about: 'Application and proxy both add it: `true, true` is not `true`.',
      run: calls('remote', { credentials: 'include' }),
      routes: { call: open(allowCredentials(), allowCredentials()) },
      expect: { ...NOT_ALLOWED, cause: 'allow-credentials-invalid' },
    },
    {
      id: 'credentials-preflight',
      title: 'The preflight forgets Allow-Credentials',
      about: 'It must stand on the OPTIONS answer and on the answer to the PUT.',
      run: calls('remote', { method: 'PUT', credentials: 'include' }),
      routes: {
        call: split({ ...open(allowMethods('PUT')), status: 204 }, open(allowCredentials())),
      },
      expect: { ...NOT_ALLOWED, chromium: 'PreflightInvalidAllowCredentials' },
    },
    {
      id: 'credentials-only-preflight',
      title: 'Only the preflight allows credentials',
      about: 'The answer to the PUT lacks Access-Control-Allow-Credentials.',
      run: calls('remote', { method: 'PUT', credentials: 'include' }),
      routes: {
        call: split({ ...open(allowMethods('PUT'), allowCredentials()), status: 204 }, open()),
      },
      expect: NOT_ALLOWED,
    },
    {
      id: 'credentials-wildcard-preflight',
      title: 'The preflight says `*`, the call has credentials',
      about: 'The PUT is never sent.',
      run: calls('remote', { method: 'PUT', credentials: 'include' }),
      routes: {
        call: split(answer(204, allowOrigin('*'), allowMethods('PUT'), allowCredentials()), open(allowCredentials())),
      },
      expect: { ...WILDCARD, chromium: 'PreflightWildcardOriginNotAllowed' },
    },
    {
      id: 'credentials-star-methods',
      title: 'Allow-Methods: * with credentials',
      about: 'With credentials `*` is the name of a method, and not PUT.',
      run: calls('remote', { method: 'PUT', credentials: 'include' }),
      routes: {
        call: split(
          { ...open(allowCredentials(), allowMethods('*'), allowHeaders('*')), status: 204 },
          open(allowCredentials()),
        ),
      },
      expect: {
        verdict: 'blocked',
        cause: 'allow-methods-lacks-method',
        chromium: 'MethodDisallowedByPreflightResponse',
        firefox: 'CORSMethodNotFound',
        outcome: 'TypeError',
      },
    },
    {
      id: 'credentials-star-headers',
      title: 'Allow-Headers: * with credentials',
      about: 'With credentials `*` is the name of a header, and not X-Token.',
      run: calls('remote', { headers: { 'X-Token': 't' }, credentials: 'include' }),
      routes: {
        call: split({ ...open(allowCredentials(), allowHeaders('*')), status: 204 }, open(allowCredentials())),
      },
      expect: {
        verdict: 'blocked',
        cause: 'allow-headers-lacks-header',
        chromium: 'HeaderDisallowedByPreflightResponse',
        firefox: 'CORSMissingAllowHeaderFromPreflight',
        outcome: 'TypeError',
      },
    },
    {
      id: 'credentials-reflected',
      title: 'The API echoes any origin, with credentials',
      about: 'It works, and it would work for any other site too.',
      run: calls('remote', { credentials: 'include' }),
      routes: { call: answer(200, allowOrigin('{asked}'), allowCredentials(), varyOrigin) },
      expect: ALLOWED,
    },
    {
      id: 'credentials-useless-wildcard',
      title: '`*` together with Allow-Credentials: true',
      about: 'Works only because this call has no credentials.',
      run: calls('remote'),
      routes: { call: answer(200, allowOrigin('*'), allowCredentials()) },
      expect: ALLOWED,
    },
  ],
};
