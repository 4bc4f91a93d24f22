import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';
import { startLab } from '../test/lab/lab.ts';
import type { Browser, BrowserName } from './browsers/browser.ts';
import { findBrowser } from './browsers/find.ts';
import { ensureBrowser } from './browsers/install.ts';
import { launch } from './browsers/launch.ts';
import { hasDisplay, parseOptions, UsageError } from './start/options.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const say = (sentence: string): void => console.log(sentence);

/** npm run dev -- [url] [--browser chromium|firefox]: rebuilds on change and loads the extension anew in an open browser. */
try {
  const options = parseOptions(process.argv.slice(2), hasDisplay());
  const found = options.browser === null ? findBrowser('chromium') : ensureBrowser(options.browser);
  await develop((found ?? ensureBrowser('firefox')).name, options.url, options.headless);
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}

async function develop(name: BrowserName, url: string | null, headless: boolean): Promise<void> {
  const extension = resolve(ROOT, 'dist', name);
  const lab = url === null ? await startLab() : null;
  let browser: Browser | null = null;
  // Reloads one after the other: a build may end while the last one is still being loaded.
  let work: Promise<void> = Promise.resolve();
  const watcher = await viteBuild({
    root: ROOT,
    configFile: resolve(ROOT, 'vite.config.ts'),
    mode: name,
    logLevel: 'warn',
    build: { watch: {} },
  });
  if (!('on' in watcher)) throw new Error('vite does not watch');

  const show = async (): Promise<void> => {
    if (browser) await browser.reloadExtension();
    else {
      browser = await launch(name, { extension, headless, size: { width: 1400, height: 950 }, panelHeight: 560 });
      await browser.goto(url ?? lab?.url ?? 'about:blank');
      void browser.ended.then(end);
    }
    await browser.openPanel();
    say(`${new Date().toLocaleTimeString()} ${name} shows this build`);
  };
  const end = async (): Promise<void> => {
    await watcher.close();
    await lab?.close();
    process.exit(); // a file watcher may still hold the process
  };
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(event.error);
    if (event.code === 'BUNDLE_END') work = work.then(show).catch((error) => console.error(error));
  });
}
