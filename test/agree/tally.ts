import type { BrowserName } from '../../scripts/browsers/browser.ts';
import type { AgreeCase } from './case.ts';
import { callsOf, compare, type Judgement } from './compare.ts';
import type { CaseRunner, Seen } from './run.ts';

/** A case on which panel and browser differ, with everything that is needed to run it again and to see why. */
export interface Disagreement {
  readonly browser: BrowserName;
  readonly why: readonly string[];
  readonly case: AgreeCase;
  readonly seen: ReturnType<typeof callsOf>;
  /** Shown, though no call of the case is left for them. */
  readonly extra: Seen['shown'];
}

/** The figures of one browser's run. */
export interface Figures {
  readonly browser: BrowserName;
  readonly version: string;
  readonly cases: number;
  /** Calls: a case has two when the same call was made before. */
  readonly calls: number;
  readonly seconds: number;
  /** How often each came: a verdict, with our cause and the browser's code. */
  readonly agreed: ReadonlyMap<string, number>;
  /** What happened to calls of which the panel says that it depends on unseen credentials: the verdict, or the cause. */
  readonly undecided: ReadonlyMap<string, number>;
  readonly unseen: ReadonlyMap<string, number>;
  readonly disagreements: readonly Disagreement[];
}

const BATCH = 250;

/** Runs cases batch by batch. `tell` hears of progress and of each disagreement as it is found. */
export async function runCases(
  browser: BrowserName,
  runner: CaseRunner,
  cases: readonly AgreeCase[],
  tell: { readonly progress: (done: number) => void; readonly disagreement: (found: Disagreement) => void },
): Promise<Figures> {
  const started = Date.now();
  const agreed = new Map<string, number>();
  const undecided = new Map<string, number>();
  const unseen = new Map<string, number>();
  const disagreements: Disagreement[] = [];
  let calls = 0;
  const take = (seen: Seen): void => {
    const judgements = compare(seen, browser);
    calls += judgements.length;
    for (const judgement of judgements) count(judgement);
    const why = judgements.flatMap((judgement) => (judgement.kind === 'disagreed' ? judgement.why : []));
    if (why.length === 0) return;
    const extra = seen.shown.slice(seen.outcomes.length);
    const found = { browser, why, case: seen.case, seen: callsOf(seen), extra };
    disagreements.push(found);
    tell.disagreement(found);
  };
  const count = (judgement: Judgement): void => {
    if (judgement.kind === 'agreed') {
      const { verdict, cause, code } = judgement;
      increase(agreed, [verdict, cause, code].filter((part) => part !== null).join(' · '));
    } else if (judgement.kind === 'undecided') increase(undecided, `${judgement.what} · ${judgement.happened}`);
    else if (judgement.kind === 'unseen') increase(unseen, judgement.outcome);
  };
  for (let from = 0; from < cases.length; from += BATCH) {
    const batch = cases.slice(from, from + BATCH);
    for (const seen of await runner.run(batch)) take(seen);
    tell.progress(from + batch.length);
  }
  return {
    browser,
    version: runner.version,
    cases: cases.length,
    calls,
    seconds: (Date.now() - started) / 1000,
    agreed,
    undecided,
    unseen,
    disagreements,
  };
}

const increase = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

export const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);
