import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { thumbnail } from '../test/views/compare.ts';
import { KEPT, keptFile, TAKEN_IN_FILE } from '../test/views/kept.ts';
import { type Combination, SIZES, type Surroundings, takeViews } from '../test/views/take.ts';
import { readPng, writePng } from './screenshots/png.ts';

// Pictures of every view of the real panel, in both browsers:
//   npm run views             takes anew what test/e2e/views.test.ts compares with; look at all of them first
//   npm run views -- --all    every theme and size in full, to be looked at: test-results/views
const BROWSERS = ['chromium', 'firefox'] as const;
const RESULTS = fileURLToPath(new URL('../test-results/views', import.meta.url));
const ALL = (Object.keys(SIZES) as (keyof typeof SIZES)[]).flatMap((size): readonly Combination[] => [
  { size, theme: 'light' },
  { size, theme: 'dark' },
]);

function save(file: string, data: Buffer | string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, data);
}

if (process.argv.includes('--all')) {
  for (const name of BROWSERS) {
    await takeViews(name, ALL, ({ size, theme, view, png }) =>
      save(join(RESULTS, `${name}-${size}-${theme}`, `${view}.png`), png),
    );
  }
  console.log(RESULTS);
} else {
  rmSync(dirname(TAKEN_IN_FILE), { recursive: true, force: true });
  const takenIn: Partial<Record<(typeof BROWSERS)[number], Surroundings>> = {};
  for (const name of BROWSERS) {
    takenIn[name] = await takeViews(name, KEPT[name], (taken) =>
      save(keptFile(name, taken, taken.view), writePng(thumbnail(readPng(taken.png)))),
    );
  }
  save(TAKEN_IN_FILE, `${JSON.stringify(takenIn, null, 2)}\n`);
  console.log(dirname(TAKEN_IN_FILE));
}
