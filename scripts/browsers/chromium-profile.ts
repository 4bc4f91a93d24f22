import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DockSide, Theme } from './browser.ts';

/**
 * Writes DevTools' settings into a new profile: it reads them once, when it opens.
 * Each is a JSON text within JSON; some versions read them from the synchronised half.
 */
export function writeDevtoolsSettings(profile: string, theme: Theme, dock: DockSide, panelHeight?: number): void {
  const split = JSON.stringify({ horizontal: { size: panelHeight } });
  const settings = {
    'ui-theme': JSON.stringify(theme === 'dark' ? 'dark' : 'default'),
    uiTheme: JSON.stringify(theme === 'dark' ? 'dark' : 'default'),
    currentDockState: JSON.stringify(dock),
    ...(panelHeight === undefined
      ? {}
      : { 'inspector-view.split-view-state': split, 'InspectorView.splitViewState': split }),
    releaseNoteVersionSeen: '10000',
    'disable-self-xss-warning': 'true',
  };
  const folder = join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'Preferences'),
    JSON.stringify({ devtools: { preferences: settings, synced_preferences_sync_disabled: settings } }),
  );
}
