import type { Exchange } from '../exchange/exchange.ts';
import { readCall } from './call.ts';
import type { CredentialsIncluded, Fault } from './diagnosis.ts';
import { walk } from './walk.ts';

/**
 * Everything that the browser's steps would find wrong with these requests and answers, its first failing step first,
 * whatever ending the exchange has: for answers that are supposed, not recorded. Empty when the call would succeed, and
 * for modes that are not subject to CORS.
 */
export function supposedFaults(exchange: Exchange, credentials: CredentialsIncluded): readonly Fault[] {
  const call = readCall(exchange);
  const mode = call.mode.value;
  if (mode !== null && mode !== 'cors' && mode !== 'same-origin') return [];
  return walk(call, credentials, 'supposed').faults;
}
