import type { Fix } from '../advice/fix.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';

/** One call with all that is said of it. */
export interface Finding {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly fix: Fix;
}
