import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const FOLDER = fileURLToPath(new URL('../../../src/panel/styles/', import.meta.url));
const sheets = readdirSync(FOLDER).filter((file) => file.endsWith('.css'));

test.each(sheets)('%s moves nothing for those who asked for less motion', (sheet) => {
  const still = readFileSync(FOLDER + sheet, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]|\{[^{}]*\})*\}/g, '');
  expect(still.match(/\b(?:transition|animation|scroll-behavior)[a-z-]*\s*:[^;]*;/g)).toBeNull();
});
