import type { NearMissCode, NoteCode, RootHintCode } from '../../../diagnosis/codes.ts';
import type { StepId } from '../../../diagnosis/diagnosis.ts';
import type { HeaderPage, PageId, Section, Subject } from '../page.ts';
import { SPEC } from './example.ts';

/** Where the standard says it, and what to read next. */
type Place = readonly [spec: Section | null, ...related: readonly PageId[]];

export const notes: Readonly<Record<NoteCode, Place>> = {
  'vary-origin-missing': [SPEC.httpCaches, 'header/vary', 'hint/cached-for-someone-else'],
  'reflects-any-origin': [SPEC.credentials, 'learn/best-practices', 'header/access-control-allow-credentials'],
  'null-allowed': [SPEC.origin, 'hint/origin-became-null', 'learn/best-practices'],
  'insecure-origin-allowed': [SPEC.protocol, 'learn/best-practices'],
  'wildcard-useless-credentials': [SPEC.credentials, 'cause/allow-origin-wildcard-credentials', 'learn/credentials'],
  'authorization-under-wildcard': [SPEC.syntax, 'header/authorization', 'header/access-control-allow-headers'],
  'preflight-uncached': [SPEC.cache, 'header/access-control-max-age', 'learn/preflight'],
  'max-age-over-cap': [SPEC.cache, 'header/access-control-max-age', 'learn/preflight'],
  'headers-hidden': [SPEC.safelistedResponseHeader, 'header/access-control-expose-headers'],
  'allow-list-noise': [SPEC.responses, 'learn/configuring-servers'],
  'policy-unsound': [SPEC.forbiddenMethod, 'header/access-control-allow-methods', 'learn/best-practices'],
};

export const hints: Readonly<Record<RootHintCode, Place>> = {
  'server-failed': [SPEC.check, 'cause/allow-origin-missing', 'learn/configuring-servers'],
  'authentication-before-cors': [SPEC.credentials, 'cause/preflight-status', 'learn/preflight'],
  'options-not-routed': [SPEC.preflight, 'cause/preflight-status', 'learn/configuring-servers'],
  'redirect-in-front': [SPEC.preflight, 'cause/preflight-redirect', 'header/location'],
  'redirect-to-login': [SPEC.redirect, 'cause/allow-origin-missing', 'learn/credentials'],
  'two-layers': [SPEC.check, 'cause/allow-origin-multiple', 'near-miss/duplicate-value'],
  'only-preflight-configured': [SPEC.responses, 'cause/allow-origin-missing', 'learn/configuring-servers'],
  'only-actual-configured': [SPEC.responses, 'cause/allow-origin-missing', 'learn/preflight'],
  'origin-became-null': [SPEC.origin, 'near-miss/null-literal', 'note/null-allowed'],
  'cached-for-someone-else': [SPEC.httpCaches, 'note/vary-origin-missing', 'header/vary'],
  'too-large': [SPEC.check, 'cause/allow-origin-missing', 'hint/server-failed'],
  'rate-limited': [SPEC.check, 'cause/allow-origin-missing', 'hint/server-failed'],
  'gateway-failed': [SPEC.check, 'cause/allow-origin-missing', 'hint/server-failed'],
  'client-sends-cors-header': [SPEC.safelistedHeader, 'cause/allow-headers-lacks-header', 'learn/preflight'],
};

