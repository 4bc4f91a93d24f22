import { parseArgs } from 'node:util';
import { startLab } from '../test/lab/lab.ts';
import { disagreements, truthOf } from '../test/lab/truth.ts';
import type { BrowserName } from './browsers/browser.ts';
import { launch } from './browsers/launch.ts';

/**
 * Asks the real browsers, without the extension, whether the lab's expectations are true:
 *   node scripts/bootstrap.mjs scripts/lab-truth.ts [--browser chromium|firefox] [scenario …]
 */
const { values, positionals } = parseArgs({
  options: { browser: { type: 'string', multiple: true, default: ['chromium', 'firefox'] }, all: { type: 'boolean' } },
  allowPositionals: true,
});
const lab = await startLab();
let wrong = 0;
for (const name of values.browser as BrowserName[]) {
  const browser = await launch(name, {});
  const started = Date.now();
  try {
    await browser.goto(lab.url);
    const asked = lab.scenarios.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
    for (const scenario of asked) {
      const truth = await truthOf(browser, scenario);
      const differences = disagreements(scenario, name, truth);
      if (differences.length > 0) wrong += 1;
      for (const difference of differences) console.log(`${name} ${scenario.id}: ${difference}`);
      if (differences.length > 0 || values.all) console.log(`  ${JSON.stringify({ ...truth })}`);
    }
    console.log(`${name} ${browser.version}: ${asked.length} scenarios in ${Date.now() - started} ms`);
  } finally {
    await browser.close();
  }
}
await lab.close();
process.exitCode = wrong > 0 ? 1 : 0;
