import { isLocalByName, isLoopback } from '../cors/local-network.ts';
import { originOf } from '../cors/origin.ts';
import type { Call } from './call.ts';
import type { FaultParts } from './check.ts';

/** On the local network or this machine, as far as the host's name shows it. */
function isLocalHost(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return isLoopback(host) || isLocalByName(host);
}

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
