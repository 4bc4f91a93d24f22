import type { Exchange } from '../exchange/exchange.ts';
import type { StoreChange } from './store.ts';

export interface BatchesOptions {
  /** Tells the panel; called with something only. */
  readonly send: (changed: readonly Exchange[], removed: readonly string[]) => void;
  /** Runs `then` when the event that is being handled has been. */
  readonly soon: (then: () => void) => void;
  /** Runs `then` once after `ms`. */
  readonly later: (ms: number, then: () => void) => void;
}

export interface Batches {
  readonly queue: (change: StoreChange) => void;
  /** Sends what waits, whether or not the panel has taken the batch before. */
  readonly flush: () => void;
  /** The panel has shown what it was sent. */
  readonly taken: () => void;
  /** Forgets what waits. */
  readonly forget: () => void;
}

/** A panel that has not taken a batch by then is sent the next one all the same, in ms. */
const PATIENCE = 500;

/**
 * Hands changes to the panel as fast as it takes them: at once when it waits, and while it is busy what comes is gathered,
 * each exchange once. The panel takes at most one batch a frame, in a flood fewer.
 * Reality: Chromium holds the timers of a devtools page, which nobody sees, to one a second. With batches by a timer of
 * 16 ms a row stood in the panel half a second after the answer (median); the panel's own pace knows no such limit.
 */
export function createBatches({ send, soon, later }: BatchesOptions): Batches {
  const changed = new Map<string, Exchange>();
  const removed = new Set<string>();
  let scheduled = false;
  /** How many batches were sent; the last one that the panel is still busy with, or 0. */
  let sent = 0;
  let under = 0;

  const flush = () => {
    if (changed.size === 0 && removed.size === 0) return;
    const batch = [[...changed.values()], [...removed]] as const;
    changed.clear();
    removed.clear();
    sent += 1;
    under = sent;
    const mine = sent;
    later(PATIENCE, () => {
      if (under === mine) taken();
    });
    send(...batch);
  };
  const taken = () => {
    under = 0;
    flush();
  };

  return {
    queue(change) {
      for (const exchange of change.changed) {
        changed.set(exchange.id, exchange);
        // One that was dropped while it was open comes back when it ends: the panel takes removals last.
        removed.delete(exchange.id);
      }
      for (const id of change.removed) {
        changed.delete(id);
        removed.add(id);
      }
      if (scheduled || under !== 0) return;
      scheduled = true;
      soon(() => {
        scheduled = false;
        if (under === 0) flush();
      });
    },
    flush,
    taken,
    forget() {
      changed.clear();
      removed.clear();
    },
  };
}
