import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { countRows, runServers } from '../test/recipes/run.ts';
import { SERVERS } from '../test/recipes/servers.ts';
import { table } from '../test/recipes/table.ts';
import { ensureBrowser } from './browsers/install.ts';
import { lastLine } from './test/counts.ts';

/** Policies put to each server's own test of its configuration. */
const FUZZED = 10;
const TABLE = fileURLToPath(new URL('../docs/servers.md', import.meta.url));

/**
 * `npm run recipes` starts every real server from its recipe and writes docs/servers.md; `npm run recipes -- nginx php`
 * runs only those and writes nothing.
 */
const only = process.argv.slice(2);
const chosen = SERVERS.filter(({ recipe }) => only.length === 0 || only.includes(recipe.id));
if (chosen.length === 0) {
  console.error(`No such recipe. There are: ${SERVERS.map(({ recipe }) => recipe.id).join(' ')}`);
  process.exit(2);
}
console.error(`chromium: ${ensureBrowser('chromium').path}`);
const { rows, browser } = await runServers(chosen, { fuzzed: FUZZED, say: (line) => console.error(line) });
if (only.length === 0) {
  writeFileSync(TABLE, table(rows, { browser, fuzzed: FUZZED }));
  console.error('docs/servers.md');
}
const counts = countRows(rows);
console.log(lastLine(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
