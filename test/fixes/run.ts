import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from '../../scripts/browsers/launch.ts';
import type { Edit } from '../../src/advice/edit.ts';
import { fixFor } from '../../src/advice/fix-for.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { BrowserName, Exchange } from '../../src/exchange/exchange.ts';
import { type AgreeCase, casePath, placeOf } from '../agree/case.ts';
import { createCaseServer } from '../agree/serve.ts';
import { startLab } from '../lab/lab.ts';
import type { RawRequest } from '../lab/raw-http.ts';
import { edited } from './edited.ts';
import { exchangeOf } from './exchange.ts';
import { type Proof, prove, type Went } from './prove.ts';

export interface FixRunner {
  readonly version: string;
  /** How many calls the browser has made. */
  readonly calls: () => number;
  prove(one: AgreeCase): Promise<Proof>;
  close(): Promise<void>;
}

interface Job {
  readonly case: AgreeCase;
  readonly done: (went: Went) => void;
  readonly failed: (error: unknown) => void;
}

/** Calls at a time, and calls of one batch at the most. */
const WIDTH = 24;
const BATCH = 240;
/** Calls that are asked for within so many ms go into one batch. */
const GATHER = 5;

/** A real browser without any extension, and servers that answer a case with or without edits. */
export async function openFixRunner(name: BrowserName): Promise<FixRunner> {
  const server = createCaseServer();
  let arrived: RawRequest[] = [];
  const lab = await startLab((request) => {
    if (placeOf(request.path) !== null) arrived.push(request);
    return server.respond(request);
  });
  const browser = await launch(name, {}).catch(async (error: unknown) => {
    await lab.close();
    throw error;
  });
  await browser.goto(`${lab.url}agree/page`);
  await browser.evaluateInPage(`agree.open(${JSON.stringify([lab.origins.page, lab.origins.remote])})`);

  let waiting: Job[] = [];
  let isRunning = false;
  let made = 0;
  let last = 0;

  const went = (one: AgreeCase, arrivals: readonly RawRequest[], succeeded: boolean): Went => {
    const exchange = exchangeOf(one, arrivals, succeeded, lab.origins, name);
    if (exchange === null) return { succeeded, fix: null, lost: true, seen: () => false };
    const diagnosis = diagnose(exchange);
    const blocked = diagnosis.verdict === 'blocked';
    return { succeeded, fix: blocked ? fixFor(exchange, diagnosis) : null, seen: seenIn(exchange) };
  };

  const runBatch = async (jobs: readonly Job[]): Promise<void> => {
    arrived = [];
    server.serve(jobs.map((job) => job.case));
    const calls = jobs.map(({ case: one }) => ({
      index: one.index,
      caller: one.caller,
      api: one.api,
      call: one.call,
      url: lab.origins[one.hops[0].target] + casePath(one, 0),
      repeated: false,
    }));
    made += calls.length;
    const outcomes = await browser.evaluateInPage<{ outcome: string }[][]>(
      `agree.run(${JSON.stringify(calls)}, ${WIDTH})`,
    );
    const by = new Map<number, RawRequest[]>();
    for (const request of arrived) {
      const index = placeOf(request.path)?.index ?? -1;
      by.set(index, [...(by.get(index) ?? []), request]);
    }
    for (const [at, job] of jobs.entries()) {
      const outcome = outcomes[at]?.[0]?.outcome ?? 'missing';
      job.done(went(job.case, by.get(job.case.index) ?? [], outcome.startsWith('resolved')));
    }
  };

  const work = async (): Promise<void> => {
    await sleep(GATHER);
    while (waiting.length > 0) {
      const jobs = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      await runBatch(jobs).catch((error: unknown) => {
        for (const job of jobs) job.failed(error);
      });
      await sleep(GATHER);
    }
    isRunning = false;
  };

  const run = (one: AgreeCase, edits: readonly Edit[]): Promise<Went> =>
    new Promise((done, failed) => {
      last += 1;
      waiting.push({ case: edited(one, edits, last), done, failed });
      if (isRunning) return;
      isRunning = true;
      void work();
    });

  return {
    version: browser.version,
    calls: () => made,
    prove: (one) => prove((edits) => run(one, edits)),
    async close() {
      await browser.close();
      await lab.close();
    },
  };
}

const seenIn =
  (exchange: Exchange) =>
  ({ hop, response }: Edit): boolean => {
    const at = exchange.hops[hop];
    return (response === 'preflight' ? at?.preflight?.response : at?.response) != null;
  };
