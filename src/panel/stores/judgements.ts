import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { diagnose } from '../../diagnosis/diagnose.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { isPlainlyPending } from '../../diagnosis/ending.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { messageOf } from '../../link/funnel.ts';
import type { RecordingStore } from './recording.ts';
import type { Scheduler } from './scheduler.ts';
import { type Countable, createTally, type Facts, PENDING, type ServerTally, type Tally } from './tally.ts';
import { unjudged } from './unjudged.ts';

/** Diagnoses kept in full. A trace is some kilobytes: 100,000 of them would not fit. */
const KEPT = 600;
/** Longest stretch of counting without giving the browser a turn, in ms. */
const SLICE_MS = 5;
/** While counting goes on, the sums are shown this often, in ms. */
const PUBLISH_MS = 100;
/** What a row says of its neighbours may be this old, in ms; the detail view is always up to date. */
const CONTEXT_MS = 1000;

interface Kept {
  readonly revision: number;
  readonly context: number;
  readonly madeAt: number;
  readonly diagnosis: Diagnosis;
}

export interface Judgements {
  /** The diagnosis of a call, made when first asked for. `fresh` also takes in what its neighbours did since. */
  readonly of: (exchange: Exchange, fresh?: boolean) => Diagnosis;
  /** What is known of a call once it has been counted; null before. */
  readonly factsOf: (id: string) => Facts | null;
  /** How the counted calls went that this server decided; null for none. */
  readonly ofServer: (server: string) => ServerTally | null;
  readonly tally: ReadonlySignal<Tally>;
  /** The engine's own failure, as its message; null while all is well. */
  readonly failure: ReadonlySignal<string | null>;
  /** Counts everything at once, for a report. */
  readonly finish: () => void;
}

/** Who wants to know how the counting goes. */
export interface CountingListener {
  /** The facts of this call are new, or other than before. */
  readonly counted: (id: string) => void;
  /** A change of the log, or a stretch of counting, is over. */
  readonly settled: () => void;
}

const NOBODY: CountingListener = { counted: () => {}, settled: () => {} };

/** Judges lazily: what is shown when it is shown, the rest in slices so that it can be counted. */
export function createJudgements(
  recording: RecordingStore,
  scheduler: Scheduler,
  judge: typeof diagnose,
  listener: CountingListener = NOBODY,
): Judgements {
  const kept = new Map<string, Kept>();
  const counter = createTally();
  const tally = signal<Tally>(counter.read(0));
  const failure = signal<string | null>(null);
  let uncounted = new Map<string, Exchange>();
  let running = false;
  /** When the counting began that is under way, or was last shown how far it is. */
  let shownAt = 0;

  const make = (exchange: Exchange): Diagnosis => {
    try {
      return judge(exchange, recording.log.around(exchange));
    } catch (error) {
      failure.value = messageOf(error);
      return unjudged(exchange);
    }
  };
  const count = (exchange: Exchange, diagnosis: Countable): boolean => {
    if (recording.log.get(exchange.id)?.revision !== exchange.revision) return false;
    uncounted.delete(exchange.id);
    if (!counter.count(exchange, diagnosis)) return false;
    listener.counted(exchange.id);
    return true;
  };
  const publish = () => {
    shownAt = scheduler.now();
    batch(() => {
      tally.value = counter.read(uncounted.size);
      listener.settled();
    });
  };
  // What a row's own judgement changed is shown with the next turn: signals must not change while something is rendered.
  let publishing = false;
  const publishSoon = () => {
    if (publishing) return;
    publishing = true;
    scheduler.idle(() => {
      publishing = false;
      publish();
    });
  };
  const of = (exchange: Exchange, fresh = false): Diagnosis => {
    const before = kept.get(exchange.id);
    const context = recording.log.contextOf(exchange);
    const now = scheduler.now();
    if (before?.revision === exchange.revision) {
      if (before.context === context || (!fresh && now - before.madeAt < CONTEXT_MS)) return before.diagnosis;
    }
    const diagnosis = make(exchange);
    kept.delete(exchange.id);
    kept.set(exchange.id, { revision: exchange.revision, context, madeAt: now, diagnosis });
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    if (count(exchange, diagnosis)) publishSoon();
    return diagnosis;
  };
  const slice = (budget: number) => {
    const end = scheduler.now() + budget;
    for (const exchange of uncounted.values()) {
      count(exchange, isPlainlyPending(exchange) ? PENDING : make(exchange));
      uncounted.delete(exchange.id);
      if (scheduler.now() >= end) break;
    }
  };
  const work = () => {
    slice(SLICE_MS);
    running = uncounted.size > 0;
    if (!running || scheduler.now() - shownAt >= PUBLISH_MS) publish();
    if (running) scheduler.idle(work);
  };

  recording.onChange((change) => {
    if (change.reset) {
      uncounted = new Map();
      kept.clear();
      counter.reset();
    }
    for (const id of change.removed) {
      uncounted.delete(id);
      kept.delete(id);
      counter.remove(id);
    }
    for (const exchange of change.changed) uncounted.set(exchange.id, exchange);
    // A few new calls are counted before the frame is painted: no flicker between "counting" and the result.
    slice(SLICE_MS);
    const done = uncounted.size === 0;
    // Of many, what is counted by now would be rendered now, and all of it once more when the rest has been.
    if (done || running || change.reset || change.removed.length > 0) publish();
    else shownAt = scheduler.now();
    if (running || done) return;
    running = true;
    scheduler.idle(work);
  });

  return {
    of,
    factsOf: counter.factsOf,
    ofServer: counter.ofServer,
    tally,
    failure,
    finish() {
      slice(Number.POSITIVE_INFINITY);
      publish();
    },
  };
}
