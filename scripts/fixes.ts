import { writeFileSync } from 'node:fs';
import { proveLab } from '../test/fixes/lab.ts';
import { runFixes } from '../test/fixes/tally.ts';
import type { BrowserName } from './browsers/browser.ts';
import { type FixRun, figuresText, fixesPage, refutedIn } from './fixes/figures.ts';
import { type FixesOptions, HELP, parseFixesOptions } from './fixes/options.ts';
import { readOptions } from './read-options.ts';

/** The full form of the proof of fixes; see HELP. Exit codes: 0 none refuted, 1 some, 2 wrong usage. */
const options = readOptions(parseFixesOptions, HELP);
if (options) {
  const runs: FixRun[] = [];
  for (const browser of options.browsers) runs.push(await full(browser, options));
  if (options.write) writeFileSync(new URL('../docs/fixes.md', import.meta.url), fixesPage(runs));
  process.exitCode = runs.some((run) => refutedIn(run) > 0) ? 1 : 0;
}

async function full(browser: BrowserName, { cases, seed, lab }: FixesOptions): Promise<FixRun> {
  const wanted = cases[browser];
  const generated = await runFixes(browser, seed, wanted, {
    progress: (done) => process.stderr.write(`${browser}: ${done} of ${wanted}\n`),
    refuted: (found) => process.stdout.write(`REFUTED ${JSON.stringify(found)}\n`),
  });
  const proofs = lab ? await proveLab(browser) : null;
  for (const [id, proof] of proofs?.proofs ?? []) {
    if (proof.kind === 'refuted') process.stdout.write(`REFUTED ${id} ${JSON.stringify(proof)}\n`);
  }
  const run = { generated, lab: proofs };
  process.stdout.write(`${figuresText(run)}\n`);
  return run;
}
