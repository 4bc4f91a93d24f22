import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { BrowserName } from './browser.ts';

/** An installed browser that the extension can be loaded into. */
export interface Find {
  readonly name: BrowserName;
  readonly path: string;
}

/** Names to look for along PATH, best first. */
const COMMANDS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'google-chrome-beta',
    'microsoft-edge-stable',
    'microsoft-edge',
    'chrome',
  ],
  firefox: ['firefox-developer-edition', 'firefox-nightly', 'firefox', 'firefox-esr'],
};

const MAC_APPS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: [
    'Firefox.app/Contents/MacOS/firefox',
    'Firefox Developer Edition.app/Contents/MacOS/firefox',
    'Firefox Nightly.app/Contents/MacOS/firefox',
  ],
};

const WINDOWS_PROGRAMS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome for Testing\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe', 'Firefox Nightly\\firefox.exe'],
};

export const OVERRIDES: Readonly<Record<BrowserName, string>> = {
  chromium: 'CORS_LENS_CHROMIUM',
  firefox: 'CORS_LENS_FIREFOX',
};

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly isExecutable: (path: string) => boolean;
}

/** Every place where the browser may stand, best first; a path in the override variable stands alone. */
export function candidates(name: BrowserName, at: Pick<Surroundings, 'platform' | 'env' | 'home'>): readonly string[] {
  const override = at.env[OVERRIDES[name]];
  if (override) return [override];
  const path = (at.env.PATH ?? at.env.Path ?? '').split(at.platform === 'win32' ? ';' : delimiter);
  const onPath = COMMANDS[name].flatMap((command) =>
    path
      .filter((folder) => folder !== '')
      .map((folder) => (at.platform === 'win32' ? `${folder}\\${command}.exe` : join(folder, command))),
  );
  if (at.platform === 'darwin') {
    const folders = ['/Applications', join(at.home, 'Applications')];
    return [...folders.flatMap((folder) => MAC_APPS[name].map((app) => join(folder, app))), ...onPath];
  }
  if (at.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((key) => at.env[key] ?? []);
    return [...folders.flatMap((folder) => WINDOWS_PROGRAMS[name].map((file) => `${folder}\\${file}`)), ...onPath];
  }
  return onPath;
}

/** The first candidate that can be run; null when the browser is not installed. */
export function findBrowser(name: BrowserName, at: Surroundings = here()): Find | null {
  const path = candidates(name, at).find(at.isExecutable);
  return path === undefined ? null : { name, path };
}

function here(): Surroundings {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    isExecutable(path) {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}
