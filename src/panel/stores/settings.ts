import { type ReadonlySignal, signal } from '@preact/signals';
import { parseSettings, type Settings } from '../../settings/settings.ts';
import type { RecordingStore } from './recording.ts';
import type { Shelf } from './shelf.ts';

export interface SettingsStore {
  readonly current: ReadonlySignal<Settings>;
  /** Changes some settings, at once and for good. */
  readonly change: (some: Partial<Settings>) => void;
}

/** What the recorder must know is told it as well: it keeps the calls. */
export function createSettingsStore(shelf: Shelf, recording: RecordingStore): SettingsStore {
  const current = signal(shelf.settings);
  shelf.onSettings((settings) => {
    current.value = settings;
  });
  return {
    current,
    change(some) {
      const before = current.value;
      const next = parseSettings({ ...before, ...some });
      current.value = next;
      shelf.saveSettings(next);
      if (next.keep !== before.keep || some.keep !== undefined) recording.keep(next.keep);
      if (next.limit !== before.limit) recording.setLimit(next.limit);
    },
  };
}
