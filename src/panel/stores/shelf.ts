import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../../settings/settings.ts';

/** What is remembered of the filter while the browser runs. */
export interface FilterState {
  readonly text: string;
  readonly onlyBlocked: boolean;
}

/** What outlives the panel: the browser's storage in the extension, memory in a plain page. */
export interface Shelf {
  /** As stored when the panel was opened. */
  readonly settings: Settings;
  readonly filter: FilterState;
  readonly saveSettings: (settings: Settings) => void;
  readonly saveFilter: (filter: FilterState) => void;
  /** Calls back when the settings were changed elsewhere: in another tab's panel. */
  readonly onSettings: (listener: (settings: Settings) => void) => void;
}

export const NO_FILTER: FilterState = { text: '', onlyBlocked: false };

const LONGEST = 2000;

/** A filter from whatever was stored: what cannot be used is left out. Never throws. */
export function parseFilter(stored: unknown): FilterState {
  if (typeof stored !== 'object' || stored === null) return NO_FILTER;
  const { text, onlyBlocked } = stored as Readonly<Record<string, unknown>>;
  return { text: typeof text === 'string' ? text.slice(0, LONGEST) : '', onlyBlocked: onlyBlocked === true };
}

/** Remembers nothing beyond the page: for tests and the plain page. */
export function memoryShelf(stored: unknown = DEFAULT_SETTINGS, filter: FilterState = NO_FILTER): Shelf {
  return {
    settings: parseSettings(stored),
    filter,
    saveSettings: () => {},
    saveFilter: () => {},
    onSettings: () => {},
  };
}
