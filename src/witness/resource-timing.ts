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
 * ones, since the page's own buffer takes no more than 250. Frames of the page's origin are asked along with it. What is
 * not known to have arrived is told again: an answer can get lost on its way.
 * @param heard the document that answered last, and the number of its last entry that has arrived
 */
export const timingQuestion = (heard: { readonly document: string; readonly last: number }): string =>
  `(${readTimings})(${ENTRIES}, ${JSON.stringify(heard.document)}, ${Number(heard.last)})`;

/** What the page answered: its document, and the entries. */
export interface TimingAnswer {
  readonly document: string;
  /** The number of the last entry, to be handed in with the next question. */
  readonly last: number;
  readonly sightings: readonly TimingSighting[];
}

/** Runs in the page. Self-contained: it is handed over as text. */
function readTimings(limit: number, document: string, heard: number): unknown {
  type View = Window & typeof globalThis;
  type Row = readonly [
    number: number,
    name: string,
    initiatorType: string,
    status: number,
    startedAt: number,
    top: boolean,
  ];
  type Kept = { readonly id: string; rows: Row[]; count: number; readonly watched: WeakMap<object, () => void> };
  const key = Symbol.for('cors-lens resource timing');
  const holder = window as unknown as Record<symbol, Kept | undefined>;
  const kept = holder[key] ?? { id: `${Date.now()}-${Math.random()}`, rows: [], count: 0, watched: new WeakMap() };
  if (holder[key] === undefined) Object.defineProperty(window, key, { value: kept });

  const look = (view: View, depth: number): void => {
    try {
      const { document: shown, performance } = view; // a frame's window stays when it navigates, its document does not
      if (!kept.watched.has(shown)) {
        const take = (entries: readonly PerformanceEntry[]) => {
          // The page's clock runs on while the wall clock is set: the difference is taken anew each time.
          const zero = view.Date.now() - performance.now();
          for (const { name, initiatorType, responseStatus, startTime } of entries as PerformanceResourceTiming[]) {
            const called = initiatorType === 'fetch' || initiatorType === 'xmlhttprequest';
            if (!called && name.startsWith(`${view.location.origin}/`)) continue;
            kept.rows.push([++kept.count, name, initiatorType, responseStatus, zero + startTime, view === window]);
          }
          if (kept.rows.length > 2 * limit) kept.rows = kept.rows.slice(-limit);
        };
        take(performance.getEntriesByType('resource'));
        const observer = new view.PerformanceObserver((list) => take(list.getEntries()));
        observer.observe({ type: 'resource' });
        kept.watched.set(shown, () => take(observer.takeRecords()));
      }
      kept.watched.get(shown)?.();
      for (let i = 0; i < view.frames.length && i < 20 && depth < 3; i++) look(view.frames[i] as View, depth + 1);
    } catch {
      // A frame of another origin, which may not be asked.
    }
  };
  look(window, 0);
  if (kept.id === document) kept.rows = kept.rows.filter(([number]) => number > heard);
  return [kept.id, kept.rows.slice(0, limit)];
}

/** The page's answer; rows that are none are left out. Null when the page could not be asked. */
export function readTimingAnswer(answer: unknown): TimingAnswer | null {
  if (!Array.isArray(answer)) return null;
  const [document, told] = listOf(answer, 2);
  const rows = listOf(told, ENTRIES);
  const last = numberOf(listOf(rows.at(-1), 1)[0]) ?? 0;
  return { document: textOf(document, 60) ?? '', last, sightings: rows.flatMap(readRow) };
}

function readRow(row: unknown): readonly TimingSighting[] {
  const [, name, type, status, startedAt, top] = listOf(row, 6);
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
    },
  ];
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
