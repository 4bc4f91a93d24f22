import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Fix, Policy } from './fix.ts';

/** The smallest change of response headers that makes this call succeed, proven by running the engine again. */
export function fixFor(_exchange: Exchange, _diagnosis: Diagnosis): Fix {
  throw new Error('not built yet');
}

/** The policy of this exchange's server that makes this one call succeed; null when headers cannot help. */
export function policyFor(_exchange: Exchange, _diagnosis: Diagnosis, _fix: Fix): Policy | null {
  throw new Error('not built yet');
}
