import type { Header, HeaderList } from '../cors/header-list.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { isSecretHeader, REDACTED, redactHeaders, redactText, type SecretNames } from './redact.ts';

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
 * Anything that tells of an exchange, without its secrets: every text in it is searched, and a value that one header shows
 * to be secret is taken out wherever else it occurs.
 */
export function withoutSecrets<T>(told: T, exchange: Exchange, also: SecretNames = NONE): T {
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

/** All headers of its messages, first to last. */
export function allHeaders({ hops }: Exchange): readonly Header[] {
  return hops.flatMap((hop) =>
    [hop, hop.preflight].flatMap((message) => [
      ...(message?.requestHeaders ?? []),
      ...(message?.response?.headers ?? []),
      ...(message?.response?.seenByPage ?? []),
    ]),
  );
}
