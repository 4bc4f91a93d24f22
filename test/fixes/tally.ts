import type { BrowserName } from '../../src/exchange/exchange.ts';
import type { AgreeCase } from '../agree/case.ts';
import { makeCase } from '../agree/cases.ts';
import { editText } from './edited.ts';
import type { Proof } from './prove.ts';
import { type FixRunner, openFixRunner } from './run.ts';

export interface Refuted {
  readonly case: AgreeCase;
  readonly why: string;
  readonly edits: readonly string[];
}

/** The figures of one browser's run. */
export interface FixFigures {
  readonly browser: BrowserName;
  readonly version: string;
  readonly seed: number;
  readonly generated: number;
  readonly calls: number;
  readonly seconds: number;
  readonly succeeded: number;
  readonly notCors: number;
  /** Blocked calls that the whole fix cured, by the number of its parts, each of which was needed. */
  readonly cured: ReadonlyMap<number, number>;
  /** Of these: a redirect led on to a server that was seen only then. */
  readonly inRounds: number;
  readonly notByHeaders: ReadonlyMap<string, number>;
  readonly leadsOn: number;
  readonly refuted: readonly Refuted[];
}

/** A case as the proof wants it: one call of mode cors that follows redirects and that caches do not touch. */
export function fixCase(seed: number, index: number): AgreeCase {
  const one = makeCase(seed, index);
  return { ...one, before: null, call: { ...one.call, mode: 'cors', redirect: 'follow' } };
}

const WAVE = 400;

/** Generates cases until so many blocked calls were cured or refuted. */
export async function runFixes(
  browser: BrowserName,
  seed: number,
  wanted: number,
  tell: { readonly progress: (done: number) => void; readonly refuted: (found: Refuted) => void },
): Promise<FixFigures> {
  const runner: FixRunner = await openFixRunner(browser);
  const started = Date.now();
  const cured = new Map<number, number>();
  const notByHeaders = new Map<string, number>();
  const refuted: Refuted[] = [];
  let [generated, succeeded, notCors, inRounds, leadsOn, judged] = [0, 0, 0, 0, 0, 0];
  const refute = (one: AgreeCase, found: Omit<Refuted, 'case'>): void => {
    const told = { case: one, ...found };
    refuted.push(told);
    tell.refuted(told);
  };
  const take = (one: AgreeCase, proof: Proof): void => {
    if (judged >= wanted) return;
    generated += 1;
    switch (proof.kind) {
      case 'succeeds':
        succeeded += 1;
        return;
      case 'not-cors':
        notCors += 1;
        return;
      case 'not-by-headers':
        increase(notByHeaders, proof.why);
        // No advice is no wrong advice, but a block that nobody can explain is a fault of ours.
        if (proof.why === 'unexplained') refute(one, { why: 'unexplained', edits: [] });
        return;
      case 'leads-on':
        leadsOn += 1;
        return;
      case 'cured':
        judged += 1;
        increase(cured, proof.parts);
        if (proof.rounds > 1) inRounds += 1;
        return;
      case 'refuted': {
        judged += 1;
        refute(one, { why: proof.why, edits: proof.edits.map(editText) });
      }
    }
  };
  try {
    for (let from = 0; judged < wanted; from += WAVE) {
      const wave = Array.from({ length: Math.min(WAVE, 3 * wanted) }, (_, i) => fixCase(seed, from + i));
      const proofs = await Promise.all(wave.map((one) => runner.prove(one)));
      for (const [i, one] of wave.entries()) {
        const proof = proofs[i];
        if (proof) take(one, proof);
      }
      tell.progress(judged);
    }
  } finally {
    await runner.close();
  }
  return {
    browser,
    version: runner.version,
    seed,
    generated,
    calls: runner.calls(),
    seconds: (Date.now() - started) / 1000,
    succeeded,
    notCors,
    cured,
    inRounds,
    notByHeaders,
    leadsOn,
    refuted,
  };
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export const sumOf = (counts: ReadonlyMap<unknown, number>): number =>
  [...counts.values()].reduce((total, count) => total + count, 0);
