import { expect, it } from 'vitest';
import budget from '../../budget.json' with { type: 'json' };
import { engineCost } from '../../scripts/bench/engine.ts';

// A ratio within one process, so that the machine and its load do not count.
it('a diagnosis costs no more bare CORS checks than its budget says', async () => {
  const { diagnosis, check } = await engineCost();
  expect(check).toBeGreaterThan(0.05); // else nothing was measured
  expect(diagnosis / check).toBeGreaterThan(1);
  expect(diagnosis / check).toBeLessThan(budget.ratios['one diagnosis to a bare CORS check']);
}, 120_000);
