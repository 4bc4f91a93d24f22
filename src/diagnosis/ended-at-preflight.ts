import type { Hop } from '../exchange/exchange.ts';
import type { Diagnosis } from './diagnosis.ts';

/**
 * Whether the call ended at the preflight of this hop, so that its actual request was never sent.
 * @param index the hop's place in its exchange, from 0
 */
export const endedAtPreflight = (
  { preflight, response }: Hop,
  index: number,
  { cause, lookalike }: Diagnosis,
): boolean =>
  preflight !== null &&
  response === null &&
  ((cause?.phase === 'preflight' && cause.hop === index) ||
    (lookalike?.during === 'preflight' && lookalike.hop === index));
