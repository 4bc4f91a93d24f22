import type { CauseCode, LookalikeCode } from '../diagnosis/codes.ts';

const CAUSES: Readonly<Record<CauseCode, string>> = {
  'allow-origin-missing': 'No Access-Control-Allow-Origin',
  'allow-origin-multiple': 'Several values in Access-Control-Allow-Origin',
  'allow-origin-invalid': 'Access-Control-Allow-Origin is no origin',
  'allow-origin-mismatch': 'Another origin is allowed',
  'allow-origin-wildcard-credentials': '* does not cover credentials',
  'allow-credentials-missing': 'No Access-Control-Allow-Credentials',
  'allow-credentials-invalid': 'Access-Control-Allow-Credentials is not true',
  'preflight-status': 'Preflight answered with an error',
  'preflight-redirect': 'Preflight was redirected',
  'preflight-unanswered': 'Preflight got no answer',
  'allow-methods-unparsable': 'Access-Control-Allow-Methods is unreadable',
  'allow-headers-unparsable': 'Access-Control-Allow-Headers is unreadable',
  'allow-methods-lacks-method': 'Method is not allowed',
  'allow-headers-lacks-header': 'Request header is not allowed',
  'redirect-with-userinfo': 'Redirect URL has a password',
  'redirect-to-disabled-scheme': 'Redirect leaves http and https',
  'disabled-scheme': 'URL is not http or https',
  'same-origin-mode': 'Call allows only its own origin',
  'no-cors-redirect-mode': 'no-cors call may not control redirects',
  'local-network-denied': 'No permission for the local network',
  'local-network-insecure': 'Insecure page calls the local network',
  'invalid-response': 'Answer is no valid response',
  'altered-by-extension': 'An extension changed the headers',
  unexplained: 'Blocked for an unknown reason',
};

const LOOKALIKES: Readonly<Record<LookalikeCode, string>> = {
  'connection-refused': 'Connection refused',
  'name-not-resolved': 'Host name not found',
  tls: 'No secure connection (TLS)',
  'timed-out': 'Timed out',
  'connection-lost': 'Connection lost',
  offline: 'The browser is offline',
  aborted: 'Aborted by the page',
  'blocked-by-extension': 'Blocked by an extension',
  'content-security-policy': 'Blocked by Content-Security-Policy',
  'mixed-content': 'Mixed content: http from https',
  corp: 'Blocked by Cross-Origin-Resource-Policy',
  coep: 'Blocked by Cross-Origin-Embedder-Policy',
  orb: 'Blocked by Opaque Response Blocking',
  'unsafe-port': 'Port is never called by browsers',
  'redirect-refused': 'The script refused a redirect',
  'too-many-redirects': 'Too many redirects',
  'content-decoding': 'Body cannot be decoded',
  proxy: 'Proxy failed',
  'other-failure': 'Failed in the network',
};

const isCause = (code: CauseCode | LookalikeCode): code is CauseCode => code in CAUSES;

/** A cause in at most six words, for the list. */
export const causeTitle = (code: CauseCode | LookalikeCode): string =>
  isCause(code) ? CAUSES[code] : LOOKALIKES[code];
