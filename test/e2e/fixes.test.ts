import { describe, expect, it } from 'vitest';
import { proveLab } from '../fixes/lab.ts';
import { runFixes, sumOf } from '../fixes/tally.ts';
import { BROWSERS } from './session.ts';

// The short form of `npm run fixes`: with the fix on its real servers a blocked call succeeds in the real browser, and
// without any one part of it it is blocked again.
const CASES = 60;
const SEED = 3;
/** One of each kind of trouble; the full form takes them all. */
const SCENARIOS = [
  'origin-missing-error',
  'origin-star-star',
  'near-slash',
  'credentials-wildcard-cross-site',
  'preflight-405',
  'methods-lower-case',
  'headers-lacks-several',
  'everything-missing',
  'redirect-hop-lacks',
];

describe.each(BROWSERS)('fixes in %s', (name) => {
  it(`cure ${CASES} generated calls, with no part too many`, async () => {
    const figures = await runFixes(name, SEED, CASES, { progress: () => {}, refuted: () => {} });
    expect(figures.refuted.map((found) => JSON.stringify(found))).toEqual([]);
    expect(sumOf(figures.cured)).toBe(CASES);
  }, 180_000);

  it('cure scenarios of the lab, as the panel reports them', async () => {
    const { proofs } = await proveLab(name, (id) => SCENARIOS.includes(id));
    expect(Object.fromEntries([...proofs].map(([id, { kind }]) => [id, kind]))).toEqual(
      Object.fromEntries([...proofs.keys()].map((id) => [id, 'cured'])),
    );
    expect([...proofs.keys()].sort()).toEqual([...SCENARIOS].sort());
  }, 180_000);
});
