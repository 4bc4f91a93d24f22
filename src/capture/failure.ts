import type { FailureKind } from './event.ts';

// Chromium: net/base/net_error_list.h names. Seen in the field unless it stands there only for completeness.
const CHROMIUM: Readonly<Record<string, FailureKind>> = {
  'net::ERR_FAILED': 'blocked',
  'net::ERR_ABORTED': 'aborted',
  'net::ERR_CONNECTION_REFUSED': 'connection-refused',
  'net::ERR_CONNECTION_RESET': 'connection-lost',
  'net::ERR_CONNECTION_CLOSED': 'connection-lost',
  'net::ERR_CONNECTION_ABORTED': 'connection-lost',
  'net::ERR_CONNECTION_FAILED': 'connection-refused',
  'net::ERR_EMPTY_RESPONSE': 'connection-lost',
  'net::ERR_CONTENT_LENGTH_MISMATCH': 'connection-lost',
  'net::ERR_INCOMPLETE_CHUNKED_ENCODING': 'connection-lost',
  'net::ERR_SOCKET_NOT_CONNECTED': 'connection-lost',
  'net::ERR_HTTP2_PROTOCOL_ERROR': 'invalid-response',
  'net::ERR_QUIC_PROTOCOL_ERROR': 'invalid-response',
  'net::ERR_NAME_NOT_RESOLVED': 'name-not-resolved',
  'net::ERR_NAME_RESOLUTION_FAILED': 'name-not-resolved',
  'net::ERR_ADDRESS_UNREACHABLE': 'connection-refused',
  'net::ERR_ADDRESS_INVALID': 'connection-refused',
  'net::ERR_TIMED_OUT': 'timed-out',
  'net::ERR_CONNECTION_TIMED_OUT': 'timed-out',
  'net::ERR_INTERNET_DISCONNECTED': 'offline',
  'net::ERR_NETWORK_CHANGED': 'offline',
  'net::ERR_NETWORK_IO_SUSPENDED': 'offline',
  'net::ERR_BLOCKED_BY_CLIENT': 'blocked-by-extension',
  'net::ERR_BLOCKED_BY_CSP': 'blocked-by-policy',
  'net::ERR_BLOCKED_BY_RESPONSE': 'corp',
  'net::ERR_BLOCKED_BY_ORB': 'orb',
  'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS': 'local-network',
  'net::ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS': 'local-network',
  'net::ERR_UNSAFE_PORT': 'unsafe-port',
  'net::ERR_UNSAFE_REDIRECT': 'redirect-refused',
  'net::ERR_TOO_MANY_REDIRECTS': 'too-many-redirects',
  'net::ERR_INVALID_REDIRECT': 'invalid-response',
  'net::ERR_INVALID_RESPONSE': 'invalid-response',
  'net::ERR_INVALID_HTTP_RESPONSE': 'invalid-response',
  'net::ERR_INVALID_CHUNKED_ENCODING': 'invalid-response',
  'net::ERR_RESPONSE_HEADERS_TOO_BIG': 'invalid-response',
  'net::ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH': 'invalid-response',
  'net::ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION': 'invalid-response',
  'net::ERR_RESPONSE_HEADERS_TRUNCATED': 'invalid-response',
  'net::ERR_CONTENT_DECODING_FAILED': 'content-decoding',
  'net::ERR_CONTENT_DECODING_INIT_FAILED': 'content-decoding',
  'net::ERR_TUNNEL_CONNECTION_FAILED': 'proxy',
  'net::ERR_UNEXPECTED_PROXY_AUTH': 'proxy',
  'net::ERR_PROXY_CONNECTION_FAILED': 'proxy',
  'net::ERR_CACHE_MISS': 'cache-probe',
};

// Firefox: XPCOM result names; TLS failures come as localized text, see below.
const FIREFOX: Readonly<Record<string, FailureKind>> = {
  NS_ERROR_DOM_BAD_URI: 'blocked',
  NS_ERROR_UNEXPECTED: 'blocked',
  NS_BINDING_ABORTED: 'aborted',
  NS_ERROR_ABORT: 'aborted',
  NS_IMAGELIB_ERROR_FAILURE: 'aborted',
  NS_ERROR_CONNECTION_REFUSED: 'connection-refused',
  NS_ERROR_NET_RESET: 'connection-lost',
  NS_ERROR_NET_INTERRUPT: 'connection-lost',
  NS_ERROR_NET_PARTIAL_TRANSFER: 'connection-lost',
  NS_ERROR_NET_EMPTY_RESPONSE: 'connection-lost',
  NS_ERROR_NET_ON_RECEIVING_FROM: 'connection-lost',
  NS_ERROR_NET_ON_WAITING_FOR: 'connection-lost',
  NS_ERROR_NET_TIMEOUT: 'timed-out',
  NS_ERROR_NET_TIMEOUT_EXTERNAL: 'timed-out',
  NS_ERROR_UNKNOWN_HOST: 'name-not-resolved',
  NS_ERROR_UNKNOWN_PROXY_HOST: 'proxy',
  NS_ERROR_PROXY_CONNECTION_REFUSED: 'proxy',
  NS_ERROR_PROXY_AUTHENTICATION_FAILED: 'proxy',
  NS_ERROR_OFFLINE: 'offline',
  NS_ERROR_NETWORK_LINK_CHANGED: 'offline',
  NS_ERROR_PORT_ACCESS_NOT_ALLOWED: 'unsafe-port',
  NS_ERROR_REDIRECT_LOOP: 'too-many-redirects',
  NS_ERROR_INVALID_CONTENT_ENCODING: 'content-decoding',
  NS_ERROR_CORRUPTED_CONTENT: 'invalid-response',
  NS_ERROR_MALFORMED_URI: 'invalid-response',
  NS_ERROR_DOM_CORP_FAILED: 'corp',
  NS_ERROR_DOM_COEP_FAILED: 'coep',
  NS_ERROR_BLOCKED_BY_POLICY: 'blocked-by-policy',
  NS_ERROR_CONTENT_BLOCKED: 'blocked-by-policy',
  NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED: 'local-network',
};

/** The kind of failure behind a browser's error text (webRequest `details.error`); `other` for a text not known. */
export function failureKind(error: string, browser: 'chromium' | 'firefox'): FailureKind {
  if (browser === 'chromium') {
    const known = CHROMIUM[error];
    if (known !== undefined) return known;
    return /^net::ERR_(SSL|CERT|BAD_SSL|ECH)_/.test(error) ? 'tls' : 'other';
  }
  const known = FIREFOX[error];
  if (known !== undefined) return known;
  if (/^(SEC|SSL|MOZILLA_PKIX)_ERROR_/.test(error)) return 'tls';
  // Reality: Firefox reports TLS failures as a sentence in the user's language; every other failure has a constant's name.
  return /^NS_/.test(error) || error === '' ? 'other' : 'tls';
}
