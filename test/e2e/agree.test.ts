import { describe, expect, it } from 'vitest';
import { makeCase } from '../agree/cases.ts';
import { openRunner } from '../agree/run.ts';
import { runCases, sum } from '../agree/tally.ts';
import { BROWSERS } from './session.ts';

// The short form of `npm run agree`: random calls to random answers, judged by the panel as the browser judged them.
const CASES = 300;
const SEED = 2;

describe.each(BROWSERS)('random calls in %s', (name) => {
  it(`are judged as the browser judged them, ${CASES} of them`, async () => {
    const runner = await openRunner(name);
    try {
      const cases = Array.from({ length: CASES }, (_, i) => makeCase(SEED, i));
      const figures = await runCases(name, runner, cases, { progress: () => {}, disagreement: () => {} });
      expect(figures.disagreements.map((found) => JSON.stringify(found))).toEqual([]);
      // The comparison would prove nothing if the panel showed nothing, or called everything undecided.
      expect(sum(figures.agreed)).toBeGreaterThan(CASES / 2);
    } finally {
      await runner.close();
    }
  }, 240_000);
});
