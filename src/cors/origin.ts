/**
 * The serialized origin of a URL: `null` for an opaque one, and for a text that is no URL.
 * https://fetch.spec.whatwg.org/#serializing-a-request-origin
 */
export function originOf(url: string): string {
  if (!URL.canParse(url)) return 'null';
  const parsed = new URL(url);
  // WebSocket handshakes are HTTP requests: https://fetch.spec.whatwg.org/#concept-websocket-establish
  if (parsed.protocol === 'ws:') return `http://${parsed.host}`;
  if (parsed.protocol === 'wss:') return `https://${parsed.host}`;
  return parsed.origin;
}

/**
 * Whether a redirect takes the origin away from a request: from here on it is sent as `null`.
 * https://fetch.spec.whatwg.org/#request-redirect-tainted-origin
 */
export const taintsOrigin = (origin: string, from: string, to: string): boolean =>
  originOf(from) !== origin && originOf(to) !== originOf(from);
