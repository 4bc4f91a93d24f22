/** Time as the panel's stores see it, so that tests can turn it by hand. */
export interface Scheduler {
  /** Milliseconds, monotonic. */
  now(): number;
  /** Once, before the next paint; also when the panel is hidden and nothing is painted. */
  frame(run: () => void): void;
  /** Once, when the browser has handled what is waiting (input first). */
  idle(run: () => void): void;
  /** Once, after so many milliseconds. Returns the function that cancels it. */
  after(ms: number, run: () => void): () => void;
}

// A hidden panel has no animation frames, but the command line reads reports from it.
const HIDDEN_FRAME_MS = 100;

export const browserScheduler: Scheduler = {
  now: () => performance.now(),
  frame(run) {
    let done = false;
    const once = () => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      run();
    };
    const timer = setTimeout(once, HIDDEN_FRAME_MS);
    requestAnimationFrame(once);
  },
  idle(run) {
    setTimeout(run, 0);
  },
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
