import { allowOriginLines } from '../cors/cors-check.ts';
import { locationUrl } from '../cors/redirect.ts';
import type { Call } from './call.ts';
import type { CauseCode, ChromiumCode, FirefoxCode } from './codes.ts';
import type { Fault } from './diagnosis.ts';
import { messageHeaders } from './message-headers.ts';

interface Codes {
  readonly chromium: ChromiumCode | null;
  readonly firefox: FirefoxCode | null;
}

/**
 * Chromium: CDP `Network.CorsError` (third_party/blink/public/devtools_protocol). Firefox: the console's category without
 * its revision digits (netwerk/protocol/http/nsCORSListenerProxy.cpp). Null: no code of CORS.
 */
export const BROWSER_CODES: Readonly<Record<CauseCode, Codes>> = {
  'allow-origin-missing': { chromium: 'MissingAllowOriginHeader', firefox: 'CORSMissingAllowOrigin' },
  'allow-origin-multiple': { chromium: 'MultipleAllowOriginValues', firefox: 'CORSMultipleAllowOriginNotAllowed' },
  'allow-origin-invalid': { chromium: 'InvalidAllowOriginValue', firefox: 'CORSAllowOriginNotMatchingOrigin' },
  'allow-origin-mismatch': { chromium: 'AllowOriginMismatch', firefox: 'CORSAllowOriginNotMatchingOrigin' },
  'allow-origin-wildcard-credentials': {
    chromium: 'WildcardOriginNotAllowed',
    firefox: 'CORSNotSupportingCredentials',
  },
  'allow-credentials-missing': { chromium: 'InvalidAllowCredentials', firefox: 'CORSMissingAllowCredentials' },
  'allow-credentials-invalid': { chromium: 'InvalidAllowCredentials', firefox: 'CORSMissingAllowCredentials' },
  'preflight-status': { chromium: 'PreflightInvalidStatus', firefox: 'CORSPreflightDidNotSucceed' },
  'preflight-redirect': { chromium: 'PreflightDisallowedRedirect', firefox: 'CORSExternalRedirectNotAllowed' },
  'preflight-unanswered': { chromium: null, firefox: 'CORSDidNotSucceed' },
  'allow-methods-unparsable': { chromium: 'InvalidAllowMethodsPreflightResponse', firefox: 'CORSInvalidAllowMethod' },
  'allow-headers-unparsable': { chromium: 'InvalidAllowHeadersPreflightResponse', firefox: 'CORSInvalidAllowHeader' },
  'allow-methods-lacks-method': { chromium: 'MethodDisallowedByPreflightResponse', firefox: 'CORSMethodNotFound' },
  'allow-headers-lacks-header': {
    chromium: 'HeaderDisallowedByPreflightResponse',
    firefox: 'CORSMissingAllowHeaderFromPreflight',
  },
  'redirect-with-userinfo': { chromium: 'RedirectContainsCredentials', firefox: 'CORSDidNotSucceed' },
  'redirect-to-disabled-scheme': { chromium: 'CorsDisabledScheme', firefox: 'CORSRequestNotHttp' },
  'disabled-scheme': { chromium: 'CorsDisabledScheme', firefox: 'CORSRequestNotHttp' },
  'same-origin-mode': { chromium: 'DisallowedByMode', firefox: null },
  'no-cors-redirect-mode': { chromium: 'NoCorsRedirectModeNotFollow', firefox: null },
  'local-network-denied': { chromium: 'LocalNetworkAccessPermissionDenied', firefox: 'CORSDidNotSucceed' },
  'local-network-insecure': { chromium: 'InsecureLocalNetwork', firefox: 'CORSDidNotSucceed' },
  'invalid-response': { chromium: 'InvalidResponse', firefox: 'CORSDidNotSucceed' },
  'altered-by-extension': { chromium: null, firefox: null },
  unexplained: { chromium: null, firefox: null },
};

/** Causes of a preflight that Chromium gives a name of their own with this prefix. */
const PREFIXED =
  /^(?:MissingAllowOriginHeader|MultipleAllowOriginValues|InvalidAllowOriginValue|AllowOriginMismatch|WildcardOriginNotAllowed|InvalidAllowCredentials)$/;

/** What both browsers call this fault. */
export function browserCodes(call: Call, fault: Fault): Codes {
  const { chromium, firefox } = BROWSER_CODES[fault.code];
  const prefixed = fault.phase === 'preflight' && chromium !== null && PREFIXED.test(chromium);
  const codes: Codes = { chromium: prefixed ? `Preflight${chromium}` : chromium, firefox };
  switch (fault.code) {
    case 'allow-origin-multiple': {
      // Reality: Firefox counts lines; several values in one line are, to it, one that does not match. It shows extensions
      // all lines joined, so that a recording of its own does not tell which of its two codes stands in the console.
      const lines = fault.pointer === null ? 2 : allowOriginLines(messageHeaders(call, fault.pointer));
      if (lines > 1) return codes;
      const list = 'CORSAllowOriginNotMatchingOrigin';
      return {
        ...codes,
        firefox: call.exchange.browser === 'firefox' && mayBeJoined(fault) ? `${codes.firefox} or ${list}` : list,
      };
    }
    case 'preflight-redirect':
      return redirectedPreflight(call, fault, codes);
    case 'redirect-to-disabled-scheme':
      return disabledScheme(call, fault, codes);
    default:
      return codes;
  }
}

/** What Firefox would make of two lines. */
const mayBeJoined = ({ got }: Fault): boolean => got?.includes(', ') === true;

/**
 * Reality: Chromium has no name for a redirect whose target is no URL. Firefox follows the redirect of a preflight in order
 * to refuse it, unless the script asked not to follow (then the status is refused), or the target cannot even be asked.
 */
function redirectedPreflight(call: Call, { hop: index }: Fault, { chromium, firefox }: Codes): Codes {
  const hop = call.hops[index]?.hop;
  const preflight = hop?.preflight ?? null;
  const target = hop && preflight?.response ? locationUrl(preflight.response.headers, hop.url) : null;
  const end = call.exchange.browser === 'firefox' ? preflight?.end : null;
  if (end?.kind === 'failed' && end.failure === 'blocked' && target !== null) {
    return { chromium, firefox: 'CORSPreflightDidNotSucceed' };
  }
  if (target === null) return { chromium: null, firefox: 'CORSDidNotSucceed' };
  const { protocol, username, password } = new URL(target);
  const cannotAsk = username !== '' || password !== '' || !/^https?:$/.test(protocol);
  return { chromium, firefox: cannotAsk ? 'CORSDidNotSucceed' : firefox };
}

/** Reality: some schemes are refused before CORS is thought of. */
const UNSAFE = {
  chromium: /^(?:file|data|blob|filesystem|about|chrome|devtools|chrome-extension):/,
  firefox: /^(?:file|data|blob|javascript|wss?|view-source|chrome|resource|moz-extension|about(?!:blank\b)):/,
} as const;

function disabledScheme(call: Call, { hop: index }: Fault, { chromium, firefox }: Codes): Codes {
  const hop = call.hops[index]?.hop;
  const target = hop?.response ? (locationUrl(hop.response.headers, hop.url) ?? '') : '';
  return {
    chromium: UNSAFE.chromium.test(target) ? null : chromium,
    firefox: UNSAFE.firefox.test(target) ? 'CORSDidNotSucceed' : firefox,
  };
}
