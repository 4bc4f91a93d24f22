// Up to the path. Of these schemes nothing behind it takes part in the origin, nor in whether the URL can be parsed.
const AUTHORITY = /^(?:https?|wss?):\/\/[^/?#\\\s]+(?=[/?#]|$)/;
const KNOWN_LIMIT = 1000;
const known = new Map<string, string>();

/**
 * The serialized origin of a URL: `null` for an opaque one, and for a text that is no URL.
 * https://fetch.spec.whatwg.org/#serializing-a-request-origin
 */
export function originOf(url: string): string {
  // A call is compared with hundreds of others, and parsing their URLs was two thirds of what judging it took.
  const authority = AUTHORITY.exec(url)?.[0];
  if (authority === undefined) return parsedOrigin(url);
  const before = known.get(authority);
  if (before !== undefined) return before;
  const origin = parsedOrigin(url);
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(authority, origin);
  return origin;
}

function parsedOrigin(url: string): string {
  if (!URL.canParse(url)) return 'null';
  const parsed = new URL(url);
  // WebSocket handshakes are HTTP requests: https://fetch.spec.whatwg.org/#concept-websocket-establish
  if (parsed.protocol === 'ws:') return `http://${parsed.host}`;
  if (parsed.protocol === 'wss:') return `https://${parsed.host}`;
  return parsed.origin;
}

/**
 * Whether a redirect takes the origin away from a request: from here on it is sent as `null`.
 * https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 */
export const taintsOrigin = (origin: string, from: string, to: string): boolean =>
  originOf(from) !== origin && originOf(to) !== originOf(from);
