/** Columns of the list that can be taken away. Verdict, method and URL always stay: without them a row says nothing. */
export const COLUMNS = ['cause', 'origin', 'preflight', 'status', 'type', 'duration', 'time'] as const;
export type Column = (typeof COLUMNS)[number];

export const ORDERS = ['worst', 'time'] as const;
/** `worst`: the blocked first, within each page load. `time`: as they began. */
export type Order = (typeof ORDERS)[number];

export const TIME_FORMATS = ['clock', 'milliseconds', 'since-load'] as const;
/** `clock`: 14:03:22. `milliseconds`: 14:03:22.518. `since-load`: seconds after the page load. */
export type TimeFormat = (typeof TIME_FORMATS)[number];

export const LANGUAGE_CHOICES = ['auto', 'en', 'de'] as const;
/** `auto`: as the browser prefers. */
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

/** How many calls a tab's recording may hold, and what it holds unless told otherwise. */
export const LIMITS = { least: 100, start: 10_000, most: 200_000 } as const;

/** What the user has chosen, for all tabs and for good. */
export interface Settings {
  readonly columns: readonly Column[];
  readonly order: Order;
  /** Calls of earlier pages are kept when the tab navigates. */
  readonly keep: boolean;
  readonly limit: number;
  /** Further names of headers and of URL parameters whose values are secrets; lower case. */
  readonly redact: readonly string[];
  readonly time: TimeFormat;
  readonly language: LanguageChoice;
}

export const DEFAULT_SETTINGS: Settings = {
  columns: ['cause', 'origin', 'preflight', 'status', 'time'],
  order: 'worst',
  keep: false,
  limit: LIMITS.start,
  redact: [],
  time: 'clock',
  language: 'auto',
};

/** Under which the settings are stored. */
export const SETTINGS_KEY = 'settings';

const LONGEST_NAME = 100;
const MOST_NAMES = 200;

/** The nearest limit that is possible; the default for what is no number. */
export const clampLimit = (limit: number): number =>
  Number.isFinite(limit) ? Math.min(LIMITS.most, Math.max(LIMITS.least, Math.round(limit))) : LIMITS.start;

/** Names from text as a user types it: one a line, or between commas or spaces. */
export const namesIn = (text: string): readonly string[] =>
  [...new Set(text.toLowerCase().split(/[\s,;:]+/))]
    .filter((name) => name !== '' && name.length <= LONGEST_NAME)
    .slice(0, MOST_NAMES);

/** Settings from whatever was stored, by this version or another: what cannot be used is the default's. Never throws. */
export function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  const { columns, order, keep, limit, redact, time, language } = stored as Readonly<Record<string, unknown>>;
  return {
    columns: Array.isArray(columns) ? COLUMNS.filter((column) => columns.includes(column)) : DEFAULT_SETTINGS.columns,
    order: oneOf(ORDERS, order, DEFAULT_SETTINGS.order),
    keep: typeof keep === 'boolean' ? keep : DEFAULT_SETTINGS.keep,
    limit: typeof limit === 'number' ? clampLimit(limit) : DEFAULT_SETTINGS.limit,
    redact: Array.isArray(redact) ? namesIn(redact.filter((name) => typeof name === 'string').join('\n')) : [],
    time: oneOf(TIME_FORMATS, time, DEFAULT_SETTINGS.time),
    language: oneOf(LANGUAGE_CHOICES, language, DEFAULT_SETTINGS.language),
  };
}

const oneOf = <T extends string>(choices: readonly T[], value: unknown, otherwise: T): T =>
  choices.find((choice) => choice === value) ?? otherwise;
