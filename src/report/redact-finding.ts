import { isSecretHeader, REDACTED, redactHeaders, redactText, type SecretNames } from '../advice/redact.ts';
import type { Header, HeaderList } from '../cors/header-list.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Finding } from './finding.ts';

// Texts of these keys are our own closed codes and ids; every other text is foreign and is searched for secrets.
const OURS = new Set([
  'absentBecause',
  'alsoFirst',
  'assumed',
  'attribution',
  'browser',
  'certainty',
  'chromium',
  'code',
  'during',
  'exchangeId',
  'failure',
  'fault',
  'firefox',
  'from',
  'id',
  'kind',
  'message',
  'operation',
  'pairedBy',
  'phase',
  'requestId',
  'response',
  'rule',
  'spec',
  'state',
  'type',
  'verdict',
  'why',
  'without',
  'withCredentials',
]);
const NONE: SecretNames = new Set();
const HEADER_LISTS = new Set(['headers', 'requestHeaders', 'seenByPage']);

/**
 * The finding without secrets: every text in it is searched, and a value that one header shows to be secret is taken
 * out wherever else it occurs (an error text, a `got`). Words made of the result cannot give a secret away.
 */
export const redactFinding = (finding: Finding, also: SecretNames = NONE): Finding =>
  redacted(finding, finding.exchange, also);

/** Anything that tells of an exchange, without its secrets. */
function redacted<T>(told: T, exchange: Exchange, also: SecretNames): T {
  const known = secretValues(exchange, also);
  const clean = (text: string): string => {
    let left = redactText(text, also);
    for (const value of known) left = left.replaceAll(value, REDACTED);
    return left;
  };
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return OURS.has(key) ? value : clean(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      if (HEADER_LISTS.has(key)) return cleanHeaders(value as HeaderList, also, clean);
      return value.map((item: unknown) => walk(item, key));
    }
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]));
  };
  return walk(told, '') as T;
}

/** How many values of a kind are replaced: a header's lowercase name, or `url` for what stands in addresses. */
export interface Redaction {
  readonly what: string;
  readonly count: number;
}

/** What `redactFinding` takes out of the messages of these exchanges, most frequent first. */
export function redactionsIn(exchanges: readonly Exchange[], also: SecretNames = NONE): readonly Redaction[] {
  const counts = new Map<string, number>();
  const add = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const exchange of exchanges) {
    const cleaned = redacted(exchange, exchange, also);
    for (const [index, hop] of exchange.hops.entries()) if (cleaned.hops[index]?.url !== hop.url) add('url');
    const after = allHeaders(cleaned);
    for (const [index, [name, value]] of allHeaders(exchange).entries())
      if (after[index]?.[1] !== value) add(name.toLowerCase());
  }
  return [...counts].map(([what, count]) => ({ what, count })).sort((a, b) => b.count - a.count);
}

const cleanHeaders = (headers: HeaderList, also: SecretNames, clean: (text: string) => string): HeaderList =>
  redactHeaders(headers, also).map(([name, value, ...rest]): Header => [name, clean(value), ...rest]);

/** Shorter values, and those that are plain words of traffic, occur by chance. */
const SHORTEST = 8;
const TOO_COMMON = /^(?:[a-z-]+|[a-z][a-z0-9+.-]*:\/\/[^\s]*)$/;

/** What the headers with a secret's name carry: their whole value and its parts. Longest first. */
function secretValues(exchange: Exchange, also: SecretNames): readonly string[] {
  const values = new Set<string>();
  const add = (value: string) => {
    const bare = value.trim().replace(/^"|"$/g, '');
    if (bare.length >= SHORTEST && !TOO_COMMON.test(bare)) values.add(bare);
  };
  for (const [name, value] of allHeaders(exchange)) {
    if (!isSecretHeader(name, also)) continue;
    add(value);
    const parts = /^set-cookie/i.test(name) ? value.split(';').slice(0, 1) : value.split(/[;,\s]+/);
    for (const part of parts) {
      add(part);
      add(part.slice(part.indexOf('=') + 1));
    }
  }
  return [...values].sort((a, b) => b.length - a.length).slice(0, 200);
}

function allHeaders({ hops }: Exchange): readonly Header[] {
  return hops.flatMap((hop) =>
    [hop, hop.preflight].flatMap((message) => [
      ...(message?.requestHeaders ?? []),
      ...(message?.response?.headers ?? []),
      ...(message?.response?.seenByPage ?? []),
    ]),
  );
}
