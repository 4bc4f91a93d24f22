/** Blocked by CORS, and why. Closed: words, scenarios and documentation are checked against these lists. */
export const CAUSE_CODES = [
  'allow-origin-missing',
  'allow-origin-multiple',
  'allow-origin-invalid',
  'allow-origin-mismatch',
  'allow-origin-wildcard-credentials',
  'allow-credentials-missing',
  'allow-credentials-invalid',
  'preflight-status',
  'preflight-redirect',
  'preflight-unanswered',
  'allow-methods-unparsable',
  'allow-headers-unparsable',
  'allow-methods-lacks-method',
  'allow-headers-lacks-header',
  'redirect-with-userinfo',
  'redirect-to-disabled-scheme',
  'disabled-scheme',
  'same-origin-mode',
  'no-cors-redirect-mode',
  'local-network-denied',
  'local-network-insecure',
  'invalid-response',
  'altered-by-extension',
  'unexplained',
] as const;
export type CauseCode = (typeof CAUSE_CODES)[number];

/** It failed, and CORS is not the reason. */
export const LOOKALIKE_CODES = [
  'connection-refused',
  'name-not-resolved',
  'tls',
  'timed-out',
  'connection-lost',
  'offline',
  'aborted',
  'blocked-by-extension',
  'content-security-policy',
  'mixed-content',
  'corp',
  'coep',
  'orb',
  'unsafe-port',
  'redirect-refused',
  'too-many-redirects',
  'content-decoding',
  'proxy',
  'other-failure',
] as const;
export type LookalikeCode = (typeof LOOKALIKE_CODES)[number];

/** Risks, waste and what cannot be read, of calls that succeeded. */
export const NOTE_CODES = [
  'vary-origin-missing',
  'reflects-any-origin',
  'null-allowed',
  'insecure-origin-allowed',
  'wildcard-useless-credentials',
  'authorization-under-wildcard',
  'preflight-uncached',
  'max-age-over-cap',
  'headers-hidden',
  'allow-list-noise',
  'policy-unsound',
] as const;
export type NoteCode = (typeof NOTE_CODES)[number];

/** Exact differences between the origin that was allowed and the one that asked. */
export const NEAR_MISS_CODES = [
  'trailing-slash',
  'path',
  'scheme',
  'port',
  'default-port-spelled-out',
  'subdomain',
  'upper-case',
  'localhost-loopback',
  'origin-list',
  'wildcard-subdomain',
  'pattern',
  'quotes',
  'placeholder',
  'own-origin',
  'null-literal',
  'no-scheme',
  'cached-for-other-origin',
  'other-origin',
  'header-name-typo',
  'value-case',
  'method-case',
  'header-name-space',
  'duplicate-value',
] as const;
export type NearMissCode = (typeof NEAR_MISS_CODES)[number];

/** When CORS is only the messenger. */
export const ROOT_HINT_CODES = [
  'server-failed',
  'authentication-before-cors',
  'options-not-routed',
  'redirect-in-front',
  'redirect-to-login',
  'two-layers',
  'only-preflight-configured',
  'only-actual-configured',
  'origin-became-null',
  'cached-for-someone-else',
  'too-large',
  'rate-limited',
  'gateway-failed',
  'client-sends-cors-header',
] as const;
export type RootHintCode = (typeof ROOT_HINT_CODES)[number];

/** Chromium: CDP `Network.CorsError`. */
export type ChromiumCode = string;
/** Firefox: the console category without its revision digits. */
export type FirefoxCode = string;
