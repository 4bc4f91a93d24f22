import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserVerdict } from '../../scripts/browsers/browser.ts';
import { openSession, type Report, type ReportedExchange, type Session } from '../e2e/session.ts';
import { type AgreeCase, casePath, placeOf } from './case.ts';
import { type Arrived, type CaseServer, createCaseServer } from './serve.ts';

/** What the page's script saw of one call. */
export interface Outcome {
  /** `resolved <type> <status>`, `rejected`, `refused` (the browser would not make such a request), `timed out`. */
  readonly outcome: string;
  /** Names of the response headers that the script could read; null where it had no response of CORS. */
  readonly visible: readonly string[] | null;
}

/** Everything that was seen of one case, each by another witness. Calls stand in the order in which they were made. */
export interface Seen {
  readonly case: AgreeCase;
  readonly outcomes: readonly Outcome[];
  /** When the preceding call was over and the one that counts began, in ms since the epoch; null without such. */
  readonly turned: number | null;
  readonly arrived: readonly Arrived[];
  readonly own: readonly BrowserVerdict[];
  readonly shown: readonly ReportedExchange[];
}

export interface CaseRunner {
  readonly version: string;
  /** Runs a batch in the real browser, with the real panel recording. */
  run(cases: readonly AgreeCase[]): Promise<readonly Seen[]>;
  close(): Promise<void>;
}

/** So many calls at a time: enough to keep browser and servers busy. */
const WIDTH = 24;
/** Firefox's console hears from its other processes a little later. */
const SETTLED = 200;

export async function openRunner(name: 'chromium' | 'firefox'): Promise<CaseRunner> {
  const server = createCaseServer();
  const session = await openSession(name, {}, 'agree/page', server.respond);
  const { browser, lab } = session;
  await browser.evaluateInPage(`agree.open(${JSON.stringify([lab.origins.page, lab.origins.remote])})`);

  const urlOf = (one: AgreeCase): string => lab.origins[one.hops[0].target] + casePath(one, 0);
  return {
    version: browser.version,
    async run(cases) {
      server.serve(cases);
      await clear(session);
      await browser.forgetVerdicts();
      const jobs = cases.map((one) => ({
        index: one.index,
        caller: one.caller,
        api: one.api,
        call: one.call,
        url: urlOf(one),
        repeated: one.before !== null,
      }));
      const outcomes = await browser.evaluateInPage<Outcome[][]>(`agree.run(${JSON.stringify(jobs)}, ${WIDTH})`);
      await sleep(name === 'firefox' ? SETTLED : 50);
      const shown = await settledReport(session, cases);
      return gather(cases, outcomes, server, await browser.corsErrors(), shown);
    },
    close: () => session.close(),
  };
}

/** An empty panel is left alone: the recorder forgets all that began before it hears of it, and nothing would show when. */
async function clear({ panel }: Session): Promise<void> {
  if ((await panel.evaluate<number>('corsLens.count()')) === 0) return;
  await panel.evaluate(`document.querySelector('[data-testid="clear"]').click()`);
  for (let i = 0; i < 200; i++) {
    if ((await panel.evaluate<number>('corsLens.count()')) === 0) return;
    await sleep(20);
  }
  throw new Error('the panel was not emptied');
}

/**
 * The report once all is in it. Events reach the recorder well after the page saw its calls end, in the order in which they
 * happened: a last call that is shown with its end tells that all before it are.
 */
async function settledReport(
  { browser, panel, lab }: Session,
  cases: readonly AgreeCase[],
): Promise<readonly ReportedExchange[]> {
  const last = `${lab.origins.api}/agree/last/${cases[0]?.index}-${Date.now()}`;
  await browser.evaluateInPage(`fetch(${JSON.stringify(last)}).then(() => null)`);
  const indexes = new Set(cases.map(({ index }) => index));
  for (let attempt = 0; attempt < 100; attempt++) {
    const report = JSON.parse(await panel.evaluate<string>("corsLens.report('json', true)")) as Report;
    const ended = ({ url, verdict }: ReportedExchange): boolean => url === last && verdict !== 'pending';
    if (report.exchanges.some(ended)) {
      return report.exchanges.filter(({ url }) => indexes.has(placeOf(url)?.index ?? -1));
    }
    await sleep(100);
  }
  throw new Error('the last call of the batch was not shown within 10 s');
}

function gather(
  cases: readonly AgreeCase[],
  outcomes: readonly (readonly Outcome[])[],
  server: CaseServer,
  own: readonly BrowserVerdict[],
  shown: readonly ReportedExchange[],
): readonly Seen[] {
  const arrivedBy = groupBy(server.arrived(), ({ index }) => index);
  const ownBy = groupBy(own, ({ urls }) => indexOf(urls));
  const shownBy = groupBy(shown, ({ url }) => indexOf([url]));
  return cases.map((one, i) => ({
    case: one,
    outcomes: outcomes[i] ?? [],
    turned: server.turned(one.index),
    arrived: arrivedBy.get(one.index) ?? [],
    own: ownBy.get(one.index) ?? [],
    shown: shownBy.get(one.index) ?? [],
  }));
}

function indexOf(urls: readonly string[]): number {
  for (const url of urls) {
    const place = placeOf(url);
    if (place !== null) return place.index;
  }
  return -1;
}

function groupBy<T>(list: readonly T[], key: (one: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
