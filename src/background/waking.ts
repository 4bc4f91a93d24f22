import type { Scope } from '../capture/listen.ts';

/** The one word that is kept while somebody records. */
const KEY = 'somebody-records';

/** What outlives a background. */
export type KeptStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface WakingOptions {
  /** Answers in a background's first turn, as nothing else does; absent in Chromium's service worker. */
  readonly storage: KeptStorage | null;
  /** Adds listeners that hold as long as this background does. */
  readonly listenToAll: () => void;
  /** Starts this background anew. */
  readonly restart: () => void;
  /** Runs `then` when recorders that there are have had time to say hello. */
  readonly later: (then: () => void) => void;
}

export interface Waking {
  /** What to listen to in the first turn. */
  readonly first: Scope;
  /** A recorder has said hello. */
  joined(recorder: object): void;
  left(recorder: object): void;
}

/**
 * Decides whether the background listens from its first turn on, so that the browser starts a stopped one for every
 * request.
 * Reality: Firefox 153 goes on to do so for a listener that was added in a first turn and removed later
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=1899767), until a start that does not add it. So each request of any tab
 * woke the background, DevTools or no DevTools, which cost as much as recording does. Whether somebody records is
 * therefore kept beyond the background's end: only then it listens at once. The first recorder's hello starts it anew, so
 * that what it adds counts as added in a first turn. When the last has gone, the next request wakes it once more.
 */
export function createWaking({ storage, listenToAll, restart, later }: WakingOptions): Waking {
  const recorders = new Set<object>();
  const kept = storage === null || storage.getItem(KEY) !== null;
  let restarted = kept;

  const settle = (): void => {
    if (recorders.size === 0) storage?.removeItem(KEY);
  };
  later(settle);
  return {
    first: kept ? { kind: 'everything' } : { kind: 'tabs', tabIds: [], workers: false },
    joined(recorder) {
      recorders.add(recorder);
      storage?.setItem(KEY, 'yes');
      if (restarted) return;
      restarted = true;
      listenToAll(); // should the restart be refused, nothing but the waking is missing
      restart();
    },
    left(recorder) {
      recorders.delete(recorder);
      later(settle);
    },
  };
}
