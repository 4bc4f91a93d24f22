import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';
import type { Browser, Panel } from '../browsers/browser.ts';
import { launch } from '../browsers/launch.ts';
import { until } from '../browsers/wait.ts';
import { build } from '../build.ts';
import { openReadyPanel } from '../start/record.ts';
import { installDrive } from './drive.ts';
import { type FrameFigures, figuresOf, told } from './frames.ts';
import { installLoad } from './load.ts';
import { fenced } from './numbers.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const CALLS = 100_000;
export const PER_SECOND = 2_000;

interface Target {
  evaluate<T = unknown>(expression: string): Promise<T>;
  /** Types a filter and takes it away again, as the phase goes on. */
  readonly filter: (text: string) => Promise<void>;
  readonly clear: () => Promise<void>;
}
// The compiler of these scripts marks functions with a helper of its own, which the page does not have.
const NAMED = 'globalThis.__name ??= (it) => it';
const FILTERS = ['items/77', 'is:blocked', 'page=3 -is:allowed', 'server:localhost method:GET'] as const;

/** One stretch: scrolls all the time, filters every few seconds, until `over`. */
async function stretch(
  browser: Browser,
  target: Target,
  name: string,
  over: () => Promise<boolean>,
): Promise<FrameFigures> {
  let frames: readonly number[] = [];
  const traced = await browser.trace?.(async () => {
    await target.evaluate(`performance.mark(${JSON.stringify(`${name} start`)}); benchDrive.start()`);
    for (let turn = 0; !(await over()); turn += 1) {
      await sleep(700);
      await target.filter(FILTERS[turn % FILTERS.length] ?? '');
      await sleep(1_200);
      await target.clear();
    }
    frames = await target.evaluate<number[]>(`performance.mark(${JSON.stringify(`${name} end`)}), benchDrive.stop()`);
  });
  if (!traced) throw new Error(`${browser.name} cannot be traced`);
  return figuresOf(traced, name, frames);
}

const forSeconds = (seconds: number): (() => Promise<boolean>) => {
  const end = Date.now() + seconds * 1000;
  return async () => Date.now() >= end;
};

async function openList(browser: Browser): Promise<{ readonly panel: Panel; readonly target: Target }> {
  const panel = await openReadyPanel(browser);
  const channel = await panel.evaluate<string>(
    "'cors-lens:' + (globalThis.browser ?? chrome).devtools.inspectedWindow.tabId",
  );
  await panel.evaluate(`${NAMED}; (${installLoad})(${JSON.stringify(channel)})`);
  await panel.evaluate(`${NAMED}; (${installDrive})()`);
  return {
    panel,
    target: {
      evaluate: panel.evaluate,
      async filter(text) {
        await panel.evaluate(`document.querySelector('[data-testid="filter"]').focus()`);
        await panel.type(text);
      },
      clear: () => panel.evaluate(`document.querySelector('[data-testid="filter-clear"]')?.click()`),
    },
  };
}

function bareTarget(browser: Browser): Target {
  return {
    evaluate: browser.evaluateInPage,
    filter: (text) => browser.evaluateInPage(`bareList.filter(${JSON.stringify(text.split(' ')[0])})`),
    clear: () => browser.evaluateInPage(`bareList.filter('')`),
  };
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;

/** The panel in real DevTools under 100,000 calls at 2,000 a second, against a bare list of the same library. */
export async function benchPanel(print: (line: string) => void, calls = CALLS): Promise<readonly string[]> {
  const lines: string[] = [];
  const say = (line: string): void => {
    print(line);
    lines.push(line);
  };
  const extension = await build('chromium');
  await viteBuild({ configFile: join(ROOT, 'test/fixtures/bare-list/page.config.ts'), logLevel: 'warn' });
  const files = await serve(join(ROOT, 'dist/bare-list'));
  const browser = await launch('chromium', { extension, size: { width: 1400, height: 1000 }, panelHeight: 640 });
  try {
    await browser.goto(files.url);
    const { panel, target } = await openList(browser);
    const heap = async (): Promise<number> => (await panel.heapUsed?.()) ?? Number.NaN;
    const empty = await heap();

    const started = Date.now();
    await panel.evaluate(`benchLoad.start(${calls}, ${PER_SECOND}, ${calls})`);
    const arriving = await stretch(
      browser,
      target,
      'arriving',
      async () => !(await panel.evaluate<boolean>('benchLoad.running()')),
    );
    say(told(`panel, ${calls.toLocaleString('en')} calls arriving`, arriving));
    const took = (Date.now() - started) / 1000;
    await until('all calls to be judged', async () => (await panel.evaluate<number>('corsLens.count()')) === calls);
    const judged = await untilJudged(panel);
    say(
      `${''.padEnd(34)} ${Math.round(calls / took).toLocaleString('en')} calls a second came; all were judged ${judged.toFixed(1)} s after the last`,
    );
    const full = await heap();
    const still = await stretch(browser, target, 'still', forSeconds(12));
    say(told('panel, all there', still));

    await panel.evaluate(`benchLoad.start(${calls / 5}, ${PER_SECOND}, ${calls})`);
    const bounded = await stretch(
      browser,
      target,
      'bounded',
      async () => !(await panel.evaluate<boolean>('benchLoad.running()')),
    );
    say(told('panel, at its limit', bounded));
    await untilJudged(panel);
    const later = await heap();

    await browser.evaluateInPage(`${NAMED}; (${installDrive})()`);
    const bare = bareTarget(browser);
    await browser.evaluateInPage(`globalThis.adding = (() => {
      let next = 0;
      const from = performance.now();
      const timer = setInterval(() => {
        const due = Math.min(${calls}, Math.floor((performance.now() - from) * ${PER_SECOND / 1000})) - next;
        bareList.add(Array.from({ length: due }, (_, i) => 'GET https://api.example.test/v2/items/' + (next + i) + '?page=' + (next + i) % 13));
        next += due;
        if (next >= ${calls}) clearInterval(timer);
      }, 16);
    })()`);
    const bareArriving = await stretch(
      browser,
      bare,
      'bare arriving',
      async () => (await browser.evaluateInPage<number>('bareList.count()')) >= calls,
    );
    say(told('bare list, arriving', bareArriving));
    const bareStill = await stretch(browser, bare, 'bare still', forSeconds(12));
    say(told('bare list, all there', bareStill));

    say(
      `heap: ${megabytes(empty)} empty, ${megabytes(full)} with ${calls.toLocaleString('en')} calls (${((full - empty) / calls / 1024).toFixed(1)} KB each), ${megabytes(later)} after ${(calls / 5).toLocaleString('en')} more at that limit`,
    );
    const ratio = (ours: number, theirs: number): string => `${(ours / theirs).toFixed(2)} ×`;
    say(
      `ratio to the bare list: arriving busy ${ratio(arriving.busy, bareArriving.busy)}, p99 gap ${ratio(arriving.p99Gap, bareArriving.p99Gap)}; ` +
        `all there busy ${ratio(still.busy, bareStill.busy)}, p99 gap ${ratio(still.p99Gap, bareStill.p99Gap)}`,
    );
    return fenced(lines.join('\n'));
  } finally {
    await browser.close();
    await files.close();
  }
}

async function untilJudged(panel: Panel): Promise<number> {
  const from = Date.now();
  const quiet = `!/still counting/.test(document.querySelector('[data-testid="summary"]').textContent)`;
  await until('all calls to be judged', () => panel.evaluate<boolean>(quiet), { timeout: 120_000 });
  return (Date.now() - from) / 1000;
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves a folder of built files on a free port of this machine. */
async function serve(folder: string): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    if (!file.startsWith(folder) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
