import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../src/advice/apply-fix.ts';
import { fixFor } from '../../../src/advice/fix-for.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { isPlainlyPending } from '../../../src/diagnosis/ending.ts';
import { PENDING } from '../../../src/panel/stores/tally.ts';
import { runs } from '../runs.ts';
import { anyExchange, mapHeaders, reordered, scatter } from './any-exchange.ts';

// The same cases on every machine: `FC_SEED=… npm run unit` looks at others.
const RUNS = { numRuns: runs(1_500), seed: Number(process.env.FC_SEED ?? 20_261_125) };
const PATIENCE = 60_000;

/** What of a diagnosis must stay, whatever the wire looks like; `got` repeats the wire. */
const essence = ({ verdict, certainty, cause, faults, lookalike, credentials, mode, origin }: Diagnosis) => ({
  verdict,
  certainty,
  cause: cause?.code ?? null,
  faults: faults.map(({ code, phase, hop }) => `${hop} ${phase} ${code}`),
  lookalike: lookalike?.code ?? null,
  credentials: credentials.value,
  mode: mode.value,
  origin: origin.value,
});

describe('the engine', () => {
  it(
    'never throws, whatever was recorded',
    () => {
      fc.assert(
        fc.property(anyExchange, (exchange) => {
          diagnose(exchange);
        }),
        { ...RUNS, numRuns: runs(5_000) },
      );
    },
    PATIENCE,
  );

  it(
    'is a function of the exchange: equal exchanges, equal diagnoses',
    () => {
      fc.assert(
        fc.property(anyExchange, (exchange) => {
          expect(diagnose(structuredClone(exchange))).toEqual(diagnose(exchange));
        }),
        RUNS,
      );
    },
    PATIENCE,
  );

  it(
    'finds nothing to tell of a call that is plainly pending, which is counted without being judged',
    () => {
      let met = 0;
      fc.assert(
        fc.property(anyExchange, (exchange) => {
          const open = { ...exchange, end: null, hops: exchange.hops.map((hop) => ({ ...hop, redirected: false })) };
          const pending = open as unknown as typeof exchange;
          if (!isPlainlyPending(pending)) return;
          met += 1;
          const { verdict, cause, faults, lookalike, roots, notes } = diagnose(pending);
          expect({ verdict, cause, faults, lookalike, roots, notes }).toEqual(PENDING);
        }),
        RUNS,
      );
      expect(met).toBeGreaterThan(RUNS.numRuns / 4);
    },
    PATIENCE,
  );

  it(
    'does not look at the order of headers with different names',
    () => {
      fc.assert(
        fc.property(anyExchange, fc.nat(), (exchange, seed) => {
          const mixed = mapHeaders(exchange, (headers) => reordered(headers, scatter(seed)));
          expect(essence(diagnose(mixed))).toEqual(essence(diagnose(exchange)));
        }),
        RUNS,
      );
    },
    PATIENCE,
  );

  it(
    'does not look at the case of header names',
    () => {
      fc.assert(
        fc.property(anyExchange, fc.boolean(), (exchange, upper) => {
          const cased = mapHeaders(exchange, (headers) =>
            headers.map(([name, value]) => [upper ? name.toUpperCase() : name.toLowerCase(), value]),
          );
          expect(essence(diagnose(cased))).toEqual(essence(diagnose(exchange)));
        }),
        RUNS,
      );
    },
    PATIENCE,
  );

  it(
    'names a cause for what it calls blocked, and none for what it calls allowed',
    () => {
      fc.assert(
        fc.property(anyExchange, (exchange) => {
          const { verdict, cause, faults, lookalike, certainty, readings } = diagnose(exchange);
          expect(cause !== null).toBe(verdict === 'blocked' || (verdict === 'undecided' && cause !== null));
          // What is really the matter is told of the cause alone.
          if (cause !== null) expect(faults[0]).toEqual({ ...cause, root: null });
          expect(lookalike !== null).toBe(verdict === 'failed');
          if (verdict === 'undecided') expect(certainty).toBe('depends');
          if (readings !== null) expect(certainty).toBe('depends');
        }),
        RUNS,
      );
    },
    PATIENCE,
  );
});

describe('the fix', () => {
  it(
    'makes a blocked call succeed',
    () => {
      let fixed = 0;
      fc.assert(
        fc.property(anyExchange, (exchange) => {
          const diagnosis = diagnose(exchange);
          const fix = fixFor(exchange, diagnosis);
          if (fix.kind !== 'headers' || !fix.proven) return;
          fixed += 1;
          const after = diagnose(
            applyFix(exchange, [...fix.changes, ...fix.status], {
              mode: diagnosis.mode.value,
              credentials: diagnosis.credentials.value ?? diagnosis.readings?.withCredentials === 'blocked',
              origin: diagnosis.origin.value,
            }),
          );
          expect({ verdict: after.verdict, faults: after.faults }).toEqual({ verdict: 'allowed', faults: [] });
        }),
        RUNS,
      );
      expect(fixed).toBeGreaterThan(RUNS.numRuns / 50);
    },
    PATIENCE,
  );
});
