import type { Exchange } from '../../exchange/exchange.ts';

const BEFORE_PATH = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#\\]*)?/i;
const CACHE_LIMIT = 5000;
const cache = new Map<string, string>();

/** Serialized origin of a URL's server; what stands before the path when the URL does not parse. */
export function serverOf(url: string): string {
  // Parsing each of 100,000 URLs takes half a second; their few authorities are worth remembering.
  const authority = BEFORE_PATH.exec(url)?.[0] ?? url;
  const known = cache.get(authority);
  if (known !== undefined) return known;
  let server = authority;
  try {
    const parsed = new URL(url);
    server = parsed.origin === 'null' ? authority : parsed.origin;
  } catch {
    // An odd URL is still listed under what it begins with.
  }
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(authority, server);
  return server;
}

/** The servers that an exchange's hops went to, each once. */
export function serversOf(exchange: Exchange): readonly string[] {
  if (exchange.hops.length === 1) return [serverOf(exchange.hops[0].url)];
  return [...new Set(exchange.hops.map((hop) => serverOf(hop.url)))];
}
