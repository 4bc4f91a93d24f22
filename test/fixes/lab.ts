import { setTimeout as sleep } from 'node:timers/promises';
import type { Edit } from '../../src/advice/edit.ts';
import type { Fix } from '../../src/advice/fix.ts';
import type { BrowserName } from '../../src/exchange/exchange.ts';
import { openSession, type Report, type ReportedExchange, type Session, waitFor } from '../e2e/session.ts';
import { isPreflight } from '../lab/answers.ts';
import type { RawRequest } from '../lab/raw-http.ts';
import type { Answer, Broken, Scenario } from '../lab/scenario.ts';
import { families } from '../lab/scenarios/families.ts';
import { codeOf, concerns } from '../lab/truth.ts';
import { changed } from './edited.ts';
import { type Proof, prove, type Went } from './prove.ts';

/** A call in the panel's JSON report, with its fix. */
type Reported = ReportedExchange & { readonly fix: FixJson; readonly hops: readonly HopJson[] };
interface HopJson {
  readonly url: string;
  readonly status: number | null;
}
type FixJson =
  | { readonly kind: 'headers'; readonly changes: readonly AnswerJson[] }
  | Exclude<Fix, { readonly kind: 'headers' }>;
interface AnswerJson {
  readonly response: 'preflight' | 'actual';
  readonly hop: number;
  readonly status?: number;
  readonly set?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
}

interface Job {
  readonly id: string;
  readonly edits: readonly Edit[];
  readonly done: (went: Went) => void;
  readonly failed: (error: unknown) => void;
}

/** What is being answered otherwise at the moment, by scenario. */
type Edits = ReadonlyMap<string, { readonly urls: readonly string[]; readonly edits: readonly Edit[] }>;

const scenarios = families.flatMap((family) => family.scenarios);
/** What caches hold goes on being there: no answer that the server gives now cures such a call. */
const OF_CACHES = new Set((families.find(({ id }) => id === 'caches')?.scenarios ?? []).map(({ id }) => id));
const ON_STAGE = new Set(
  scenarios.flatMap(({ id, run }) => (/lab\.(?:frame|element|place)|document/.test(run) ? [id] : [])),
);
/** No tab has them, and a shared worker of one run lives on into the next. */
const OF_WORKERS = new Set(['worker-shared', 'worker-service']);
const isRaw = ({ routes }: Scenario): boolean => typeof routes.call === 'object' && 'raw' in routes.call;

/** Scenarios that are blocked in this browser and that a server could do something about. */
const labCandidates = (browser: BrowserName): readonly Scenario[] =>
  scenarios.filter((scenario) => {
    const { id, expect } = scenario;
    const verdict = browser === 'firefox' ? (expect.inFirefox?.verdict ?? expect.verdict) : expect.verdict;
    return (
      verdict === 'blocked' &&
      expect.notShown?.[browser] === undefined &&
      !OF_CACHES.has(id) &&
      !OF_WORKERS.has(id) &&
      !isRaw(scenario)
    );
  });

export interface LabProofs {
  readonly version: string;
  readonly proofs: ReadonlyMap<string, Proof>;
}

/**
 * The fix that the real panel reports for each blocked scenario of the lab, put to the proof on the lab's own servers.
 * All scenarios go through it side by side, each step of each in a batch.
 */
export async function proveLab(name: BrowserName, wanted: (id: string) => boolean = () => true): Promise<LabProofs> {
  let now: Edits = new Map();
  const session = await openSession(name, {}, '', (request) => answer(request, now));
  try {
    let waiting: Job[] = [];
    let isRunning = false;
    const urls = new Map<string, readonly string[]>();
    const work = async (): Promise<void> => {
      await sleep(5);
      while (waiting.length > 0) {
        const jobs = waiting;
        waiting = [];
        now = new Map(jobs.map(({ id, edits }) => [id, { urls: urls.get(id) ?? [], edits }]));
        await runBatch(session, jobs, urls).catch((error: unknown) => {
          for (const { failed } of jobs) failed(error);
        });
        await sleep(5);
      }
      isRunning = false;
    };
    const run = (id: string, edits: readonly Edit[]): Promise<Went> =>
      new Promise((done, failed) => {
        waiting.push({ id, edits, done, failed });
        if (isRunning) return;
        isRunning = true;
        void work();
      });
    const proofs = await Promise.all(
      labCandidates(name)
        .filter(({ id }) => wanted(id))
        .map(async ({ id }) => [id, await prove((edits) => run(id, edits))] as const),
    );
    return { version: session.browser.version, proofs: new Map(proofs) };
  } finally {
    await session.close();
  }
}

