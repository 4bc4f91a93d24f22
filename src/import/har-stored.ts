import type { HeaderList } from '../cors/header-list.ts';
import type { HarEntry } from './har-entry.ts';

/**
 * A 304 says only what has changed. Browsers judge the stored answer with these changes, and so does a live recording;
 * a HAR of Chromium holds the bare 304. The stored answer is the latest one to the same URL, if the file holds it.
 * https://www.rfc-editor.org/rfc/rfc9111.html#section-3.2
 */
export function withStoredAnswers(entries: readonly HarEntry[]): {
  readonly entries: readonly HarEntry[];
  /** Answers whose stored part is not in the file. */
  readonly lost: ReadonlySet<HarEntry>;
} {
  const stored = new Map<string, HeaderList>();
  const lost = new Set<HarEntry>();
  const inOrder = [...entries].sort((a, b) => a.start - b.start || a.index - b.index);
  const merged = inOrder.map((entry): HarEntry => {
    if (entry.status === 200) stored.set(entry.url, entry.responseHeaders);
    if (entry.status !== 304 || entry.method === 'OPTIONS') return entry;
    const before = stored.get(entry.url);
    if (before === undefined) {
      const unknown: HarEntry = { ...entry, status: 0, responseHeaders: [] };
      lost.add(unknown);
      return unknown;
    }
    const changed = new Set(entry.responseHeaders.map(([name]) => name.toLowerCase()));
    const responseHeaders = [...before.filter(([name]) => !changed.has(name.toLowerCase())), ...entry.responseHeaders];
    stored.set(entry.url, responseHeaders);
    return { ...entry, status: 200, responseHeaders, fromCache: true };
  });
  return { entries: merged, lost };
}