/** Values that show a near miss: as received, as wanted. */
export const nearMisses: Readonly<Record<NearMissCode, readonly [got: string, want: string, related: PageId]>> = {
  'trailing-slash': ['https://app.example/', 'https://app.example', 'cause/allow-origin-mismatch'],
  path: ['https://app.example/shop', 'https://app.example', 'cause/allow-origin-mismatch'],
  scheme: ['http://app.example', 'https://app.example', 'cause/allow-origin-mismatch'],
  port: ['http://localhost:3000', 'http://localhost:5173', 'cause/allow-origin-mismatch'],
  'default-port-spelled-out': ['https://app.example:443', 'https://app.example', 'cause/allow-origin-mismatch'],
  subdomain: ['https://www.app.example', 'https://app.example', 'cause/allow-origin-mismatch'],
  'upper-case': ['https://App.example', 'https://app.example', 'cause/allow-origin-mismatch'],
  'localhost-loopback': ['http://127.0.0.1:8080', 'http://localhost:8080', 'cause/allow-origin-mismatch'],
  'origin-list': ['https://app.example, https://admin.example', 'https://app.example', 'cause/allow-origin-multiple'],
  'wildcard-subdomain': ['https://*.app.example', 'https://shop.app.example', 'cause/allow-origin-invalid'],
  pattern: ['^https://.+\\.example$', 'https://app.example', 'cause/allow-origin-invalid'],
  quotes: ['"https://app.example"', 'https://app.example', 'cause/allow-origin-invalid'],
  placeholder: ['$http_origin', 'https://app.example', 'cause/allow-origin-invalid'],
  'own-origin': ['https://api.example', 'https://app.example', 'cause/allow-origin-mismatch'],
  'null-literal': ['null', 'https://app.example', 'note/null-allowed'],
  'no-scheme': ['app.example', 'https://app.example', 'cause/allow-origin-invalid'],
  'cached-for-other-origin': ['https://admin.example', 'https://app.example', 'hint/cached-for-someone-else'],
  'other-origin': ['https://staging.example', 'https://app.example', 'cause/allow-origin-mismatch'],
  'header-name-typo': ['Access-Control-Allow-Orgin', 'Access-Control-Allow-Origin', 'cause/allow-origin-missing'],
  'value-case': ['True', 'true', 'cause/allow-credentials-invalid'],
  'method-case': ['patch', 'PATCH', 'cause/allow-methods-lacks-method'],
  'header-name-space': ['x-first x-second', 'x-first, x-second', 'cause/allow-headers-unparsable'],
  'duplicate-value': ['*, *', '*', 'cause/allow-origin-multiple'],
};

/** A line as it stands in a message, the section, and what to read next. */
export const headers: Readonly<Record<HeaderPage, readonly [line: string, ...place: Place]>> = {
  origin: ['Origin: https://app.example', SPEC.origin, 'learn/same-origin-policy', 'hint/origin-became-null'],
  'access-control-request-method': [
    'Access-Control-Request-Method: PUT',
    SPEC.requests,
    'header/access-control-allow-methods',
    'learn/preflight',
  ],
  'access-control-request-headers': [
    'Access-Control-Request-Headers: authorization,content-type',
    SPEC.requests,
    'header/access-control-allow-headers',
    'learn/preflight',
  ],
  'access-control-allow-origin': [
    'Access-Control-Allow-Origin: https://app.example',
    SPEC.responses,
    'cause/allow-origin-missing',
    'cause/allow-origin-mismatch',
    'header/vary',
  ],
  'access-control-allow-credentials': [
    'Access-Control-Allow-Credentials: true',
    SPEC.responses,
    'cause/allow-credentials-missing',
    'learn/credentials',
  ],
  'access-control-allow-methods': [
    'Access-Control-Allow-Methods: GET, PUT, DELETE',
    SPEC.responses,
    'cause/allow-methods-lacks-method',
    'learn/preflight',
  ],
  'access-control-allow-headers': [
    'Access-Control-Allow-Headers: authorization, content-type',
    SPEC.responses,
    'cause/allow-headers-lacks-header',
    'learn/preflight',
  ],
  'access-control-max-age': ['Access-Control-Max-Age: 600', SPEC.cache, 'note/preflight-uncached', 'learn/preflight'],
  'access-control-expose-headers': [
    'Access-Control-Expose-Headers: ETag, X-Total-Count',
    SPEC.safelistedResponseHeader,
    'note/headers-hidden',
  ],
  vary: ['Vary: Origin', SPEC.vary, 'note/vary-origin-missing', 'hint/cached-for-someone-else'],
  location: ['Location: https://api.example/v2/items/1', SPEC.location, 'hint/redirect-in-front'],
  cookie: ['Cookie: session=1f0c', SPEC.credentials, 'learn/credentials'],
  authorization: ['Authorization: Bearer …', SPEC.syntax, 'learn/credentials', 'note/authorization-under-wildcard'],
  'content-type': ['Content-Type: application/json', SPEC.safelistedHeader, 'learn/simple-requests', 'learn/preflight'],
  'sec-fetch-mode': ['Sec-Fetch-Mode: cors', SPEC.fetchMetadata, 'step/request-mode'],
  'sec-fetch-site': ['Sec-Fetch-Site: cross-site', SPEC.fetchMetadata, 'learn/same-origin-policy'],
  'sec-fetch-storage-access': ['Sec-Fetch-Storage-Access: active', SPEC.storageAccess, 'learn/credentials'],
  'cross-origin-resource-policy': [
    'Cross-Origin-Resource-Policy: cross-origin',
    SPEC.corp,
    'lookalike/corp',
    'lookalike/coep',
  ],
};

