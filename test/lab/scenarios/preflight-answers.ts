import { allowMethods, allowOrigin, answer, calls, open, redirect, split } from '../answers.ts';
import type { Family, Responder, Scenario } from '../scenario.ts';

const STATUS = {
  verdict: 'blocked',
  cause: 'preflight-status',
  chromium: 'PreflightInvalidStatus',
  firefox: 'CORSPreflightDidNotSucceed',
  outcome: 'TypeError',
} as const;
const MISSING = {
  verdict: 'blocked',
  cause: 'allow-origin-missing',
  chromium: 'PreflightMissingAllowOriginHeader',
  firefox: 'CORSMissingAllowOrigin',
  outcome: 'TypeError',
} as const;
const REDIRECTED = {
  verdict: 'blocked',
  cause: 'preflight-redirect',
  chromium: 'PreflightDisallowedRedirect',
  firefox: 'CORSExternalRedirectNotAllowed',
  outcome: 'TypeError',
} as const;
const UNANSWERED = {
  verdict: 'blocked',
  cause: 'preflight-unanswered',
  chromium: null,
  firefox: 'CORSDidNotSucceed',
  outcome: 'TypeError',
} as const;
/** Firefox checks the redirect's own Access-Control-Allow-Origin first. */
const REDIRECTED_WITHOUT_HEADERS = {
  ...REDIRECTED,
  firefox: 'CORSMissingAllowOrigin',
  inFirefox: { cause: 'allow-origin-missing' },
} as const;

const put = (id: string, title: string, about: string, preflight: Responder, expect: Scenario['expect']): Scenario => ({
  id,
  title,
  about,
  run: calls('api', { method: 'PUT', body: 'x' }),
  routes: { call: split(preflight, open()) },
  expect,
});
const allowed = (status: number): Responder => ({ ...open(allowMethods('PUT')), status });

export const preflightAnswers: Family = {
  id: 'preflight-answers',
  title: 'The preflight is refused, redirected or not answered',
  scenarios: [
    put(
      'preflight-no-headers',
      'My PUT is refused',
      'OPTIONS is answered with 200, without CORS headers.',
      answer(200),
      MISSING,
    ),
    put(
      'preflight-only-actual',
      'GET works, PUT does not',
      'Only the answers to GET and PUT have CORS headers, not the one to OPTIONS.',
      answer(204, ['Allow', 'GET, PUT, OPTIONS']),
      MISSING,
    ),
    put(
      'preflight-401',
      'The preflight gets 401',
      'Authentication stands in front: preflights never carry credentials.',
      answer(401, ['WWW-Authenticate', 'Bearer']),
      MISSING,
    ),
    put('preflight-403', 'The preflight gets 403', 'A firewall or CSRF filter refuses OPTIONS.', answer(403), MISSING),
    put('preflight-404', 'The preflight gets 404', 'There is no route for OPTIONS.', answer(404), MISSING),
    put(
      'preflight-405',
      'The preflight gets 405',
      'OPTIONS is not routed, and the error has no CORS headers either.',
      answer(405, ['Allow', 'GET, PUT']),
      MISSING,
    ),
    put(
      'preflight-401-headers',
      '401 on OPTIONS, with CORS headers',
      'Only the status is wrong.',
      allowed(401),
      STATUS,
    ),
    put(
      'preflight-404-headers',
      '404 on OPTIONS, with CORS headers',
      'Only the status is wrong.',
      allowed(404),
      STATUS,
    ),
    put(
      'preflight-405-headers',
      '405 on OPTIONS, with CORS headers',
      'Only the status is wrong.',
      allowed(405),
      STATUS,
    ),
    put(
      'preflight-500-headers',
      '500 on OPTIONS, with CORS headers',
      'Only the status is wrong.',
      allowed(500),
      STATUS,
    ),
    put('preflight-304-headers', '304 on OPTIONS', 'A cache in front answers the preflight.', allowed(304), STATUS),
    put(
      'preflight-redirect-slash',
      'The API redirects to the URL with a slash',
      'A call follows a 301, a preflight must not.',
      redirect(301, '{api}/s/preflight-redirect-slash/call/', allowOrigin(), allowMethods('PUT')),
      REDIRECTED,
    ),
    put(
      'preflight-redirect-https',
      'The API redirects to https',
      'A 308 in front of the application, without CORS headers.',
      redirect(308, 'https://localhost:{api.port}/s/preflight-redirect-https/call'),
      REDIRECTED_WITHOUT_HEADERS,
    ),
    put(
      'preflight-redirect-login',
      'The API redirects OPTIONS to the login page',
      'Single sign-on in front of the API.',
      redirect(302, '{other}/s/preflight-redirect-login/login'),
      REDIRECTED_WITHOUT_HEADERS,
    ),
    put(
      'preflight-closed',
      'The preflight is never answered',
      'The server closes the connection on OPTIONS.',
      'close',
      UNANSWERED,
    ),
    put('preflight-reset', 'The preflight is cut off', 'The connection is reset on OPTIONS.', 'reset', UNANSWERED),
  ],
};
