import type { SecretNames } from '../advice/redact.ts';
import { allHeaders, withoutSecrets } from '../advice/redact-exchange.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Finding } from './finding.ts';

const NONE: SecretNames = new Set();

/**
 * The finding without secrets: every text in it is searched, and a value that one header shows to be secret is taken
 * out wherever else it occurs (an error text, a `got`). Words made of the result cannot give a secret away.
 */
export const redactFinding = (finding: Finding, also: SecretNames = NONE): Finding =>
  withoutSecrets(finding, finding.exchange, also);

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
    const cleaned = withoutSecrets(exchange, exchange, also);
    for (const [index, hop] of exchange.hops.entries()) if (cleaned.hops[index]?.url !== hop.url) add('url');
    const after = allHeaders(cleaned);
    for (const [index, [name, value]] of allHeaders(exchange).entries())
      if (after[index]?.[1] !== value) add(name.toLowerCase());
  }
  return [...counts].map(([what, count]) => ({ what, count })).sort((a, b) => b.count - a.count);
}
