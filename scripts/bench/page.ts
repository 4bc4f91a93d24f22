import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserName, LaunchOptions } from '../browsers/browser.ts';
import { launch } from '../browsers/launch.ts';
import { build } from '../build.ts';
import { openReadyPanel } from '../start/record.ts';
import { type CallsServer, makeCalls, startCallsServer } from './calls-server.ts';
import { type Bare, bareExtension, TITLE } from './extensions.ts';
import { median, ratios, spread, table } from './numbers.ts';

/** Half of them preflighted. */
const CALLS = 1_200;
export const ROUNDS = 11;
/** On a machine that is busy with other things there are fewer rounds, but never fewer than three. */
const PATIENCE = 100_000;
/** Between two turns, so that what one browser still has to do is not in the other's way, in ms. */
const REST = 400;

type Name = 'none' | 'idle' | 'permitted' | 'listening' | 'closed' | 'open' | 'open-listening' | 'recording';
const TITLES: Readonly<Record<Name, string>> = {
  none: 'no extension',
  idle: 'an extension with an idle background',
  permitted: 'the same, with the permissions of CORS Lens',
  listening: 'an extension with listeners that do nothing',
  closed: '**CORS Lens, DevTools closed**',
  open: 'no extension, DevTools open',
  'open-listening': 'listeners that do nothing, DevTools open on an empty tab of that extension',
  recording: '**CORS Lens recording**, DevTools open on its tab',
};
const BARE: Readonly<Partial<Record<Name, Bare>>> = {
  idle: { permissions: false, listeners: 'nowhere', panel: false },
  permitted: { permissions: true, listeners: 'nowhere', panel: false },
  listening: { permissions: true, listeners: 'background', panel: false },
};
const NAMES = Object.keys(TITLES) as readonly Name[];
const OPEN: readonly Name[] = ['open', 'open-listening', 'recording'];

/** What is compared with what, and what it may be. */
const GOALS: readonly (readonly [ours: Name, theirs: Name, goal: number | null])[] = [
  ['closed', 'idle', 1.03],
  ['closed', 'permitted', 1.03],
  ['permitted', 'idle', null],
  ['recording', 'open-listening', 1.05],
  ['recording', 'listening', null],
  ['open', 'none', null],
];

/** Milliseconds that the page waited, and that all processes of its browser had a processor for meanwhile. */
interface Turn {
  readonly wall: number;
  readonly cpu: number;
}

/** How long a page's calls take, with and without CORS Lens: all variants in one run, one after the other in each round. */
export async function benchPage(
  say: (line: string) => void,
  name: BrowserName,
  rounds = ROUNDS,
): Promise<readonly string[]> {
  const server = await startCallsServer();
  const variants: { readonly name: Name; readonly browser: Browser }[] = [];
  const folders: { remove(): void }[] = [];
  try {
    for (const variant of NAMES) {
      variants.push({ name: variant, browser: await start(name, variant, server, folders) });
    }
    const times = new Map<Name, Turn[]>(NAMES.map((variant) => [variant, []]));
    const end = Date.now() + PATIENCE;
    for (let round = -1; round < rounds && (round < 3 || Date.now() < end); round += 1) {
      // Each begins a round in its turn: what the machine does meanwhile meets all of them alike.
      const order = variants.map((_, place) => variants[(place + round + 1) % variants.length]);
      for (const variant of order) {
        if (!variant) continue;
        await variant.browser.goto(server.page); // a fresh page: nothing is carried over, and the log begins anew
        await sleep(REST);
        const before = await variant.browser.cpu();
        const wall = await variant.browser.evaluateInPage<number>(makeCalls(server.api, CALLS));
        const cpu = (await variant.browser.cpu()) - before;
        if (round >= 0) times.get(variant.name)?.push({ wall, cpu }); // the first round warms up
      }
    }
    const recorded = variants.find((variant) => variant.name === 'recording');
    if (recorded) await checkRecorded(recorded.browser);
    return told(variants[0]?.browser, times, say);
  } finally {
    for (const { browser } of variants) await browser.close();
    for (const folder of folders) folder.remove();
    await server.close();
  }
}

async function start(
  name: BrowserName,
  variant: Name,
  server: CallsServer,
  folders: { remove(): void }[],
): Promise<Browser> {
  const open = OPEN.includes(variant);
  const options: LaunchOptions = { devtools: open, networkLog: false, panelTitle: TITLE };
  const bare = (made: Bare): string => {
    const extension = bareExtension(name, made);
    folders.push(extension);
    return extension.folder;
  };
  const extensionOf = async (): Promise<string | null> => {
    if (variant === 'none' || variant === 'open') return null;
    if (variant === 'closed' || variant === 'recording') return build(name);
    // Where CORS Lens listens: Chromium lets the devtools page do so, Firefox the background alone.
    const listeners = name === 'chromium' ? 'devtools' : 'background';
    return bare(BARE[variant] ?? { permissions: true, listeners, panel: true });
  };
  const extension = await extensionOf();
  const browser = await launch(name, {
    ...options,
    ...(extension === null ? {} : { extension }),
    ...(variant === 'recording' ? { panelTitle: 'CORS' } : {}),
  });
  try {
    await browser.goto(server.page);
    if (variant === 'open') await browser.openDevtools();
    if (variant === 'open-listening') await browser.openPanel();
    if (variant === 'recording') await openReadyPanel(browser);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return browser;
}

/** A recorder that records nothing costs nothing: the figures would mean nothing. */
async function checkRecorded(browser: Browser): Promise<void> {
  const panel = await browser.openPanel();
  await sleep(1_000);
  const count = await panel.evaluate<number>('corsLens.count()');
  if (count !== CALLS) throw new Error(`${browser.name}: ${count} of ${CALLS} calls were recorded`);
}

function told(
  browser: Browser | undefined,
  turns: ReadonlyMap<Name, readonly Turn[]>,
  say: (line: string) => void,
): readonly string[] {
  const walls = (variant: Name): readonly number[] => (turns.get(variant) ?? []).map(({ wall }) => wall);
  const cpus = (variant: Name): readonly number[] => (turns.get(variant) ?? []).map(({ cpu }) => cpu);
  const title = `${browser?.name === 'firefox' ? 'Firefox' : 'Chromium'} ${browser?.version}`;
  const rows = NAMES.map((variant) => [
    TITLES[variant],
    spread(walls(variant), 0),
    (median(walls(variant)) / CALLS).toFixed(2),
    spread(ratios(walls(variant), walls('none'))),
    spread(cpus(variant), 0),
  ]);
  const goals = GOALS.map(([ours, theirs, goal]) => {
    const ratio = ratios(walls(ours), walls(theirs));
    const met = goal === null ? '' : median(ratio) <= goal ? `≤ ${goal}: met` : `≤ ${goal}: **missed**`;
    const plain = (variant: Name): string => TITLES[variant].replaceAll('**', '');
    return [`${plain(ours)} ÷ ${plain(theirs)}`, spread(ratio, 3), met, spread(ratios(cpus(ours), cpus(theirs)), 3)];
  });
  const lines = [
    `**${title}**, ${walls('none').length} rounds: median and middle half.`,
    '',
    ...table([
      [`${CALLS.toLocaleString('en')} calls`, 'ms', 'ms a call', '÷ no extension', 'ms of processor, all processes'],
      ...rows,
    ]),
    '',
    ...table([['compared round by round', 'time', 'goal', 'processor time'], ...goals]),
    '',
  ];
  for (const line of lines) say(line);
  return lines;
}
