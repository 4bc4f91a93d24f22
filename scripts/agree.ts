import { writeFileSync } from 'node:fs';
import { makeCase } from '../test/agree/cases.ts';
import { openRunner } from '../test/agree/run.ts';
import { type Figures, runCases } from '../test/agree/tally.ts';
import { agreementPage, figuresText } from './agree/figures.ts';
import { type AgreeOptions, HELP, parseAgreeOptions } from './agree/options.ts';
import type { BrowserName } from './browsers/browser.ts';
import { readOptions } from './read-options.ts';

/** The full form of the differential agreement; see HELP. Exit codes: 0 no disagreement, 1 some, 2 wrong usage. */
const options = readOptions(parseAgreeOptions, HELP);
if (options) {
  const runs: Figures[] = [];
  for (const browser of options.browsers) runs.push(await full(browser, options));
  if (options.write) writeFileSync(new URL('../docs/agreement.md', import.meta.url), agreementPage(options.seed, runs));
  process.exitCode = runs.some(({ disagreements }) => disagreements.length > 0) ? 1 : 0;
}

async function full(browser: BrowserName, { cases, seed, from, alone }: AgreeOptions): Promise<Figures> {
  const chosen = alone === null ? Array.from({ length: cases[browser] }, (_, i) => makeCase(seed, from + i)) : [alone];
  const runner = await openRunner(browser);
  try {
    const figures = await runCases(browser, runner, chosen, {
      progress: (done) => process.stderr.write(`${browser}: ${done} of ${chosen.length}\n`),
      disagreement: (found) => process.stdout.write(`DISAGREEMENT ${JSON.stringify(found)}\n`),
    });
    process.stdout.write(`${figuresText(figures)}\n`);
    return figures;
  } finally {
    await runner.close();
  }
}
