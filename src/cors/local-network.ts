// Hosts are as URL parsers leave them: lower case, addresses in their one form, IPv6 between brackets.

/** This very machine. https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(?:\.\d+){3}$/.test(host);

const LOCAL_IPV4 =
  /^(?:0|10|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.[\d.]+$/;
// fc00::/7, fe80::/10 and fec0::/10.
const LOCAL_IPV6 = /^\[(?:f[cd][0-9a-f]{2}|fe[89a-f][0-9a-f]):/;

/**
 * Whether a host's own name says that it is on the local network, without any look-up.
 * https://wicg.github.io/local-network-access/#mixed-content-lna
 */
export const isLocalByName = (host: string): boolean =>
  host.endsWith('.local') || LOCAL_IPV4.test(host) || LOCAL_IPV6.test(host);
