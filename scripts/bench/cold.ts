import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserName } from '../browsers/browser.ts';
import { launch } from '../browsers/launch.ts';
import { until } from '../browsers/wait.ts';
import { builtFiles, sizeOf, sizesByPart } from '../build/sizes.ts';
import { build } from '../build.ts';
import { startCallsServer } from './calls-server.ts';
import { bareExtension, TITLE } from './extensions.ts';
import { ratios, spread, table } from './numbers.ts';

const TURNS = 5;

/** How long the panel takes from being asked for to its document, beside an empty one, and the background from nothing to its first answer. */
export async function benchCold(say: (line: string) => void, name: BrowserName): Promise<readonly string[]> {
  const server = await startCallsServer();
  const bare = bareExtension(name, { permissions: true, listeners: 'nowhere', panel: true });
  const browsers: Browser[] = [];
  const start = async (extension: string, panelTitle: string): Promise<Browser> => {
    const browser = await launch(name, { extension, panelTitle, networkLog: false });
    browsers.push(browser);
    await browser.goto(server.page);
    return browser;
  };
  try {
    const [lens, other] = [await start(await build(name), 'CORS'), await start(bare.folder, TITLE)];
    const [shown, ready, empty, woken]: number[][] = [[], [], [], []];
    for (let turn = 0; turn < TURNS; turn += 1) {
      const panel = await opened(lens, turn);
      shown?.push(panel.shownAfter);
      await until('the panel', () => panel.evaluate<boolean>("document.documentElement.dataset.ready === 'true'"));
      ready?.push(await panel.evaluate<number>('window.corsLens.timeToReady'));
      empty?.push((await opened(other, turn)).shownAfter);
      await sleep(4_000); // a background that has just begun is busy with that
      await panel.evaluate(WAKE_WHEN_IT_DIES);
      await lens.stopBackground();
      woken?.push(await panel.evaluate<number>('window.benchWoken'));
      for (const browser of browsers) await browser.closeDevtools();
    }
    const title = `${name === 'chromium' ? 'Chromium' : 'Firefox'} ${lens.version}`;
    const lines = table([
      [`${title}, ${TURNS} turns`, 'ms'],
      ['panel: from the click on its tab to its document', spread(shown ?? [], 0)],
      ['an empty panel, likewise', spread(empty ?? [], 0)],
      ['ratio', spread(ratios(shown ?? [], empty ?? []))],
      ...(Number.isFinite(ready?.[0])
        ? [['panel: from the start of its document to the first list', spread(ready ?? [], 0)]]
        : []),
      ['background: from the end of one to the first answer of the next', spread(woken ?? [], 0)],
    ]);
    for (const line of lines) say(line);
    return [...lines, ''];
  } finally {
    for (const browser of browsers) await browser.close();
    bare.remove();
    await server.close();
  }
}

async function opened(browser: Browser, turn: number) {
  if (turn > 0) await browser.openDevtools();
  return browser.openPanel();
}

/** Any message starts a stopped background; this one is answered and changes nothing. Counts from the old one's death. */
const WAKE_WHEN_IT_DIES = `new Promise((alive) => {
  const { runtime } = window.browser ?? window.chrome;
  const ask = (answered) => {
    const port = runtime.connect({ name: 'trial:0' });
    port.onMessage.addListener(() => answered(port));
    port.postMessage({ kind: 'stop' });
  };
  window.benchWoken = new Promise((done) => ask((first) => {
    first.onDisconnect.addListener(() => {
      const died = performance.now();
      ask((port) => {
        done(performance.now() - died);
        port.disconnect();
      });
    });
    alive(null);
  }));
})`;

/** What the build is made of. */
export async function benchSizes(say: (line: string) => void): Promise<readonly string[]> {
  const [chromium, firefox] = [builtFiles(await build('chromium')), builtFiles(await build('firefox'))];
  const theirs = new Map(sizesByPart(firefox).map(({ part, size }) => [part, size]));
  const kb = (bytes: number): string => (bytes / 1000).toFixed(1);
  const rows = sizesByPart(chromium).map(({ part, size, limit }) => [
    part,
    kb(size),
    kb(theirs.get(part) ?? Number.NaN),
    kb(limit),
  ]);
  const lines = table([
    ['KB by gzip', 'Chromium', 'Firefox', 'limit (budget.json)'],
    ...rows,
    ['all', kb(sizeOf(chromium)), kb(sizeOf(firefox)), ''],
  ]);
  for (const line of lines) say(line);
  return [...lines, ''];
}
