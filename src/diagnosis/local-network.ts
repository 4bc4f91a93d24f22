import { originOf } from '../cors/origin.ts';
import type { Call } from './call.ts';
import type { FaultParts } from './check.ts';

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');

// https://wicg.github.io/local-network-access/#ip-address-space-heading , as far as a host's name shows it
const LOCAL =
  /^(?:localhost|.*\.localhost|.*\.local|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|\[::1\]|\[f[cd][0-9a-f]{2}:.*|\[fe[89ab][0-9a-f]:.*)$/;

const isLocalHost = (url: string): boolean => LOCAL.test(hostOf(url));

/** A page of the open network calls a server of the local one. */
export const isLocalNetworkCall = ({ exchange: { initiator }, last }: Call): boolean =>
  initiator !== null && initiator !== 'null' && !isLocalHost(initiator) && isLocalHost(last.hop.url);

/** Local Network Access refused the call. https://wicg.github.io/local-network-access/ */
export function localNetworkFault(call: Call): FaultParts {
  const { exchange, last } = call;
  const insecure = exchange.initiator?.startsWith('http:') === true && !isLocalHost(exchange.initiator);
  return {
    code: insecure ? 'local-network-insecure' : 'local-network-denied',
    phase: last.hop.preflight === null ? 'response' : 'preflight',
    hop: last.index,
    pointer: null,
    got: originOf(last.hop.url),
    want: null,
  };
}
