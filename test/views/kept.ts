import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from '../../scripts/browsers/browser.ts';
import type { Combination, Surroundings } from './take.ts';

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

export const TAKEN_IN_FILE = fileURLToPath(new URL('taken-in.json', FOLDER));

/** Where the pictures were taken. */
export const takenIn = (name: BrowserName): Surroundings =>
  (JSON.parse(readFileSync(TAKEN_IN_FILE, 'utf8')) as Record<BrowserName, Surroundings>)[name];

const major = ({ version }: Surroundings): string => version.split('.')[0] ?? '';

/** Why pictures taken here cannot be held against the kept ones; null when they can. */
export function notComparable(name: BrowserName, here: Surroundings): string | null {
  const there = takenIn(name);
  if (major(here) !== major(there))
    return `the kept pictures are of ${name} ${there.version}, and this is ${here.version}`;
  if (here.fonts !== there.fonts) return 'the kept pictures were taken with other fonts';
  return null;
}