export const steps: Readonly<Record<StepId, Place>> = {
  'request-mode': [SPEC.mode, 'learn/same-origin-policy', 'header/sec-fetch-mode'],
  'preflight-needed': [SPEC.mainFetch, 'learn/simple-requests', 'learn/preflight'],
  'preflight-answered': [SPEC.preflight, 'cause/preflight-unanswered', 'learn/preflight'],
  'preflight-not-redirected': [SPEC.preflight, 'cause/preflight-redirect', 'hint/redirect-in-front'],
  'preflight-allow-origin': [SPEC.check, 'cause/allow-origin-missing', 'header/access-control-allow-origin'],
  'preflight-allow-credentials': [SPEC.check, 'cause/allow-credentials-missing', 'learn/credentials'],
  'preflight-ok-status': [SPEC.preflight, 'cause/preflight-status', 'hint/authentication-before-cors'],
  'preflight-allow-methods': [
    SPEC.preflight,
    'cause/allow-methods-lacks-method',
    'header/access-control-allow-methods',
  ],
  'preflight-allow-headers': [
    SPEC.preflight,
    'cause/allow-headers-lacks-header',
    'header/access-control-allow-headers',
  ],
  'response-arrived': [SPEC.httpFetch, 'lookalike/connection-refused', 'learn/troubleshooting'],
  'response-allow-origin': [SPEC.check, 'cause/allow-origin-missing', 'header/access-control-allow-origin'],
  'response-allow-credentials': [SPEC.check, 'cause/allow-credentials-missing', 'learn/credentials'],
  'redirect-location': [SPEC.redirect, 'cause/redirect-with-userinfo', 'header/location'],
  'response-delivered': [SPEC.httpFetch, 'learn/troubleshooting'],
};

export const subjects: Readonly<Record<Subject, Place>> = {
  'same-origin-policy': [SPEC.origins, 'learn/simple-requests', 'header/origin'],
  'simple-requests': [SPEC.safelistedHeader, 'learn/preflight', 'header/content-type'],
  preflight: [SPEC.preflight, 'header/access-control-max-age', 'learn/configuring-servers'],
  credentials: [SPEC.credentials, 'header/access-control-allow-credentials', 'cause/allow-origin-wildcard-credentials'],
  'verifying-with-curl': [SPEC.protocol, 'learn/troubleshooting'],
  'configuring-servers': [SPEC.responses, 'learn/best-practices', 'header/vary'],
  'best-practices': [SPEC.httpCaches, 'note/reflects-any-origin', 'note/null-allowed'],
  troubleshooting: [SPEC.protocol, 'learn/verifying-with-curl', 'lookalike/connection-refused'],
};
