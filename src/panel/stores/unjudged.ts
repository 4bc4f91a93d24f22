import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Exchange } from '../../exchange/exchange.ts';

/** Stands in for a call on which the engine threw: nothing is claimed about it. */
export function unjudged(exchange: Exchange): Diagnosis {
  const unknown = { value: null, from: 'unknown' } as const;
  return {
    exchangeId: exchange.id,
    revision: exchange.revision,
    verdict: 'undecided',
    certainty: 'depends',
    cause: null,
    faults: [],
    otherCause: null,
    lookalike: null,
    roots: [],
    trace: [],
    origin: unknown,
    mode: unknown,
    credentials: unknown,
    preflight: {
      needed: unknown,
      sent: exchange.hops.some((hop) => hop.preflight !== null),
      reasons: [],
      absentBecause: null,
      cachedBy: null,
    },
    notes: [],
    readability: null,
    browserCode: null,
    readings: null,
  };
}
