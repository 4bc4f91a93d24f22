import { resolve } from 'node:path';
import { type Lab, startLab } from '../test/lab/lab.ts';
import type { Browser } from './browsers/browser.ts';
import { type Find, findBrowser } from './browsers/find.ts';
import { ensureBrowser } from './browsers/install.ts';
import { launch } from './browsers/launch.ts';
import { build } from './build.ts';
import { HELP, hasDisplay, parseOptions, type StartOptions, UsageError } from './start/options.ts';
import { blockedCalls, openReadyPanel, report, savePicture, untilQuiet } from './start/record.ts';

/** Standard output belongs to the report. */
const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

try {
  const options = parseOptions(process.argv.slice(2), hasDisplay());
  if (options.help) process.stdout.write(HELP);
  else process.exitCode = await start(options);
} catch (error) {
  const [sentence] = String(error instanceof Error ? error.message : error).split('\n');
  say(`cors-lens: ${sentence}`);
  if (error instanceof UsageError) say('npm start -- --help tells what can be asked.');
  process.exitCode = 2;
}

/** Resolves to the exit code. */
async function start(options: StartOptions): Promise<number> {
  const found = chooseBrowser(options);
  say(`Building the extension for ${found.name}`);
  const extension = await build(found.name);
  const lab = options.url === null ? await startLab() : null;
  let browser: Browser | null = null;
  try {
    say(`Starting ${found.path}`);
    const size = options.headless ? { width: 1280, height: 1000 } : { width: 1400, height: 950 };
    browser = await launch(found.name, { extension, found, headless: options.headless, size, panelHeight: 640 });
    return options.headless ? await recordPage(browser, options, lab) : await show(browser, options, lab);
  } finally {
    await browser?.close();
    await lab?.close();
  }
}

function chooseBrowser({ browser }: StartOptions): Find {
  if (browser !== null) return ensureBrowser(browser);
  return findBrowser('chromium') ?? findBrowser('firefox') ?? ensureBrowser('chromium');
}

/** The panel is shown before the page is loaded, so that the page's first calls are recorded. */
async function recordPage(browser: Browser, options: StartOptions, lab: Lab | null): Promise<number> {
  const panel = await openReadyPanel(browser);
  await browser.goto(options.url ?? lab?.url ?? 'about:blank');
  if (lab) {
    say(`Running the lab’s ${lab.scenarios.length} scenarios`);
    await browser.evaluateInPage('lab.runAll()');
  }
  if (!(await untilQuiet(panel))) say('The page does not come to rest: this is the report so far.');

  process.stdout.write(`${(await report(panel, options.format)).trimEnd()}\n`);
  const blocked = await blockedCalls(panel);
  const picture = picturePath(options, browser);
  await savePicture(panel, picture, blocked[0]);
  say(`The panel’s picture: ${picture}`);
  if (!options.failOnBlocked || blocked.length === 0) return 0;
  say(`${blocked.length} ${blocked.length === 1 ? 'call was' : 'calls were'} blocked.`);
  return 1;
}

/** A path that the user gives starts where the user stands, which npm leaves to run scripts in the project's folder. */
function picturePath({ screenshot }: StartOptions, { name }: Browser): string {
  return screenshot === null
    ? resolve(`test-results/panel-${name}.png`)
    : resolve(process.env.INIT_CWD ?? process.cwd(), screenshot);
}

async function show(browser: Browser, options: StartOptions, lab: Lab | null): Promise<number> {
  await openReadyPanel(browser);
  await browser.goto(options.url ?? lab?.url ?? 'about:blank');
  say(`${browser.name} ${browser.version} is open on ${options.url ?? 'the lab'}. Close it, or press Ctrl-C, to end.`);
  await browser.ended;
  return 0;
}
