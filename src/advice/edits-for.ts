import { getHeader } from '../cors/get-header.ts';
import { isToken } from '../cors/token.ts';
import type { CauseCode, RootHintCode } from '../diagnosis/codes.ts';
import type { Fault } from '../diagnosis/diagnosis.ts';
import type { Exchange, RecordedResponse } from '../exchange/exchange.ts';
import { headerNames } from './apply-fix.ts';
import type { Edit } from './edit.ts';
import { anybodyMayRead } from './public-answer.ts';

/** What mends one fault, or why no header can. */
export type Remedy = { readonly edits: readonly Edit[] } | { readonly why: CauseCode | RootHintCode };

interface Case {
  readonly fault: Fault;
  /** As recorded, for what stood there before. */
  readonly recorded: Exchange;
  /** With the edits made so far. */
  readonly current: Exchange;
  readonly credentials: boolean;
  /** The origin that the request has where the fault does not say. */
  readonly origin: string | null;
}

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';
const ALLOW_CREDENTIALS = 'Access-Control-Allow-Credentials';
const ALLOW_METHODS = 'Access-Control-Allow-Methods';
const ALLOW_HEADERS = 'Access-Control-Allow-Headers';

const answerOf = (fault: Fault): Edit['response'] => (fault.phase === 'preflight' ? 'preflight' : 'actual');

function answerIn(exchange: Exchange, { hop, phase }: Fault): RecordedResponse | null {
  const where = exchange.hops[hop];
  return (phase === 'preflight' ? where?.preflight?.response : where?.response) ?? null;
}

function setting({ fault, recorded }: Case, header: string, value: string): Remedy {
  const before = answerIn(recorded, fault);
  const was = before === null ? null : getHeader(before.headers, header.toLowerCase());
  return { edits: [{ hop: fault.hop, response: answerOf(fault), operation: 'set', header, value, was }] };
}

/** For a header that says nothing usable, and of which nothing is wanted. */
function removing({ fault, recorded }: Case, header: string): Remedy {
  const was = getHeader(answerIn(recorded, fault)?.headers ?? [], header.toLowerCase());
  if (was === null) return { why: fault.code };
  return { edits: [{ hop: fault.hop, response: answerOf(fault), operation: 'remove', header, value: '', was }] };
}

function allowOrigin(one: Case): Remedy {
  const { fault, current, credentials } = one;
  const origin = fault.want ?? one.origin;
  const stands = getHeader(answerIn(current, fault)?.headers ?? [], 'access-control-allow-origin') ?? '';
  const starStands = !credentials && stands.split(',').some((value) => value.trim() === '*');
  if (starStands || origin === '*') return setting(one, ALLOW_ORIGIN, '*');
  if (origin === null) return { why: fault.code };
  if (origin !== 'null') return setting(one, ALLOW_ORIGIN, origin);
  return !credentials && anybodyMayRead(current, fault.hop)
    ? setting(one, ALLOW_ORIGIN, '*')
    : { why: 'origin-became-null' };
}

// What servers write in place of a comma counts as one here, so that what was meant is kept.
const tokensIn = (value: string | null): readonly string[] => (value ?? '').split(/[\s,;|"]+/).filter(isToken);

/** What stands in the list and may stay, with what is wanted added. `*` is useless beside credentials. */
function extended(stands: readonly string[], wanted: readonly string[], credentials: boolean): string {
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const kept = stands.filter(
    (token, index) =>
      !(credentials && token === '*') && stands.indexOf(token) === index && !wanted.some((want) => same(token, want)),
  );
  return [...kept, ...new Set(wanted)].join(', ');
}

function allowMethods(one: Case): Remedy {
  const { fault, current } = one;
  const method = current.hops[fault.hop]?.method;
  if (method === undefined) return { why: fault.code };
  const stands = tokensIn(getHeader(answerIn(current, fault)?.headers ?? [], 'access-control-allow-methods'));
  return setting(one, ALLOW_METHODS, extended(stands, [method], one.credentials));
}

function allowHeaders(one: Case): Remedy {
  const { fault, current } = one;
  const hop = current.hops[fault.hop];
  const asked = headerNames(getHeader(hop?.preflight?.requestHeaders ?? [], 'access-control-request-headers'));
  const wanted = asked.length > 0 ? asked : headerNames(fault.want);
  // Those are for servers to send: a request that carries one is a mistake of the page, and no server should allow it.
  if (wanted.some((name) => name.startsWith('access-control-'))) return { why: 'client-sends-cors-header' };
  const stands = tokensIn(getHeader(answerIn(current, fault)?.headers ?? [], 'access-control-allow-headers'));
  if (stands.length + wanted.length === 0) return removing(one, ALLOW_HEADERS);
  return setting(one, ALLOW_HEADERS, extended(stands, wanted, one.credentials));
}

/** The edit that mends one fault of the current exchange. */
export function remedyFor(one: Case): Remedy {
  const { fault, recorded } = one;
  switch (fault.code) {
    case 'allow-origin-missing':
    case 'allow-origin-multiple':
    case 'allow-origin-invalid':
    case 'allow-origin-mismatch':
    case 'allow-origin-wildcard-credentials':
      return allowOrigin(one);
    case 'allow-credentials-missing':
    case 'allow-credentials-invalid':
      return setting(one, ALLOW_CREDENTIALS, 'true');
    case 'preflight-status':
    case 'preflight-redirect': {
      const was = answerIn(recorded, fault)?.status;
      if (was === undefined) return { why: fault.code };
      return { edits: [{ hop: fault.hop, response: 'preflight', status: 204, was }] };
    }
    case 'allow-methods-unparsable':
    case 'allow-methods-lacks-method':
      return allowMethods(one);
    case 'allow-headers-unparsable':
    case 'allow-headers-lacks-header':
      return allowHeaders(one);
    case 'preflight-unanswered':
    case 'redirect-with-userinfo':
    case 'redirect-to-disabled-scheme':
    case 'disabled-scheme':
    case 'same-origin-mode':
    case 'no-cors-redirect-mode':
    case 'local-network-denied':
    case 'local-network-insecure':
    case 'invalid-response':
    case 'altered-by-extension':
    case 'unexplained':
      return { why: fault.code };
  }
}
