import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserName, Panel } from '../browsers/browser.ts';
import { launch } from '../browsers/launch.ts';
import { until } from '../browsers/wait.ts';
import { build } from '../build.ts';
import { openReadyPanel } from '../start/record.ts';
import { type CallsServer, makeCalls, startCallsServer } from './calls-server.ts';
import { table } from './numbers.ts';

/** One call in two seconds. */
const CALLS_AN_HOUR = 1_800;
const HOURS = 8;
/** Calls that are kept meanwhile: so few that the log is full for nearly all of the time. */
const LIMIT = 2_000;

export interface Soak {
  /** Calls made so far, kept then, and bytes that the extension's pages held. */
  readonly steps: readonly { readonly made: number; readonly kept: number; readonly bytes: number }[];
  /** What is wrong, one line each. */
  readonly wrong: readonly string[];
}

/** Makes calls in one page, which is never left, and looks at memory and at what was dropped after each step. */
export async function soak(
  browser: Browser,
  panel: Panel,
  server: CallsServer,
  { calls, limit, looks }: { readonly calls: number; readonly limit: number; readonly looks: number },
): Promise<Soak> {
  await panel.evaluate(`(() => {
    const { tabId } = (window.browser ?? window.chrome).devtools.inspectedWindow;
    new window.BroadcastChannel('cors-lens:' + tabId).postMessage({ kind: 'limit', limit: ${limit} });
  })()`);
  const steps: { made: number; kept: number; bytes: number }[] = [];
  const wrong: string[] = [];
  const size = Math.ceil(calls / looks);
  for (let made = 0; made < calls; ) {
    const next = Math.min(size, calls - made);
    await browser.evaluateInPage(makeCalls(server.api, next, made));
    made += next;
    const expected = Math.min(made, limit);
    await until(`${expected} calls in the panel`, async () => (await panel.evaluate('corsLens.count()')) === expected, {
      timeout: 60_000,
    }).catch((error: Error) => wrong.push(error.message));
    await sleep(1_000);
    const kept = await panel.evaluate<number>('corsLens.count()');
    steps.push({ made, kept, bytes: await browser.extensionBytes() });
  }
  const said = await panel.evaluate<string>(`document.querySelector('.dropped')?.textContent ?? ''`);
  const dropped = Math.max(0, calls - limit);
  const announced = Number((/[\d,]+/.exec(said)?.[0] ?? '0').replaceAll(',', ''));
  if (announced !== dropped) wrong.push(`${dropped} calls were dropped, and the panel says ${announced}: ${said}`);
  const numbers = await panel.evaluate<number[]>(
    `JSON.parse(corsLens.report('json')).exchanges.map(({ url }) => Number(url.split('/').at(-1)))`,
  );
  // Calls that overlap end in another order than they began; more than that may not be kept out of turn.
  const oldest = Math.min(...numbers);
  if (oldest < dropped - 50) wrong.push(`call ${oldest} was kept, though ${dropped} of ${calls} had to go`);
  if (new Set(numbers).size !== numbers.length) wrong.push('calls are listed twice');
  return { steps, wrong };
}

/** Eight hours of traffic, in minutes. */
export async function benchSoak(say: (line: string) => void, name: BrowserName): Promise<readonly string[]> {
  const server = await startCallsServer();
  const browser = await launch(name, { extension: await build(name), networkLog: false });
  try {
    await browser.goto(server.page);
    const panel = await openReadyPanel(browser);
    const started = Date.now();
    const { steps, wrong } = await soak(browser, panel, server, {
      calls: HOURS * CALLS_AN_HOUR,
      limit: LIMIT,
      looks: HOURS,
    });
    const seconds = (Date.now() - started) / 1000;
    for (const line of wrong) say(`  ${line}`);
    if (wrong.length > 0) process.exitCode = 1;
    const full = steps.find(({ kept, made }) => kept < made);
    const last = steps.at(-1);
    const growth = (last?.bytes ?? Number.NaN) / (full?.bytes ?? Number.NaN);
    const lines = [
      `**${name === 'chromium' ? 'Chromium' : 'Firefox'} ${browser.version}**: ${(HOURS * CALLS_AN_HOUR).toLocaleString('en')} calls in ${seconds.toFixed(0)} s, of which ${LIMIT.toLocaleString('en')} are kept. ` +
        `From the first look with a full log to the last: memory × ${growth.toFixed(2)}. Wrong: **${wrong.length}**.`,
      '',
      ...table([
        ['hours', 'calls made', 'calls kept', 'MB held'],
        ...steps.map(({ made, kept, bytes }) => [
          (made / CALLS_AN_HOUR).toFixed(0),
          made.toLocaleString('en'),
          kept.toLocaleString('en'),
          (bytes / 2 ** 20).toFixed(1),
        ]),
      ]),
      '',
    ];
    for (const line of lines) say(line);
    return lines;
  } finally {
    await browser.close();
    await server.close();
  }
}
