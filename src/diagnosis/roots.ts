import { allowOriginLines } from '../cors/cors-check.ts';
import { getHeader, listItems } from '../cors/get-header.ts';
import { originOf } from '../cors/origin.ts';
import { isRedirectStatus, locationUrl } from '../cors/redirect.ts';
import type { RecordedResponse } from '../exchange/exchange.ts';
import type { Call, CallHop } from './call.ts';
import type { RootHintCode } from './codes.ts';
import type { Fault, RootHint } from './diagnosis.ts';
import { isFromCacheOfOther } from './from-cache.ts';
import { neighbours, type Recording } from './recording.ts';

const hint = (code: RootHintCode, detail: string | null = null): RootHint => ({ code, detail });

/** What is really the matter where the missing header is only how it shows; the most telling first. */
export function rootsOf(call: Call, cause: Fault, recording: Recording | null): readonly RootHint[] {
  const at = call.hops[cause.hop] ?? call.last;
  const inPreflight = cause.phase === 'preflight';
  const response = inPreflight ? (at.hop.preflight?.response ?? null) : at.hop.response;
  return [
    clientSends(at),
    response === null ? null : byStatus(cause, at, response),
    originBecameNull(cause),
    response === null || inPreflight ? null : fromCache(call, at, cause, response, recording),
    response === null ? null : twoLayers(cause, response),
    onlyOneConfigured(call, at, cause, recording),
  ].filter((one) => one !== null);
}

/** `Access-Control-Allow-Origin` and the like, sent by the page: they only make a preflight necessary. */
function clientSends({ hop }: CallHop): RootHint | null {
  const asked = listItems(getHeader(hop.preflight?.requestHeaders ?? [], 'access-control-request-headers') ?? '');
  const sent = (hop.requestHeaders ?? []).map(([name]) => name);
  const name = [...asked, ...sent].find(
    (one) => /^access-control-/i.test(one) && !/^access-control-request-/i.test(one),
  );
  return name === undefined ? null : hint('client-sends-cors-header', name);
}

const LOGIN = /(?:^|[/._-])(?:log-?in|sign-?in|sso|oauth2?|authori[sz]e|auth|saml2?|session|accounts?)(?:$|[/._?-])/i;
const isLoginUrl = (url: string): boolean => URL.canParse(url) && LOGIN.test(new URL(url).pathname);

function byStatus(cause: Fault, at: CallHop, response: RecordedResponse): RootHint | null {
  const { status } = response;
  if (cause.phase === 'preflight') {
    if (isRedirectStatus(status)) return redirected(at, response);
    if (!isHeaderMissing(cause) && cause.code !== 'preflight-status') return null;
    return preflightStatus(status);
  }
  if (!isHeaderMissing(cause)) return null;
  // A page of another origin that answers in place of the API.
  if (at.index > 0 && isLoginUrl(at.hop.url)) return hint('redirect-to-login', at.hop.url);
  if (cause.phase === 'redirect') return redirected(at, response);
  return errorStatus(status);
}

const isHeaderMissing = ({ code }: Fault): boolean => code === 'allow-origin-missing';

function preflightStatus(status: number): RootHint | null {
  if (status === 401 || status === 403 || status === 407) return hint('authentication-before-cors', String(status));
  if (status === 404 || status === 405 || status === 501) return hint('options-not-routed', String(status));
  return errorStatus(status);
}

function errorStatus(status: number): RootHint | null {
  if (status === 413) return hint('too-large', String(status));
  if (status === 429) return hint('rate-limited', String(status));
  if (status >= 502 && status <= 504) return hint('gateway-failed', String(status));
  return status >= 400 ? hint('server-failed', String(status)) : null;
}

function redirected({ hop }: CallHop, { headers }: RecordedResponse): RootHint | null {
  const target = locationUrl(headers, hop.url);
  if (target === null) return null;
  const isLogin = isLoginUrl(target);
  const leaves = originOf(target) !== originOf(hop.url);
  return hint(isLogin && leaves ? 'redirect-to-login' : 'redirect-in-front', target);
}

function originBecameNull(cause: Fault): RootHint | null {
  if (cause.want !== 'null' || !cause.code.startsWith('allow-origin')) return null;
  return hint('origin-became-null');
}

/** What the cache holds was made for a request without an origin, or for another one. */
function fromCache(
  call: Call,
  at: CallHop,
  cause: Fault,
  response: RecordedResponse,
  recording: Recording | null,
): RootHint | null {
  if (cause.code !== 'allow-origin-missing' && cause.code !== 'allow-origin-mismatch') return null;
  return isFromCacheOfOther(call, at, response, recording) ? hint('cached-for-someone-else', cause.got) : null;
}

function twoLayers(cause: Fault, { headers }: RecordedResponse): RootHint | null {
  if (cause.code === 'allow-origin-multiple') {
    const items = listItems(cause.got ?? '');
    return allowOriginLines(headers) > 1 || new Set(items).size < items.length ? hint('two-layers', cause.got) : null;
  }
  if (cause.code === 'allow-credentials-invalid' && listItems(cause.got ?? '').length > 1) {
    return hint('two-layers', cause.got);
  }
  return null;
}

function onlyOneConfigured(call: Call, at: CallHop, cause: Fault, recording: Recording | null): RootHint | null {
  const allows = (response: RecordedResponse | null | undefined): boolean =>
    response != null && getHeader(response.headers, 'access-control-allow-origin') !== null;
  if (cause.code !== 'allow-origin-missing') return null;
  if (cause.phase !== 'preflight') {
    return allows(at.hop.preflight?.response) ? hint('only-preflight-configured') : null;
  }
  const server = originOf(at.hop.url);
  const elsewhere = neighbours(recording, server, call.exchange, (other) =>
    other.hops.some((hop) => originOf(hop.url) === server && allows(hop.response)),
  );
  return elsewhere.length > 0 ? hint('only-actual-configured') : null;
}
