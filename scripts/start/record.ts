import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Panel } from '../browsers/browser.ts';
import { until } from '../browsers/wait.ts';
import type { Format } from './options.ts';

/** A page is done when the panel has shown nothing new for this long, in milliseconds. */
const QUIET = 2_000;
/** Pages that never rest are reported as far as they got. */
const PATIENCE = 60_000;

/** Shows the panel and waits until it records. */
export async function openReadyPanel(browser: Browser): Promise<Panel> {
  const panel = await browser.openPanel();
  await until('the panel to be ready', () =>
    panel.evaluate<boolean>("document.documentElement.dataset.ready === 'true'"),
  );
  return panel;
}

/** Resolves to true when nothing has changed for two seconds, to false when the page never rests. */
export async function untilQuiet(panel: Panel): Promise<boolean> {
  const end = Date.now() + PATIENCE;
  let last = '';
  let since = Date.now();
  while (Date.now() < end) {
    const now = await panel.evaluate<string>('corsLens.report(\'json\').replace(/"recordedAt": *"[^"]*"/, \'\')');
    if (now !== last) since = Date.now();
    else if (Date.now() - since >= QUIET) return true;
    last = now;
    await sleep(200);
  }
  return false;
}

export const report = (panel: Panel, format: Format): Promise<string> =>
  panel.evaluate<string>(`corsLens.report(${JSON.stringify(format)})`);

interface Reported {
  readonly exchanges: readonly { readonly id: string; readonly verdict: string }[];
}

/** The ids of the calls that CORS blocked. */
export async function blockedCalls(panel: Panel): Promise<readonly string[]> {
  const { exchanges } = JSON.parse(await report(panel, 'json')) as Reported;
  return exchanges.filter(({ verdict }) => verdict === 'blocked').map(({ id }) => id);
}

/** Saves a picture of the panel, its detail view open on a call when there is one. */
export async function savePicture(panel: Panel, file: string, open: string | undefined): Promise<void> {
  if (open !== undefined) await panel.evaluate(`corsLens.select(${JSON.stringify(open)})`);
  await sleep(200); // for the frame that shows it
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await panel.screenshot());
}
