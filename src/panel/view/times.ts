import type { Exchange } from '../../exchange/exchange.ts';
import type { TimeFormat } from '../../settings/settings.ts';
import { words } from '../../words/language.ts';
import { ui } from '../../words/ui.ts';
import type { Language } from '../../words/words.ts';

const clocks = new Map<Language, Intl.DateTimeFormat>();
function clock(language: Language): Intl.DateTimeFormat {
  const made =
    clocks.get(language) ??
    new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  clocks.set(language, made);
  return made;
}

const SECONDS_LIMIT = 1000;
const seconds = new Map<string, string>();

/** Wall-clock time `14:03:22` of milliseconds since the epoch, in the user's time zone. */
export function clockTime(time: number): string {
  if (!Number.isFinite(time)) return '–';
  // Formatting takes longer than all else in a row's cells, and calls come many to a second.
  const { language } = words();
  const second = Math.floor(time / 1000);
  const key = `${language} ${second}`;
  const known = seconds.get(key);
  if (known !== undefined) return known;
  if (seconds.size >= SECONDS_LIMIT) seconds.clear();
  const text = clock(language).format(time);
  seconds.set(key, text);
  return text;
}

/** A moment as the user wants it. `loadedAt`: when the page load before it began, null when none was seen. */
export function timeText(time: number, format: TimeFormat, loadedAt: number | null): string {
  if (!Number.isFinite(time)) return '–';
  if (format === 'since-load' && loadedAt !== null) return ui.sinceLoad(time - loadedAt);
  if (format === 'milliseconds') return `${clockTime(time)}.${String(Math.floor(time) % 1000).padStart(3, '0')}`;
  return clockTime(time);
}

/** How long a call took in ms; null while it is open. */
export const durationOf = (exchange: Exchange): number | null =>
  exchange.end ? Math.max(0, exchange.end.at - exchange.startedAt) : null;

/** The status of the last answer that was seen; null when none was. */
export function lastStatus(exchange: Exchange): number | null {
  return exchange.hops.at(-1)?.response?.status ?? null;
}

/** What the preflights took together as webRequest saw them, in ms; null when none has ended. */
export function preflightTook(exchange: Exchange): number | null {
  const took = exchange.hops.flatMap(({ preflight }) =>
    preflight?.end ? [preflight.end.at - preflight.startedAt] : [],
  );
  return took.length === 0 ? null : took.reduce((sum, ms) => sum + Math.max(0, ms), 0);
}
