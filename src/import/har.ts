import { browserInfo } from '../capture/browser-info.ts';
import { callsOf } from './har-calls.ts';
import { type HarEntry, type HarWriter, readEntry } from './har-entry.ts';
import { exchangeOf } from './har-exchange.ts';
import { embedderPolicyIn } from './har-opaque.ts';
import { withStoredAnswers } from './har-stored.ts';
import type { Imported, Lack, LackCode, Opened } from './imported.ts';
import { fields, isFields, list, Malformed, textOr } from './shape.ts';

/**
 * The exchanges of a HAR 1.2 that Chromium or Firefox exported. http://www.softwareishard.com/blog/har-12-spec/
 * Entries that cannot be read are left out and counted.
 * @param value the parsed file: an object with a `log`
 */
export function openHar(value: unknown): Opened {
  const log = fields(fields(value, '').log, 'log');
  const items = list(log.entries, 'log.entries');
  const browser = browserOf(log, items);
  if (browser === null) return { ok: false, code: 'har-of-unknown-browser', detail: writerOf(log) };
  const writer: HarWriter = /^firefox\b/i.test(writerOf(log)) ? 'netmonitor' : 'devtools';
  let unreadable = 0;
  const read = items.flatMap((item, index): HarEntry[] => {
    try {
      return [readEntry(item, index, writer)];
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      unreadable += 1;
      return [];
    }
  });
  if (read.length === 0 && items.length > 0) return { ok: false, code: 'malformed', detail: 'log.entries' };

  const { entries, lost } = withStoredAnswers(read.filter(({ url }) => /^(?:https?|wss?):/i.test(url)));
  const pages = pagesOf(log);
  const isSent = (entry: HarEntry) => writer === 'devtools' || entry.final || entry.status > 0;
  const all = callsOf(entries, writer);
  const calls = all.filter(({ hops: [{ entry }] }) => isSent(entry));
  const file = { browser: browser.name, writer, embedderPolicy: embedderPolicyIn(entries) };
  const exchanges = calls.flatMap((call) => {
    const [{ entry }] = call.hops;
    return exchangeOf(call, file, (entry.page === null ? null : pages.get(entry.page)?.url) ?? null) ?? [];
  });
  const navigations = [...pages.values()];
  const times = [...navigations.map(({ time }) => time), ...entries.map(({ start }) => start)];
  return {
    ok: true,
    recording: {
      from: 'har',
      writer: writerOf(log),
      browser,
      pageUrl: navigations.at(-1)?.url ?? null,
      recordedAt: times.length === 0 ? null : new Date(Math.min(...times)).toISOString(),
      exchanges,
      navigations,
      lacks: lacksOf(writer, entries, { lost: lost.size, neverSent: all.length - calls.length, unreadable }),
    },
  };
}

/** Chromium does not name itself: its User-Agent header does. */
function browserOf(log: Readonly<Record<string, unknown>>, items: readonly unknown[]): Imported['browser'] | null {
  const named = isFields(log.browser) ? log.browser : isFields(log.creator) ? log.creator : {};
  const name = textOr(named.name, '').toLowerCase();
  if (name === 'firefox' || name === 'chromium') return { name, version: textOr(named.version, 'unknown') };
  for (const item of items) {
    const request = isFields(item) && isFields(item.request) ? item.request : {};
    for (const header of Array.isArray(request.headers) ? request.headers.filter(isFields) : []) {
      const agent = textOr(header.value, '');
      if (textOr(header.name, '').toLowerCase() === 'user-agent' && /(?:Firefox|Chrome)\//.test(agent))
        return browserInfo(agent);
    }
  }
  return null;
}

function writerOf({ creator }: Readonly<Record<string, unknown>>): string {
  if (!isFields(creator)) return '';
  return `${textOr(creator.name, '')} ${textOr(creator.version, '')}`.trim();
}

function pagesOf({ pages }: Readonly<Record<string, unknown>>): ReadonlyMap<string, Imported['navigations'][number]> {
  const known = new Map<string, Imported['navigations'][number]>();
  for (const page of Array.isArray(pages) ? pages.filter(isFields) : []) {
    const time = Date.parse(textOr(page.startedDateTime, ''));
    // Both browsers write the page's URL as its title.
    const url = textOr(page.title, '');
    if (typeof page.id === 'string' && /^https?:/i.test(url) && !Number.isNaN(time)) known.set(page.id, { url, time });
  }
  return known;
}

function lacksOf(
  writer: HarWriter,
  entries: readonly HarEntry[],
  { lost, neverSent, unreadable }: { readonly lost: number; readonly neverSent: number; readonly unreadable: number },
): readonly Lack[] {
  const counted = (code: LackCode, count: number): readonly Lack[] => (count === 0 ? [] : [{ code, count }]);
  const always = (code: LackCode): Lack => ({ code, count: null });
  const firefox = writer === 'netmonitor';
  const named = (name: RegExp) =>
    entries.some(({ requestHeaders }) => requestHeaders.some((header) => name.test(header[0])));
  return [
    ...(firefox ? [always('endings'), always('resource-types')] : []),
    always('frames'),
    always('credentials-witness'),
    ...(entries.length > 0 && !named(/^(?:cookie|authorization)$/i) ? [always('cookies')] : []),
    ...counted('provisional-headers', firefox ? 0 : entries.filter(({ final, status }) => !final && status > 0).length),
    ...counted('stored-answers', lost),
    ...counted('never-sent', neverSent),
    ...counted('unreadable-entries', unreadable),
  ];
}
