import { parseSettings, SETTINGS_KEY } from '../settings/settings.ts';
import { parseFilter, type Shelf } from './stores/shelf.ts';

interface Area {
  get(key: string): Promise<Readonly<Record<string, unknown>>>;
  set(items: Readonly<Record<string, unknown>>): Promise<void>;
}
/** What is used of `browser.storage`. `session` is memory that lives as long as the browser runs. */
export interface BrowserStorage {
  readonly local: Area;
  readonly session: Area;
  readonly onChanged: {
    addListener(listener: (changes: Readonly<Record<string, { newValue?: unknown }>>, area: string) => void): void;
  };
}

const read = (area: Area, key: string): Promise<unknown> =>
  area.get(key).then(
    (stored) => stored[key],
    () => undefined,
  );

/** Settings are shared by all tabs; the filter belongs to one. A storage that fails costs the memory, not the panel. */
export async function openShelf(storage: BrowserStorage, tabId: number): Promise<Shelf> {
  const filterKey = `filter:${tabId}`;
  const [settings, filter] = await Promise.all([read(storage.local, SETTINGS_KEY), read(storage.session, filterKey)]);
  const write = (area: Area, key: string, value: unknown) => {
    void area.set({ [key]: value }).catch(() => {});
  };
  return {
    settings: parseSettings(settings),
    filter: parseFilter(filter),
    saveSettings: (next) => write(storage.local, SETTINGS_KEY, next),
    saveFilter: (next) => write(storage.session, filterKey, next),
    onSettings: (listener) =>
      storage.onChanged.addListener((changes, area) => {
        const change = changes[SETTINGS_KEY];
        if (area === 'local' && change) listener(parseSettings(change.newValue));
      }),
  };
}
