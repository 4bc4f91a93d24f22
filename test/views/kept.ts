import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from '../../scripts/browsers/browser.ts';
import type { Combination } from './take.ts';

/** Of each browser both themes and both widths; of the low panel what has to be in it without scrolling. */
export const KEPT: Readonly<Record<BrowserName, readonly Combination[]>> = {
  chromium: [
    { size: 'wide', theme: 'light' },
    { size: 'narrow', theme: 'dark' },
    { size: 'low', theme: 'dark', only: ['one-failure', 'hand-over'] },
  ],
  firefox: [
    { size: 'wide', theme: 'dark' },
    { size: 'narrow', theme: 'light' },
    { size: 'low', theme: 'light', only: ['one-failure', 'hand-over'] },
  ],
};

const FOLDER = new URL('kept/', import.meta.url);

export const keptFile = (browser: BrowserName, { size, theme }: Combination, view: string): string =>
  fileURLToPath(new URL(`${browser}-${size}-${theme}/${view}.png`, FOLDER));

export const VERSIONS_FILE = fileURLToPath(new URL('versions.json', FOLDER));

export type Versions = Readonly<Record<BrowserName, string>>;
/** The browsers that the pictures were taken in. */
export const keptVersions = (): Versions => JSON.parse(readFileSync(VERSIONS_FILE, 'utf8')) as Versions;
