import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserName } from '../browsers/browser.ts';
import { launch } from '../browsers/launch.ts';
import { until } from '../browsers/wait.ts';
import { build } from '../build.ts';
import { openReadyPanel } from '../start/record.ts';
import { startCallsServer } from './calls-server.ts';
import { at, table } from './numbers.ts';

/** Pages, and calls a page: so few that each row is in sight. */
const PAGES = 20;
const CALLS = 8;

/**
 * Runs in a document with a list (handed over as text): notes when a row with a mark first told how its call went. The
 * clock is the same in all documents of a machine.
 */
function installWatch(rows: string, told: RegExp): void {
  const seen = new Map<string, number>();
  const look = () => {
    for (const row of document.querySelectorAll(rows)) {
      const text = row.textContent ?? '';
      const mark = /wait-\d+-/.exec(text)?.[0];
      if (mark !== undefined && !seen.has(mark) && told.test(text)) {
        seen.set(mark, performance.timeOrigin + performance.now());
      }
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  Object.assign(window, { benchSeen: () => [...seen] });
}

/** How long after the page has an answer its row stands in the panel; in Chromium beside its own Network panel. */
export async function benchLatency(
  say: (line: string) => void,
  name: BrowserName,
): Promise<readonly (readonly string[])[]> {
  const server = await startCallsServer();
  const browser = await launch(name, { extension: await build(name), networkLog: false, panelHeight: 600 });
  try {
    await browser.goto(server.page);
    const panel = await openReadyPanel(browser);
    const watch = (rows: string, told: RegExp): string =>
      `(globalThis.__name ??= (it) => it, (${installWatch})(${JSON.stringify(rows)}, ${told}))`;
    await panel.evaluate(watch('[role="row"]', /Allowed|Undecided|Blocked|Failed/));
    if (browser.inDevtools) {
      await browser.inDevtools(NETWORK_BESIDE);
      await browser.inDevtools(watch('tr', /200/));
    }
    const answered = new Map<string, number>();
    for (let page = 0; page < PAGES; page += 1) {
      await browser.goto(server.page); // empties both lists
      await sleep(300);
      for (let call = 0; call < CALLS; call += 1) {
        const mark = `wait-${page * CALLS + call}-`;
        const put = call % 2 ? ", { method: 'PUT' }" : '';
        const url = JSON.stringify(`${server.api}/${mark}`);
        answered.set(
          mark,
          await browser.evaluateInPage<number>(
            `fetch(${url}${put}).then((answer) => (answer.text(), performance.timeOrigin + performance.now()))`,
          ),
        );
        await sleep(60 + 7 * call);
      }
      const expected = (page + 1) * CALLS;
      await until(`the rows of page ${page}`, async () => {
        const rows = await panel.evaluate<readonly unknown[]>('window.benchSeen()');
        const theirs = (await browser.inDevtools?.<readonly unknown[]>('window.benchSeen()')) ?? rows;
        return rows.length === expected && theirs.length === expected;
      });
    }
    const result: string[][] = [];
    const add = (title: string, seen: readonly (readonly [string, number])[]): void => {
      const waits = seen.flatMap(([mark, time]) => {
        const from = answered.get(mark);
        return from === undefined ? [] : [time - from];
      });
      if (waits.length !== PAGES * CALLS) throw new Error(`${title} showed ${waits.length} of ${PAGES * CALLS} calls`);
      const row = [title, ...[0.5, 0.95].map((share) => at(waits, share).toFixed(1)), Math.max(...waits).toFixed(1)];
      say(row.join('  '));
      result.push(row);
    };
    const version = `${name === 'chromium' ? 'Chromium' : 'Firefox'} ${browser.version}`;
    add(`${version}: CORS Lens`, await panel.evaluate('window.benchSeen()'));
    if (browser.inDevtools) add(`${version}: its own Network panel`, await browser.inDevtools('window.benchSeen()'));
    return result;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Moves DevTools' own Network panel beside the one that is shown, so that both show the very same calls. */
const NETWORK_BESIDE = `import('./ui/legacy/legacy.js').then(async ({ ViewManager }) => {
  const views = ViewManager.ViewManager.instance();
  views.moveView('network', 'drawer-view', { shouldSelectTab: true, overrideSaving: true });
  await views.showView('network');
})`;

export const latencyTable = (rows: readonly (readonly string[])[]): readonly string[] => [
  `${PAGES * CALLS} calls, half of them preflighted, one after the other.`,
  '',
  ...table([['ms from the answer in the page to the row that tells how it went', 'p50', 'p95', 'most'], ...rows]),
];
