import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startLab } from '../test/lab/lab.ts';
import type { Browser, BrowserName, Theme } from './browsers/browser.ts';
import { launch } from './browsers/launch.ts';
import { build } from './build.ts';
import { openReadyPanel, untilQuiet } from './start/record.ts';

const FOLDER = fileURLToPath(new URL('../docs/screenshots', import.meta.url));
/** A mix of what works, what is blocked and what only looks like it; the last one's explanation is shown. */
const SHOWN = [
  'get-ok',
  'put-ok',
  'origin-missing-error',
  'near-slash',
  'credentials-wildcard',
  'redirect-login',
  'no-cors',
  'refused',
  'preflight-405',
  'headers-lacks-several',
  'methods-lacks-put',
];
const WINDOWS = { wide: { width: 1280, height: 760 }, narrow: { width: 480, height: 760 } } as const;

/** Pictures of the real panel, for the documentation: docs/screenshots/<browser>-<theme>-<window>.png. */
mkdirSync(FOLDER, { recursive: true });
const lab = await startLab();
try {
  for (const name of ['chromium', 'firefox'] as const) {
    const extension = await build(name);
    for (const theme of ['light', 'dark'] as const) await picture(name, theme, extension);
  }
} finally {
  await lab.close();
}

async function picture(name: BrowserName, theme: Theme, extension: string): Promise<void> {
  const browser = await launch(name, { extension, theme, size: WINDOWS.wide, panelHeight: 560 });
  try {
    const panel = await openReadyPanel(browser);
    await browser.goto(lab.url);
    await browser.evaluateInPage(`lab.runAll(${JSON.stringify(SHOWN)})`);
    await untilQuiet(panel);
    await panel.evaluate(
      `corsLens.select(JSON.parse(corsLens.report('json')).exchanges.findLast(({ url }) => url.includes('/${SHOWN.at(-1)}/')).id)`,
    );
    for (const [width, size] of Object.entries(WINDOWS)) await save(browser, size, `${name}-${theme}-${width}.png`);
    // What the cause means, beside the call.
    await panel.click('.learn-cause [data-testid="learn"]');
    await save(browser, WINDOWS.wide, `${name}-${theme}-lesson.png`);
  } finally {
    await browser.close();
  }
}

async function save(browser: Browser, size: { width: number; height: number }, file: string): Promise<void> {
  await browser.resize(size.width, size.height);
  await sleep(700); // for the window to settle
  writeFileSync(resolve(FOLDER, file), await browser.screenshotWindow());
  console.log(`docs/screenshots/${file}`);
}
