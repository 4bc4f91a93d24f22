export interface Parcels<T> {
  readonly add: (item: T) => void;
  /** Sends what waits. */
  readonly flush: () => void;
}

/** How long what comes waits for more, in ms: usually, and at the most. */
const PAUSE = 4;
const LONGEST = 100;
/** More than this came together: the next waits so many times as many ms. */
const FEW = 8;
/** So many go together at the most. */
const MOST = 1_000;

/**
 * Sends in one piece what comes close together. What comes alone waits a few ms, what comes in a flood up to a tenth of a
 * second: each piece costs the browser the same, were there one event in it or a hundred.
 */
export function createParcels<T>(
  send: (items: readonly T[]) => void,
  later: (ms: number, then: () => void) => void,
): Parcels<T> {
  let waiting: T[] = [];
  let pause = PAUSE;
  let turn = 0;

  const flush = (): void => {
    turn += 1;
    if (waiting.length === 0) return;
    const items = waiting;
    waiting = [];
    pause = items.length <= FEW ? PAUSE : Math.min(LONGEST, PAUSE * items.length);
    send(items);
  };
  return {
    add(item) {
      waiting.push(item);
      if (waiting.length >= MOST) flush();
      if (waiting.length !== 1) return;
      const mine = turn;
      later(pause, () => {
        if (mine === turn) flush();
      });
    },
    flush,
  };
}
