import type { ReportedExchange, Session } from '../e2e/session.ts';
import { sleep } from '../e2e/session.ts';
import type { StormServer } from './answers.ts';
import type { StormCall } from './calls.ts';

export interface StormResult {
  readonly calls: number;
  readonly seconds: number;
  /** How often a background that ran was stopped. */
  readonly stops: number;
  readonly recorded: number;
  /** One line for each call of which something is missing or wrong. */
  readonly wrong: readonly string[];
}

export interface StormPlan {
  readonly calls: readonly StormCall[];
  /** How many are under way at once. */
  readonly burst: number;
  /** Milliseconds between two bursts. */
  readonly pause: number;
  /** Stops the background every so many ms while the calls are made; null leaves it alone. */
  readonly stopEvery: number | null;
}

/** Makes the calls in the page, meanwhile stops the background, and compares what the panel tells with what page and server know. */
export async function runStorm(session: Session, server: StormServer, plan: StormPlan): Promise<StormResult> {
  const { browser, panel } = session;
  const started = Date.now();
  let over = false;
  let stops = 0;
  const stopping = async () => {
    while (!over && plan.stopEvery !== null) {
      const next = Date.now() + plan.stopEvery;
      if (await browser.backgroundRuns()) {
        // A worker that is stopped while it starts may outlive the driver's patience: it counts as not stopped.
        await browser.stopBackground().then(
          () => {
            stops += 1;
          },
          () => {},
        );
      }
      await sleep(Math.max(0, next - Date.now()));
    }
  };
  await browser.evaluateInPage(STORM(plan));
  const stopper = stopping();
  // Asked again and again: one long question would keep the other questions waiting in Firefox.
  while (!(await browser.evaluateInPage<boolean>('window.stormOutcomes.done'))) await sleep(200);
  const outcomes = await browser.evaluateInPage<string[]>('window.stormOutcomes.list');
  over = true;
  await stopper;
  const seconds = (Date.now() - started) / 1000;
  for (let last = -1, same = 0; same < 8; await sleep(250)) {
    const now = await panel.evaluate<number>('corsLens.count()');
    same = now === last ? same + 1 : 0;
    last = now;
  }
  const { exchanges } = JSON.parse(await panel.evaluate<string>("corsLens.report('json')")) as {
    readonly exchanges: readonly ReportedExchange[];
  };
  const wrong = compare(plan.calls, outcomes, exchanges, server);
  return { calls: plan.calls.length, seconds, stops, recorded: exchanges.length, wrong };
}

const STORM = ({ calls, burst, pause }: StormPlan): string => `(() => {
  const calls = ${JSON.stringify(calls.map(({ kind, id, method }) => [kind, id, method]))};
  const outcomes = window.stormOutcomes = { done: false, list: new Array(calls.length).fill('') };
  const one = async ([kind, id, method], i) => {
    const origin = i % 2 || kind === 'identical' ? lab.origins.api : lab.origins.remote;
    const headers = method === 'PUT' && kind !== 'identical' ? { 'X-Call': id } : {};
    outcomes.list[i] = await fetch(origin + '/mix/' + kind + '/' + id, { method, headers }).then(() => 'allowed', () => 'blocked');
  };
  (async () => {
    for (let at = 0; at < calls.length; at += ${burst}) {
      await Promise.all(calls.slice(at, at + ${burst}).map((call, i) => one(call, at + i)));
      await new Promise((done) => setTimeout(done, ${pause}));
    }
    outcomes.done = true;
  })();
})()`;

/** Calls and exchanges are matched by what stands in their URLs; identical ones by their order, which is the page's own. */
function compare(
  calls: readonly StormCall[],
  outcomes: readonly string[],
  exchanges: readonly ReportedExchange[],
  { served }: StormServer,
): readonly string[] {
  const wrong: string[] = [];
  const told = new Map<string, ReportedExchange[]>();
  for (const exchange of exchanges) {
    const key = new URL(exchange.url).pathname.replace('/mix/', '');
    told.set(key, [...(told.get(key) ?? []), exchange]);
  }
  for (const [index, call] of calls.entries()) {
    const key = `${call.kind}/${call.id}`;
    const exchange = told.get(key)?.shift();
    const say = (what: string) => wrong.push(`${key} (call ${index}): ${what}`);
    if (exchange === undefined) {
      say('not recorded');
      continue;
    }
    const outcome = outcomes[index];
    if (call.verdict !== null && outcome !== call.verdict) say(`the page saw ${outcome}, not ${call.verdict}`);
    if (exchange.verdict !== outcome) say(`told ${exchange.verdict}, the page saw ${outcome}`);
    const preflight = call.preflight === 'order' ? (outcome === 'allowed' ? 204 : 403) : call.preflight;
    if (exchange.preflight.status !== preflight) say(`told preflight ${exchange.preflight.status}, was ${preflight}`);
    if (exchange.hops.length !== call.hops) say(`told ${exchange.hops.length} hops, were ${call.hops}`);
    if (exchange.method !== call.method) say(`told ${exchange.method}, was ${call.method}`);
  }
  for (const [key, left] of told) if (left.length > 0) wrong.push(`${key}: told of ${left.length} calls too many`);
  // What the page believes of identical calls, the server must confirm in number.
  const identical = new Map<string, number>();
  for (const [index, { kind, id }] of calls.entries()) {
    if (kind !== 'identical' || outcomes[index] !== 'blocked') continue;
    identical.set(`${kind}/${id}`, (identical.get(`${kind}/${id}`) ?? 0) + 1);
  }
  for (const [key, refused] of identical) {
    const known = served.get(key)?.refusedPreflights;
    if (known !== refused) wrong.push(`${key}: the server refused ${known} preflights, the page saw ${refused}`);
  }
  return wrong;
}
