import type { Exchange, ResourceTiming } from '../exchange/exchange.ts';
import { listOf, numberOf, textOf, urlOf } from './hostile.ts';
import type { Candidate, Sighting } from './match.ts';

/** A candidate with its exchange as far as it is known by now. */
export interface ExchangeCandidate extends Candidate {
  readonly exchange: Exchange;
}

export interface TimingSighting extends Sighting<ExchangeCandidate> {
  readonly timing: Omit<ResourceTiming, 'matchedBy'>;
}

/** How many entries one question brings at the most. */
const ENTRIES = 500;

/**
 * The question, an expression for the page's own world (an extension's isolated world sees the real status of blocked
 * calls, and so learns nothing). It wraps nothing: it reads the entries that are there, and keeps an observer for later
 * ones, since the page's own buffer takes no more than 250. Frames of the page's origin are asked along with it.
 */
export const TIMING_QUESTION = `(${readTimings})(${ENTRIES})`;

/** Runs in the page. Self-contained: it is handed over as text. */
function readTimings(limit: number): unknown {
  type View = Window & typeof globalThis;
  type Row = readonly [name: string, initiatorType: string, status: number, startedAt: number, top: boolean];
  const key = Symbol.for('cors-lens resource timing');
  const rows: Row[] = [];
  const look = (view: View, depth: number): void => {
    try {
      type Kept = { readonly take: () => Row[] };
      let kept = (view as unknown as Record<symbol, Kept | undefined>)[key];
      if (kept === undefined) {
        const { performance } = view;
        let waiting: Row[] = [];
        const take = (entries: readonly PerformanceEntry[]) => {
          // The page's clock runs on while the wall clock is set: the difference is taken anew each time.
          const zero = view.Date.now() - performance.now();
          for (const entry of entries as PerformanceResourceTiming[]) {
            const called = entry.initiatorType === 'fetch' || entry.initiatorType === 'xmlhttprequest';
            if (!called && entry.name.startsWith(`${view.location.origin}/`)) continue;
            waiting.push([entry.name, entry.initiatorType, entry.responseStatus, zero + entry.startTime, view === top]);
          }
          if (waiting.length > 4 * limit) waiting = waiting.slice(-limit);
        };
        take(performance.getEntriesByType('resource'));
        const observer = new view.PerformanceObserver((list) => take(list.getEntries()));
        observer.observe({ type: 'resource' });
        kept = {
          take() {
            take(observer.takeRecords());
            return waiting.splice(0, limit);
          },
        };
        Object.defineProperty(view, key, { value: kept });
      }
      rows.push(...kept.take());
      for (let i = 0; i < view.frames.length && i < 20 && depth < 3; i++) look(view.frames[i] as View, depth + 1);
    } catch {
      // A frame of another origin, which may not be asked.
    }
  };
  look(window, 0);
  return rows.slice(0, limit);
}

/** The page's answer, row by row; rows that are none are left out. */
export function readTimingRows(answer: unknown): readonly TimingSighting[] {
  return listOf(answer, ENTRIES).flatMap((row) => {
    const [name, type, status, startedAt, top] = listOf(row, 5);
    const url = urlOf(name);
    const initiatorType = textOf(type, 40);
    const responseStatus = numberOf(status);
    const began = numberOf(startedAt);
    if (url === null || initiatorType === null || responseStatus === null || began === null) return [];
    if (initiatorType === 'beacon') return []; // always 0
    return [
      {
        url,
        method: null,
        startedAt: began,
        order: null,
        says: `${responseStatus} ${initiatorType}`,
        fits: ({ exchange }) => fits(exchange, initiatorType, responseStatus, top === true),
        timing: { initiatorType, responseStatus },
      } satisfies TimingSighting,
    ];
  });
}

function fits(exchange: Exchange, initiatorType: string, status: number, top: boolean): boolean {
  // Workers' calls have no document, and no entry in the page's timeline.
  if (exchange.documentId === null || (exchange.frameId === 0) !== top) return false;
  if (exchange.type === 'xmlhttprequest' ? !CALLS.includes(initiatorType) : kindOfInitiator(initiatorType) !== null)
    return false;
  const seen = exchange.hops.at(-1)?.response?.status ?? 0;
  // Reality: webRequest shows the 304 of a revalidation, the page gets the stored status.
  return status === 0 || status === seen || seen === 304;
}

/** Reality: Firefox has the entry of an EventSource under `other`, and its request under `xmlhttprequest`. */
const CALLS: readonly string[] = ['fetch', 'xmlhttprequest', 'other'];

/** `fetch` and `xhr` are one type to webRequest. Null for the initiators of elements. */
export const kindOfInitiator = (initiatorType: string): string | null =>
  initiatorType === 'fetch' ? 'fetch' : initiatorType === 'xmlhttprequest' ? 'xhr' : null;
