import type { Cdp } from './cdp.ts';

/** One stretch of work of a renderer's main thread, in microseconds of the trace's own clock. */
export interface Task {
  readonly thread: string;
  readonly start: number;
  readonly duration: number;
  /** What of it the thread had a processor for; on a machine that does other things as well this is less. */
  readonly cpu: number;
}
/** A `performance.mark` of a page. */
export interface Mark {
  readonly thread: string;
  readonly name: string;
  readonly time: number;
}
/** What a task was busy with: a timer, a frame, a message, a garbage collection … by the browser's own name. */
export interface Part extends Task {
  readonly name: string;
}
export interface Trace {
  readonly tasks: readonly Task[];
  readonly parts: readonly Part[];
  readonly marks: readonly Mark[];
}

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

// The scheduler's own tasks: everything that a main thread does is done in one of them.
const TASK = 'ThreadControllerImpl::RunTask';
const CATEGORIES = ['toplevel', 'blink.user_timing', 'devtools.timeline', 'v8'];
/** Shorter parts of a task explain nothing, in microseconds. */
const PART_US = 3000;

const thread = ({ pid, tid }: TraceEvent): string => `${pid}.${tid}`;
const taskOf = (event: TraceEvent): Task => ({
  thread: thread(event),
  start: event.ts,
  duration: event.dur ?? 0,
  cpu: event.tdur ?? event.dur ?? 0,
});

/** Traces the whole browser while something runs. */
export async function trace(cdp: Cdp, run: () => Promise<void>): Promise<Trace> {
  const events: TraceEvent[] = [];
  let complete = () => {};
  const done = new Promise<void>((resolve) => {
    complete = resolve;
  });
  cdp.on((method, params) => {
    if (method === 'Tracing.dataCollected') events.push(...(params as { value: readonly TraceEvent[] }).value);
    if (method === 'Tracing.tracingComplete') complete();
  });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  try {
    await run();
  } finally {
    await cdp.send('Tracing.end');
    await done;
  }
  return {
    tasks: events.filter(({ name, dur }) => name === TASK && dur !== undefined).map(taskOf),
    parts: events
      .filter(({ name, cat, dur = 0 }) => name !== TASK && dur >= PART_US && /devtools\.timeline|v8/.test(cat))
      .map((event) => ({ ...taskOf(event), name: event.name })),
    marks: events
      .filter(({ cat }) => cat.includes('blink.user_timing'))
      .map((event) => ({ thread: thread(event), name: event.name, time: event.ts })),
  };
}

/** Bytes that a session's JavaScript holds after everything that can go has gone. */
export async function heapUsed(cdp: Cdp, session: string): Promise<number> {
  await cdp.send('HeapProfiler.enable', {}, session);
  await cdp.send('HeapProfiler.collectGarbage', {}, session);
  const { usedSize } = await cdp.send<{ usedSize: number }>('Runtime.getHeapUsage', {}, session);
  return usedSize;
}

/** Milliseconds of processor time that the process of a session's document has used so far. */
export async function processTime(cdp: Cdp, session: string): Promise<number> {
  await cdp.send('Performance.enable', {}, session);
  const { metrics } = await cdp.send<{ metrics: readonly { name: string; value: number }[] }>(
    'Performance.getMetrics',
    {},
    session,
  );
  const seconds = metrics.find(({ name }) => name === 'ProcessTime')?.value;
  if (seconds === undefined) throw new Error('the browser does not tell the processor time of a process');
  return seconds * 1000;
}
