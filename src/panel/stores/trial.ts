import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Trial } from '../../advice/trial.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import type { TrialState } from '../../link/messages.ts';
import type { RecordingSource } from '../source.ts';
import type { Judgements } from './judgements.ts';
import type { RecordingStore } from './recording.ts';

/** The calls that a trial changed, and how they went. */
export interface Touched {
  readonly calls: readonly Exchange[];
  readonly allowed: number;
  readonly blocked: number;
}

export interface TrialStore {
  readonly state: ReadonlySignal<TrialState>;
  readonly touched: ReadonlySignal<Touched>;
  readonly start: (trial: Trial, reload: boolean) => void;
  readonly stop: () => void;
  readonly reload: () => void;
  /** Takes away what is said of a trial that ended. */
  readonly dismiss: () => void;
  readonly dismissed: ReadonlySignal<TrialState | null>;
}

const NOTHING: Touched = { calls: [], allowed: 0, blocked: 0 };

export function createTrialStore(
  source: RecordingSource,
  recording: RecordingStore,
  judgements: Judgements,
): TrialStore {
  const dismissed = signal<TrialState | null>(null);
  const state = computed(() => recording.status.value.trial);
  const touched = computed<Touched>(() => {
    recording.revision.value;
    const now = state.value;
    if (now.kind !== 'on') return NOTHING;
    const calls = [...recording.log.calls()].filter(
      ({ evidence, startedAt }) => evidence.underTrial === true && startedAt >= now.since,
    );
    const verdicts = calls.map((exchange) => judgements.of(exchange).verdict);
    const count = (wanted: string): number => verdicts.filter((verdict) => verdict === wanted).length;
    return { calls, allowed: count('allowed'), blocked: count('blocked') };
  });
  return {
    state,
    touched,
    dismissed,
    start: (trial, reload) => source.send({ kind: 'trial', trial, reload }),
    stop: () => source.send({ kind: 'trial', trial: null, reload: false }),
    reload: () => source.send({ kind: 'reload' }),
    dismiss() {
      dismissed.value = state.value;
    },
  };
}

/** Whether two trials are the same, wherever their objects came from. */
export const sameTrial = (a: Trial, b: Trial): boolean =>
  a.exchangeId === b.exchangeId && JSON.stringify(a.rules) === JSON.stringify(b.rules);
