import type { Scheduler } from '../../../src/panel/stores/scheduler.ts';

export interface HandClock extends Scheduler {
  /** Runs what waits for a frame, once. */
  paint(): void;
  /** Runs one round of idle work; returns whether there was any. */
  rest(): boolean;
  /** Lets time pass and fires what falls due. */
  pass(ms: number): void;
  /** Every look at the clock takes this long, so that slices of work end. */
  costOfLooking: number;
  readonly frames: number;
}

/** Time that only moves when a test says so. */
export function handClock(): HandClock {
  let time = 0;
  let frames: (() => void)[] = [];
  let idle: (() => void)[] = [];
  let asked = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  const clock = {
    costOfLooking: 0,
    get frames() {
      return asked;
    },
    now() {
      time += clock.costOfLooking;
      return time;
    },
    frame(run: () => void) {
      asked += 1;
      frames.push(run);
    },
    idle(run: () => void) {
      idle.push(run);
    },
    after(ms: number, run: () => void) {
      const timer = { at: time + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    paint() {
      const due = frames;
      frames = [];
      for (const run of due) run();
    },
    rest() {
      const due = idle;
      idle = [];
      for (const run of due) run();
      return due.length > 0;
    },
    pass(ms: number) {
      time += ms;
      for (const timer of [...timers]) {
        if (timer.at > time) continue;
        timers.delete(timer);
        timer.run();
      }
    },
  };
  return clock;
}