/** The lab's own answer with the edits of the scenario put in; null for what is none of its business. */
function answer(request: RawRequest, now: Edits): Answer | Broken | null {
  const [, id = '', path = ''] = /^\/s\/([^/]+)\/(.+)$/.exec(request.path) ?? [];
  const edited = now.get(id);
  const responder = scenarios.find((one) => one.id === id)?.routes[path];
  if (edited === undefined || responder === undefined) return null;
  const own = typeof responder === 'function' ? responder(request) : responder;
  const url = `http://${request.header('host')}${request.path}`;
  const which = isPreflight(request) ? 'preflight' : 'actual';
  const here = edited.edits.filter(
    ({ hop, response }) => response === which && edited.urls[hop]?.split(/[?#]/)[0] === url,
  );
  const named = withId(changed(own, here), id);
  // One run must not find the preflight's answer of the run before it in the browser's cache.
  return which === 'preflight' && typeof named !== 'string' && !('raw' in named)
    ? { ...named, headers: [...(named.headers ?? []).filter(isNoMaxAge), ['Access-Control-Max-Age', '0']] }
    : named;
}

const isNoMaxAge = ([name]: readonly [string, string]): boolean => name.toLowerCase() !== 'access-control-max-age';

function withId(own: Answer | Broken, id: string): Answer | Broken {
  if (typeof own === 'string') return own;
  const fill = (text: string): string => text.replaceAll('{id}', id);
  if ('raw' in own) return { raw: fill(own.raw) };
  return {
    ...own,
    ...(own.body === undefined ? {} : { body: fill(own.body) }),
    headers: (own.headers ?? []).map(([name, value]) => [name, fill(value)] as const),
  };
}

async function runBatch(session: Session, jobs: readonly Job[], urls: Map<string, readonly string[]>): Promise<void> {
  const { browser, panel } = session;
  await panel.evaluate(`document.querySelector('[data-testid="clear"]').click()`);
  await waitFor('an empty list', async () => (await panel.evaluate<number>('corsLens.count()')) === 0);
  await browser.forgetVerdicts();
  const ids = jobs.map(({ id }) => id);
  // The stage is emptied after each scenario, so those that put something on it cannot run side by side.
  const ran = await browser.evaluateInPage<{ id: string; outcome: string }[]>(
    `(async () => [
      ...await Promise.all(${JSON.stringify(ids.filter((id) => !ON_STAGE.has(id)))}.map((id) => lab.run(id))),
      ...await lab.runAll(${JSON.stringify(ids.filter((id) => ON_STAGE.has(id)))}),
    ])()`,
  );
  const exchanges = await settledReport(session);
  const verdicts = await browser.corsErrors();
  for (const { id, done } of jobs) {
    const said = codeOf(verdicts.filter((verdict) => verdict.urls.some((url) => concerns(url, id))));
    const outcome = ran.find((one) => one.id === id)?.outcome ?? 'missing';
    const shown = exchanges.findLast(({ hops }) => hops.some(({ url }) => url.includes(`/s/${id}/call`))) as
      | Reported
      | undefined;
    if (shown && shown.hops.length >= (urls.get(id)?.length ?? 0)) {
      urls.set(
        id,
        shown.hops.map(({ url }) => url),
      );
    }
    done({
      // An element that is given text in place of its picture or font fails all the same: the browser's own word counts.
      succeeded: said === null && outcome !== 'TypeError',
      fix: shown?.verdict === 'blocked' ? fixOf(shown.fix) : null,
      seen: ({ hop, response }) =>
        response === 'preflight'
          ? shown?.preflight.status != null
          : shown?.hops[hop] !== undefined && shown.hops[hop].status !== null,
    });
  }
}

let marks = 0;

/** Events reach the recorder in their order: when a last call is shown with its end, all before it are. */
async function settledReport({ browser, panel, lab }: Session): Promise<readonly ReportedExchange[]> {
  marks += 1;
  const last = `${lab.origins.api}/s/get-ok/call?last=${marks}`;
  await browser.evaluateInPage(`fetch(${JSON.stringify(last)}).then(() => null)`);
  return waitFor('the last call of the batch', async () => {
    const { exchanges } = JSON.parse(await panel.evaluate<string>("corsLens.report('json')")) as Report;
    return exchanges.some(({ url, verdict }) => url === last && verdict !== 'pending') ? exchanges : null;
  });
}

function fixOf(json: FixJson): Fix {
  if (json.kind !== 'headers') return json;
  const of = <T>(make: (answer: AnswerJson) => readonly T[]): readonly T[] => json.changes.flatMap(make);
  return {
    kind: 'headers',
    changes: of(({ hop, response, set = {}, remove = [] }) => [
      ...Object.entries(set).map(
        ([header, value]) => ({ hop, response, operation: 'set', header, value, was: null }) as const,
      ),
      ...remove.map((header) => ({ hop, response, operation: 'remove', header, value: '', was: null }) as const),
    ]),
    status: of(({ hop, status }) => (status === undefined ? [] : [{ hop, response: 'preflight', status, was: 0 }])),
    hygiene: [],
    proven: true,
    assumed: [],
    alsoFirst: null,
  };
}
