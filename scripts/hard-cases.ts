import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startLab } from '../test/lab/lab.ts';
import { launch } from './browsers/launch.ts';
import { build } from './build.ts';
import { openReadyPanel, untilQuiet } from './start/record.ts';

/** Calls whose console message misleads: pictures of what the panel says of them, for docs/hard-cases.md. */
const CASES = [
  'redirect-login',
  'origin-missing-gateway',
  'cache-poisoned-credentials',
  'redirect-null-origin',
  'client-sends-cors-header',
];
const FOLDER = fileURLToPath(new URL('../docs/screenshots', import.meta.url));

mkdirSync(FOLDER, { recursive: true });
const lab = await startLab();
const browser = await launch('chromium', {
  extension: await build('chromium'),
  size: { width: 1180, height: 800 },
  panelHeight: 640,
});
try {
  const panel = await openReadyPanel(browser);
  for (const id of CASES) {
    await browser.goto(lab.url);
    await browser.evaluateInPage(`lab.runAll(${JSON.stringify([id])})`);
    await untilQuiet(panel);
    await panel.evaluate(
      `corsLens.select(JSON.parse(corsLens.report('json')).exchanges.findLast(({ hops }) => hops[0].url.includes('/${id}/call')).id)`,
    );
    await sleep(700); // for the picture to be painted
    writeFileSync(resolve(FOLDER, `hard-${id}.png`), await browser.screenshotWindow());
    console.log(`docs/screenshots/hard-${id}.png`);
  }
} finally {
  await browser.close();
  await lab.close();
}
