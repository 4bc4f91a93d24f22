import { allowHeaders, allowMethods, answer, type CallInit, calls, open, split } from '../answers.ts';
import type { Family, Header, Scenario } from '../scenario.ts';

const blocked = (cause: Scenario['expect']['cause'], chromium: string, firefox: string): Scenario['expect'] => ({
  verdict: 'blocked',
  cause,
  chromium,
  firefox,
  outcome: 'TypeError',
});
const METHOD = blocked('allow-methods-lacks-method', 'MethodDisallowedByPreflightResponse', 'CORSMethodNotFound');
const HEADER = blocked(
  'allow-headers-lacks-header',
  'HeaderDisallowedByPreflightResponse',
  'CORSMissingAllowHeaderFromPreflight',
);
const BAD_METHODS = blocked(
  'allow-methods-unparsable',
  'InvalidAllowMethodsPreflightResponse',
  'CORSInvalidAllowMethod',
);
const BAD_HEADERS = blocked(
  'allow-headers-unparsable',
  'InvalidAllowHeadersPreflightResponse',
  'CORSInvalidAllowHeader',
);

const preflight = (
  id: string,
  title: string,
  about: string,
  init: CallInit,
  headers: readonly Header[],
  expect: Scenario['expect'],
): Scenario => ({
  id,
  title,
  about,
  run: calls('api', init),
  routes: { call: split({ ...open(...headers), status: 204 }, open()) },
  expect,
});

export const preflightLists: Family = {
  id: 'preflight-lists',
  title: 'The preflight does not allow the method or a header',
  scenarios: [
    preflight(
      'methods-missing',
      'Everything is allowed, only DELETE is not',
      'Access-Control-Allow-Methods is missing: only GET, HEAD and POST need no mention.',
      { method: 'DELETE' },
      [],
      METHOD,
    ),
    preflight(
      'methods-lacks-put',
      'POST works, PUT is refused',
      'The list has GET and POST only.',
      { method: 'PUT' },
      [allowMethods('GET, POST')],
      METHOD,
    ),
    preflight(
      'methods-lower-case',
      'The server lists `put`',
      'Methods are compared case-sensitively.',
      { method: 'PUT' },
      [allowMethods('get, put')],
      METHOD,
    ),
    preflight(
      'methods-client-patch',
      'My client says `patch`',
      'fetch turns `put` into PUT, but leaves `patch` as it is.',
      { method: 'patch' },
      [allowMethods('PATCH')],
      METHOD,
    ),
    preflight(
      'methods-header-typo',
      'I have set Access-Control-Allow-Method',
      'The header’s name ends in s.',
      { method: 'PUT' },
      [['Access-Control-Allow-Method', 'PUT']],
      METHOD,
    ),
    preflight(
      'methods-unparsable',
      'The list of methods is in one pair of quotes',
      'One entry that is no method spoils the whole preflight.',
      { method: 'PUT' },
      [allowMethods('"GET, PUT"')],
      BAD_METHODS,
    ),
    preflight(
      'methods-spaces',
      'The list of methods has spaces for commas',
      '`GET PUT` is no method.',
      { method: 'PUT' },
      [allowMethods('GET PUT')],
      BAD_METHODS,
    ),
    preflight(
      'headers-missing',
      'Posting JSON is refused',
      'Access-Control-Allow-Headers is missing.',
      { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' },
      [allowMethods('POST')],
      HEADER,
    ),
    preflight(
      'headers-lacks-authorization',
      'My Authorization header is refused',
      'Only Content-Type is allowed.',
      { headers: { Authorization: 'Bearer abc', 'Content-Type': 'application/json' } },
      [allowHeaders('Content-Type')],
      HEADER,
    ),
    preflight(
      'headers-lacks-several',
      'Three headers are refused, the console names one',
      'Tracing headers that a library adds by itself.',
      { headers: { 'X-Request-Id': '1', traceparent: '00-ab', 'X-Client': 'web', Authorization: 'Bearer abc' } },
      [allowHeaders('Authorization')],
      HEADER,
    ),
    preflight(
      'headers-typo',
      'I have allowed X-Costum-Header',
      'The client sends X-Custom-Header.',
      { headers: { 'X-Custom-Header': '1' } },
      [allowHeaders('X-Costum-Header')],
      HEADER,
    ),
    preflight(
      'headers-name-typo',
      'I have set Access-Control-Allow-Header',
      'The header’s name ends in s.',
      { headers: { 'X-Custom-Header': '1' } },
      [['Access-Control-Allow-Header', 'X-Custom-Header']],
      HEADER,
    ),
    preflight(
      'headers-unparsable',
      'A header name with a space in it',
      'One entry that is no header name spoils the whole preflight.',
      { headers: { 'X-Custom-Header': '1' } },
      [allowHeaders('X Custom Header, X-Custom-Header')],
      BAD_HEADERS,
    ),
    preflight(
      'headers-several-lines',
      'The headers are allowed in several lines',
      'Lines of one name are one list.',
      { headers: { 'X-One': '1', 'X-Two': '2' } },
      [allowHeaders('X-One'), allowHeaders('X-Two')],
      { verdict: 'allowed', cause: null, chromium: null, firefox: null, outcome: '200' },
    ),
    preflight(
      'everything-wrong',
      'Method and header are both refused',
      'The browser names the method first; the header would be next.',
      { method: 'DELETE', headers: { 'X-Token': 't' } },
      [allowMethods('GET'), allowHeaders('Content-Type')],
      METHOD,
    ),
    {
      id: 'everything-missing',
      title: 'A 405 without a single CORS header',
      about: 'The browser names the missing header; the status, the method and the header would be next.',
      run: calls('api', { method: 'DELETE', headers: { 'X-Token': 't' } }),
      routes: { call: split(answer(405), open()) },
      expect: blocked('allow-origin-missing', 'PreflightMissingAllowOriginHeader', 'CORSMissingAllowOrigin'),
    },
  ],
};
