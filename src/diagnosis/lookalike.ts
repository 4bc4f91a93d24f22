import type { FailureKind } from '../capture/event.ts';
import { getHeader } from '../cors/get-header.ts';
import type { Call } from './call.ts';
import type { LookalikeCode } from './codes.ts';
import type { Lookalike } from './diagnosis.ts';
import type { Ending } from './ending.ts';

const CODES: Readonly<Record<FailureKind, LookalikeCode>> = {
  blocked: 'other-failure',
  aborted: 'aborted',
  'connection-refused': 'connection-refused',
  'connection-lost': 'connection-lost',
  'name-not-resolved': 'name-not-resolved',
  tls: 'tls',
  'timed-out': 'timed-out',
  offline: 'offline',
  'blocked-by-extension': 'blocked-by-extension',
  'blocked-by-policy': 'content-security-policy',
  'mixed-content': 'mixed-content',
  corp: 'corp',
  coep: 'coep',
  orb: 'orb',
  'local-network': 'other-failure',
  'unsafe-port': 'unsafe-port',
  'too-many-redirects': 'too-many-redirects',
  'redirect-refused': 'redirect-refused',
  'content-decoding': 'content-decoding',
  'invalid-response': 'other-failure',
  proxy: 'proxy',
  'cache-probe': 'other-failure',
  other: 'other-failure',
};

/** Why the call failed where CORS is not the reason, with the browser's own text as evidence. */
export function lookalikeOf(call: Call, { failure, error }: Ending): Lookalike {
  const { last } = call;
  const { hop } = last;
  const unanswered = hop.preflight !== null && hop.preflight.response === null && hop.response === null;
  const theirs = unanswered && hop.preflight?.end?.kind === 'failed' ? hop.preflight.end : null;
  // Reality: the true reason stands on the call in Chromium, on its preflight in Firefox; the other has a generic text.
  const own = failure !== null && failure !== 'blocked';
  const kind = own ? failure : (theirs?.failure ?? 'other');
  return {
    code: refine(kind, call),
    evidence: (own ? error : (theirs?.error ?? error)) ?? '',
    hop: last.index,
    during: unanswered ? 'preflight' : 'actual',
  };
}

function refine(kind: FailureKind, call: Call): LookalikeCode {
  const { hop } = call.last;
  // A response that does not restrict itself was refused for the sake of the page's own embedder policy.
  if (
    kind === 'corp' &&
    hop.response !== null &&
    getHeader(hop.response.headers, 'cross-origin-resource-policy') === null
  ) {
    return 'coep';
  }
  // Reality: Firefox calls an answer that Opaque Response Blocking keeps back aborted (153) or a network error (159).
  if ((kind === 'aborted' || isNetworkError(call)) && isOpaqueBlocked(call)) return 'orb';
  return CODES[kind];
}

const isNetworkError = ({ exchange: { end } }: Call): boolean =>
  end?.kind === 'failed' && end.error === 'NS_ERROR_DOM_NETWORK_ERR';

// https://mimesniff.spec.whatwg.org/#json-mime-type and what else is never an element's: https://github.com/annevk/orb
const NEVER_OPAQUE =
  /^\s*(?:text\/html|text\/json|application\/json|text\/xml|application\/xml|[^;]*\+(?:json|xml))\s*(?:;|$)/i;

function isOpaqueBlocked({ exchange, last, mode }: Call): boolean {
  const { response } = last.hop;
  if (exchange.browser !== 'firefox' || mode.value !== 'no-cors' || response === null) return false;
  const type = getHeader(response.headers, 'content-type') ?? '';
  return exchange.type !== 'xmlhttprequest' && NEVER_OPAQUE.test(type) && !/^image\/svg\+xml/i.test(type);
}
