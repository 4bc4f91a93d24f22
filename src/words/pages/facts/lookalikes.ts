import type { LookalikeCode } from '../../../diagnosis/codes.ts';
import type { Actor, Facts, PageId, Section } from '../page.ts';
import { SPEC } from './example.ts';

const facts = (who: Actor, spec: Section | null, curl: string | null, ...related: readonly PageId[]): Facts => ({
  who,
  spec,
  example: null,
  curl,
  related,
});
const VERBOSE = "curl --verbose --output /dev/null 'https://api.example/items/1'";
const HEADERS = "curl --silent --output /dev/null --dump-header - 'https://api.example/items/1'";
const PAGE_HEADERS = "curl --silent --output /dev/null --dump-header - 'https://app.example/'";
const FOLLOW = "curl --silent --location --output /dev/null --dump-header - 'https://api.example/items/1'";
const SHOOT: PageId = 'learn/troubleshooting';

export const lookalikes: Readonly<Record<LookalikeCode, Facts>> = {
  'connection-refused': facts('server', null, VERBOSE, 'cause/preflight-unanswered', SHOOT),
  'name-not-resolved': facts('page', null, VERBOSE, SHOOT),
  tls: facts('server', null, VERBOSE, 'lookalike/mixed-content', SHOOT),
  'timed-out': facts('server', null, VERBOSE, 'hint/gateway-failed', SHOOT),
  'connection-lost': facts('server', null, VERBOSE, 'cause/preflight-unanswered', SHOOT),
  offline: facts('user', null, null, SHOOT),
  aborted: facts('page', null, null, SHOOT),
  'blocked-by-extension': facts('user', null, null, 'cause/altered-by-extension', SHOOT),
  'content-security-policy': facts('page', SPEC.csp, PAGE_HEADERS, SHOOT),
  'mixed-content': facts('page', SPEC.mixedContent, null, 'lookalike/tls', SHOOT),
  corp: facts('server', SPEC.corp, HEADERS, 'header/cross-origin-resource-policy', 'lookalike/coep'),
  coep: facts('either', SPEC.coep, PAGE_HEADERS, 'header/cross-origin-resource-policy', 'lookalike/corp'),
  orb: facts('server', SPEC.orb, HEADERS, 'learn/simple-requests'),
  'unsafe-port': facts('server', SPEC.portBlocking, null, SHOOT),
  'redirect-refused': facts('page', SPEC.httpFetch, FOLLOW, 'hint/redirect-in-front'),
  'too-many-redirects': facts('server', SPEC.redirect, FOLLOW, 'hint/redirect-in-front'),
  'content-decoding': facts('server', null, HEADERS, SHOOT),
  proxy: facts('network', null, VERBOSE, SHOOT),
  'other-failure': facts('nobody', null, VERBOSE, SHOOT),
};
