import { isCorsSafelistedMethod } from '../cors/method.ts';
import {
  corsUnsafeRequestHeaders,
  isBrowsersOwn,
  isSafelistedName,
  type UnsafeRule,
  unsafeRule,
} from '../cors/request-headers.ts';
import type { Exchange, Hop } from '../exchange/exchange.ts';
import { askedHeaders } from '../exchange/pairing.ts';
import { cachedBy } from './cached-preflight.ts';
import type { Call, CallHop } from './call.ts';
import type { Diagnosis, Fault, Known, PreflightReason } from './diagnosis.ts';
import type { Recording } from './recording.ts';
import { wentOut } from './walk.ts';

/** Why a preflight was needed, or why there was none. https://fetch.spec.whatwg.org/#http-fetch , step 4 */
export function preflightOf(
  call: Call,
  cause: Fault | null,
  credentials: boolean | null,
  recording: Recording | null,
): Diagnosis['preflight'] {
  const none = { cachedBy: null };
  const at = decidingHop(call, cause);
  const sent = call.hops.some(({ hop }) => hop.preflight !== null);
  if (at.hop.preflight !== null) {
    return { needed: needs(true, 'seen'), sent, reasons: reasonsAsked(call, at.hop), absentBecause: null, ...none };
  }
  const { value: mode } = call.mode;
  if (mode !== null && mode !== 'cors')
    return { needed: needs(false, 'inferred'), sent, reasons: [], absentBecause: 'simple', ...none };
  const reasons = reasonsUnasked(at);
  if (reasons === null)
    return { needed: { value: null, from: 'unknown' }, sent, reasons: [], absentBecause: null, ...none };
  if (reasons.length === 0) {
    return { needed: needs(false, 'inferred'), sent, reasons: [], absentBecause: 'simple', ...none };
  }
  // It may not have come so far, or have asked before the recording began.
  const isUnasked = wentOut(call, at) && !(call.exchange.partial && at.index === 0);
  if (!isUnasked) return { needed: needs(true, 'inferred'), sent, reasons, absentBecause: null, ...none };
  // It was sent without asking although it had to ask: an earlier answer was still kept.
  return {
    needed: needs(true, 'inferred'),
    sent,
    reasons,
    absentBecause: 'cached',
    cachedBy: cachedBy(call, at, credentials, recording),
  };
}

const needs = (value: boolean, from: 'seen' | 'inferred'): Known<boolean> => ({
  value,
  from,
  because: { code: from === 'seen' ? 'preflight-was-sent' : 'method-and-headers' },
});

/** The hop that a fault is in, else the last that was preflighted, else the last. */
const decidingHop = (call: Call, cause: Fault | null): CallHop =>
  (cause === null ? undefined : call.hops[cause.hop]) ??
  call.hops.findLast(({ hop }) => hop.preflight !== null) ??
  call.last;

const methodReason = (method: string): readonly PreflightReason[] =>
  isCorsSafelistedMethod(method) ? [] : [{ code: 'method', method }];

/** From the preflight's own question. */
function reasonsAsked({ exchange }: Call, hop: Hop): readonly PreflightReason[] {
  const names = askedHeaders(hop.preflight?.requestHeaders ?? []);
  const values = new Map((hop.requestHeaders ?? []).map(([name, value]) => [name.toLowerCase(), value]));
  const reasons = [
    ...methodReason(hop.method),
    ...names.map((name): PreflightReason => ({ code: 'header', name, rule: ruleOf(name, values.get(name)) })),
  ];
  if (reasons.length > 0) return reasons;
  return [exchange.type === 'xmlhttprequest' ? { code: uploadOf(exchange) } : { code: 'unknown' }];
}

/** What the wire does not show. https://fetch.spec.whatwg.org/#use-cors-preflight-flag */
function uploadOf({ evidence: { page, resourceKind } }: Exchange): 'upload-listener' | 'upload-stream' | 'upload' {
  const api = page?.api ?? resourceKind;
  if (api === 'fetch') return 'upload-stream';
  return api === 'xhr' || api === 'xmlhttprequest' ? 'upload-listener' : 'upload';
}

/** A preflight names headers, not values: where the call itself was never sent, the likeliest rule of the name stands. */
function ruleOf(name: string, value: string | undefined): UnsafeRule {
  const rule = value === undefined ? null : unsafeRule(name, value);
  if (rule !== null) return rule;
  if (!isSafelistedName(name)) return 'name-not-safelisted';
  if (value !== undefined) return 'total-too-long';
  return name === 'content-type'
    ? 'content-type-not-safelisted'
    : name === 'range'
      ? 'range-not-simple'
      : 'unsafe-byte';
}

/** Why a request in cors mode without a preflight needed one: empty where it did not, null where that was not seen. */
export function reasonsUnasked({ hop, crossOrigin }: CallHop): readonly PreflightReason[] | null {
  if (!crossOrigin) return [];
  if (hop.requestHeaders === null) return isCorsSafelistedMethod(hop.method) ? null : methodReason(hop.method);
  const unsafe = corsUnsafeRequestHeaders(hop.requestHeaders.filter((header) => !isBrowsersOwn(header)));
  return [
    ...methodReason(hop.method),
    ...unsafe.map(({ name, rule }): PreflightReason => ({ code: 'header', name, rule })),
  ];
}
