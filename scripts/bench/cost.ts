import { setTimeout as sleep } from 'node:timers/promises';
import { LINK_VERSION } from '../../src/link/messages.ts';
import type { Browser, BrowserName, Panel } from '../browsers/browser.ts';
import { launch } from '../browsers/launch.ts';
import { build } from '../build.ts';
import { openReadyPanel } from '../start/record.ts';
import { type CallsServer, makeCalls, startCallsServer } from './calls-server.ts';
import { table } from './numbers.ts';

const FEW = 400;
const TIMES = 10;
/** What ten times as many calls may cost at most. */
const GOAL = 11;
/** webRequest tells five events of a simple call and ten of a preflighted one; half of the calls are. */
const EVENTS_A_CALL = 7.5;

/** Figures by their titles. */
type Figures = ReadonlyMap<string, number>;

/** What recording costs in processor time and memory, of few calls and of ten times as many. */
export async function benchCost(say: (line: string) => void, name: BrowserName): Promise<readonly string[]> {
  const server = await startCallsServer();
  const browser = await launch(name, { extension: await build(name), networkLog: false });
  try {
    await browser.goto(server.page);
    await browser.openDevtools();
    await sleep(1_500);
    await record(browser, server, FEW); // warms up
    const alone = async (calls: number) => recorderAlone(browser, server, calls);
    const [few, many] = [await alone(FEW), await alone(FEW * TIMES)];
    const panel = await openReadyPanel(browser);
    await record(browser, server, FEW);
    const shown = async (calls: number) => withPanel(browser, panel, server, calls);
    const [fewShown, manyShown] = [await shown(FEW), await shown(FEW * TIMES)];
    const spied = async (calls: number) => messages(browser, panel, server, calls, name);
    const [fewSpied, manySpied] = [await spied(FEW), await spied(FEW * TIMES)];
    const all = (parts: readonly Figures[]) => new Map(parts.flatMap((part) => [...part]));
    const title = `${name === 'chromium' ? 'Chromium' : 'Firefox'} ${browser.version}`;
    return told(title, all([few, fewShown, fewSpied]), all([many, manyShown, manySpied]), say);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Milliseconds that the page's calls took, in a page of their own. */
async function record(browser: Browser, server: CallsServer, calls: number): Promise<number> {
  await browser.goto(server.page); // the log begins anew
  await sleep(1_000);
  const took = await browser.evaluateInPage<number>(makeCalls(server.api, calls));
  await sleep(1_500); // for what is done after the last call
  return took;
}

async function recorderAlone(browser: Browser, server: CallsServer, calls: number): Promise<Figures> {
  await record(browser, server, 0);
  const bytes = await browser.extensionBytes();
  const cpu = await browser.extensionCpu();
  const took = await record(browser, server, calls);
  const used = (await browser.extensionCpu()) - cpu;
  const held = (await browser.extensionBytes()) - bytes;
  return new Map([
    ['the page’s calls, ms', took],
    ['processor time of the recorder, ms', used],
    ['memory of the recorder, KB', held / 1024],
  ]);
}

async function withPanel(browser: Browser, panel: Panel, server: CallsServer, calls: number): Promise<Figures> {
  await record(browser, server, 0);
  const cpu = await browser.extensionCpu();
  await record(browser, server, calls);
  const used = (await browser.extensionCpu()) - cpu;
  const count = await panel.evaluate<number>('corsLens.count()');
  if (count !== calls) throw new Error(`${count} of ${calls} calls were recorded`);
  return new Map([['processor time of recorder and panel, ms', used]]);
}

/** Listens beside the panel to what it is told; in Firefox also beside the recorder to what that is told. */
const SPY = (relayed: boolean): string => `(() => {
  const spied = window.benchSpied = { batches: 0, bytes: 0, events: 0, eventBytes: 0 };
  const { tabId } = (window.browser ?? window.chrome).devtools.inspectedWindow;
  window.benchChannel = new window.BroadcastChannel('cors-lens:' + tabId);
  window.benchChannel.onmessage = ({ data }) => {
    if (data.kind !== 'changed') return;
    spied.batches += 1;
    spied.bytes += JSON.stringify(data).length;
  };
  if (!${relayed}) return;
  const port = (window.browser ?? window.chrome).runtime.connect({ name: 'recorder:' + tabId });
  port.onMessage.addListener((message) => {
    if (message.kind !== 'events') return;
    spied.events += 1;
    spied.eventBytes += JSON.stringify(message).length;
  });
  port.postMessage({ kind: 'hello', version: ${LINK_VERSION}, tabId, scope: { workerOrigins: [], listening: true } });
  window.benchPort = port;
})()`;

async function messages(
  browser: Browser,
  panel: Panel,
  server: CallsServer,
  calls: number,
  name: BrowserName,
): Promise<Figures> {
  await record(browser, server, 0);
  await panel.evaluate(SPY(name === 'firefox'));
  await record(browser, server, calls);
  const spied = await panel.evaluate<{ batches: number; bytes: number; events: number; eventBytes: number }>(
    '(window.benchChannel.close(), window.benchPort?.disconnect(), window.benchSpied)',
  );
  return new Map([
    ['told to the panel, KB (as JSON)', spied.bytes / 1024],
    ...(spied.events === 0
      ? []
      : ([
          ['messages over the Port', spied.events],
          ['told over the Port, KB (as JSON)', spied.eventBytes / 1024],
        ] as const)),
  ]);
}

function told(title: string, few: Figures, many: Figures, say: (line: string) => void): readonly string[] {
  const calls = FEW * TIMES;
  const each = (figure: string, factor: number): string => (((many.get(figure) ?? 0) * factor) / calls).toFixed(2);
  const lines = [
    `**${title}**`,
    '',
    ...table([
      ['', `${FEW} calls`, `${calls.toLocaleString('en')} calls`, `× (goal: ≤ ${GOAL})`],
      ...[...many].map(([figure, value]) => {
        const before = few.get(figure) ?? Number.NaN;
        const times = value / before;
        return [
          figure,
          before.toFixed(0),
          value.toFixed(0),
          times <= GOAL ? times.toFixed(1) : `**${times.toFixed(1)}**`,
        ];
      }),
    ]),
    '',
    `Each: ${each('processor time of the recorder, ms', 1000 / EVENTS_A_CALL)} µs of processor time an event in the recorder ` +
      `(${EVENTS_A_CALL} events a call), ${each('processor time of recorder and panel, ms', 1)} ms a call with the panel shown; ` +
      `${each('memory of the recorder, KB', 1)} KB held a call, ${each('told to the panel, KB (as JSON)', 1)} KB told to the panel` +
      `${many.has('messages over the Port') ? `, ${((1024 * (many.get('told over the Port, KB (as JSON)') ?? 0)) / (many.get('messages over the Port') ?? 1)).toFixed(0)} bytes a message over the Port` : ''}.`,
    '',
  ];
  for (const line of lines) say(line);
  return lines;
}
