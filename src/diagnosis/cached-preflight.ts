import { getHeader } from '../cors/get-header.ts';
import { preflightLifetime } from '../cors/max-age.ts';
import { originOf } from '../cors/origin.ts';
import {
  type CachedPreflight,
  type PreflightQuestion,
  remainingSeconds,
  servingEntry,
  withoutFragment,
} from '../cors/preflight-cache.ts';
import { allowList, isOkStatus } from '../cors/preflight-response.ts';
import { corsUnsafeRequestHeaderNames } from '../cors/request-headers.ts';
import type { BrowserName, Exchange, Hop } from '../exchange/exchange.ts';
import { askedHeaders } from '../exchange/pairing.ts';
import type { Call, CallHop } from './call.ts';
import type { CachedBy } from './diagnosis.ts';
import { neighbours, type Recording } from './recording.ts';

interface Entry extends CachedPreflight {
  readonly exchangeId: string;
  readonly hop: number;
}

/** What asks for nothing anew: the call's question, as the preflight that was not sent would have put it. */
function questionOf(at: CallHop, credentials: boolean | null): PreflightQuestion {
  return {
    url: withoutFragment(at.hop.url),
    origin: at.preflightOrigin.value ?? 'null',
    credentials,
    method: at.hop.method,
    headers: corsUnsafeRequestHeaderNames(at.hop.requestHeaders ?? []),
    at: at.hop.startedAt,
  };
}

/** The earlier preflight that spared this hop its own, as far as it was recorded; null when it was made before. */
export function cachedBy(
  call: Call,
  at: CallHop,
  credentials: boolean | null,
  recording: Recording | null,
): CachedBy | null {
  const { exchange } = call;
  const server = originOf(at.hop.url);
  const earlier = neighbours(recording, server, exchange, (other) => other.startedAt <= at.hop.startedAt);
  const entries = earlier.flatMap((other) => entriesOf(other, exchange.browser));
  entries.sort((a, b) => b.storedAt - a.storedAt);
  const question = questionOf(at, credentials);
  const entry = servingEntry(entries, question, exchange.browser);
  if (entry === null) return null;
  return {
    exchangeId: entry.exchangeId,
    hop: entry.hop,
    lifetime: entry.lifetime,
    remaining: Math.max(0, Math.round(remainingSeconds(entry, question.at))),
    outdated: isOutdated(entry, earlier, server),
  };
}

function entriesOf(exchange: Exchange, browser: BrowserName): readonly Entry[] {
  return exchange.hops.flatMap((hop, index) => {
    const entry = entryOf(exchange, hop, index, browser);
    return entry === null ? [] : [entry];
  });
}

/** Only a preflight that passed is kept; it did when its call went on. */
function entryOf({ id, initiator }: Exchange, hop: Hop, index: number, browser: BrowserName): Entry | null {
  const { preflight } = hop;
  const response = preflight?.response ?? null;
  if (preflight === null || response === null || hop.response === null || !isOkStatus(response.status)) return null;
  const asked = preflight.requestHeaders ?? [];
  return {
    exchangeId: id,
    hop: index,
    url: withoutFragment(hop.url),
    origin: getHeader(asked, 'origin') ?? initiator ?? 'null',
    // It passed, so without this header it was not asked with credentials; with it either is possible.
    credentials: getHeader(response.headers, 'access-control-allow-credentials') === 'true' ? null : false,
    methods: [hop.method, ...(allowList(response.headers, 'access-control-allow-methods') ?? [])],
    headers: [
      ...askedHeaders(asked),
      ...(allowList(response.headers, 'access-control-allow-headers') ?? []).map((name) => name.toLowerCase()),
    ],
    storedAt: preflight.end?.at ?? preflight.startedAt,
    lifetime: preflightLifetime(response.headers, browser),
  };
}

const POLICY = [
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-methods',
  'access-control-allow-headers',
];

/** A later preflight to the same server was answered differently: what is kept is older than the configuration. */
function isOutdated(entry: Entry, earlier: readonly Exchange[], server: string): boolean {
  const policyOf = (hop: Hop): string | null =>
    hop.preflight?.response == null
      ? null
      : POLICY.map((name) => getHeader(hop.preflight?.response?.headers ?? [], name) ?? '').join('\n');
  const made = earlier.find(({ id }) => id === entry.exchangeId)?.hops[entry.hop];
  const kept = made === undefined ? null : policyOf(made);
  return earlier.some(({ hops }) =>
    hops.some((hop) => {
      const policy = hop.preflight !== null && hop.preflight.startedAt > entry.storedAt ? policyOf(hop) : null;
      return originOf(hop.url) === server && policy !== null && policy !== kept;
    }),
  );
}
