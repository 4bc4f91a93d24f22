import type { Trace } from '../browsers/chromium-trace.ts';

/** What a document's main thread did in one stretch of a benchmark. Milliseconds. */
export interface FrameFigures {
  readonly frames: number;
  /** Between one frame and the next. */
  readonly medianGap: number;
  readonly p99Gap: number;
  readonly longestGap: number;
  /** Longest stretch without giving the browser a turn, and how many were over 50 ms. */
  readonly longestTask: number;
  readonly tasksOver50: number;
  /** The same in processor time: what other programs of the machine took is not in it. */
  readonly longestCpu: number;
  readonly cpuOver50: number;
  /** What the task that took most processor time was busy with. */
  readonly longestWas: string;
  /** Share of the time in which the main thread had a processor, in per cent. */
  readonly busy: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Figures of the thread that set the mark, between it and its end mark. @throws Error when the marks are not there */
export function figuresOf(trace: Trace, mark: string, frameTimes: readonly number[]): FrameFigures {
  const start = trace.marks.find(({ name }) => name === `${mark} start`);
  const end = trace.marks.findLast(({ name }) => name === `${mark} end`);
  if (!start || !end) throw new Error(`the trace has no marks of ${mark}`);
  const tasks = trace.tasks
    .filter((task) => task.thread === start.thread && task.start >= start.time && task.start < end.time)
    .map((task) => ({ ...task, wall: task.duration / 1000, cpu: task.cpu / 1000 }));
  const longest = (of: (task: (typeof tasks)[number]) => number): number =>
    tasks.reduce((most, task) => Math.max(most, of(task)), 0);
  const most = tasks.reduce((a, b) => (b.cpu > a.cpu ? b : a), tasks[0] ?? { start: 0, duration: 0, cpu: 0 });
  const inside = trace.parts
    .filter(({ thread, start: at }) => thread === start.thread && at >= most.start && at < most.start + most.duration)
    .toSorted((a, b) => b.cpu - a.cpu);
  const gaps = frameTimes.slice(1).map((time, index) => time - (frameTimes[index] ?? time));
  const sortedGaps = gaps.toSorted((a, b) => a - b);
  return {
    frames: gaps.length,
    medianGap: at(sortedGaps, 0.5),
    p99Gap: at(sortedGaps, 0.99),
    longestGap: sortedGaps.at(-1) ?? 0,
    longestTask: longest(({ wall }) => wall),
    tasksOver50: tasks.filter(({ wall }) => wall > 50).length,
    longestCpu: longest(({ cpu }) => cpu),
    longestWas: inside
      .slice(0, 6)
      .map(({ name, cpu }) => `${name} ${(cpu / 1000).toFixed(0)}`)
      .join(', '),
    cpuOver50: tasks.filter(({ cpu }) => cpu > 50).length,
    busy: (100 * tasks.reduce((sum, { cpu }) => sum + cpu, 0)) / ((end.time - start.time) / 1000),
  };
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;

export const told = (name: string, figures: FrameFigures): string =>
  `${name.padEnd(34)} frames ${String(figures.frames).padStart(5)}  gap ${ms(figures.medianGap)} median, ${ms(figures.p99Gap)} p99, ${ms(figures.longestGap)} longest  ` +
  `task ${ms(figures.longestTask)} longest, ${figures.tasksOver50} over 50 ms; of processor time ${ms(figures.longestCpu)} longest, ${figures.cpuOver50} over 50 ms  busy ${figures.busy.toFixed(0)} %\n${''.padEnd(34)} longest: ${figures.longestWas}`;
