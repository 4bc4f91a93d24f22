import fc from 'fast-check';
import { PARSERS } from '../test/fuzz/parsers.ts';
import { RENDERERS } from '../test/fuzz/renderers.ts';
import { writeFigures } from './reliability/page.ts';

/**
 * `npm run fuzz [-- --write]`: the long form of test/unit/fuzz. FUZZ_RUNS: inputs for each parser and renderer, 100,000
 * if left out. FC_SEED makes the same inputs again. Exit code 1 when something does not hold.
 */
const runs = Number(process.env.FUZZ_RUNS ?? 100_000);
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const rows: string[] = [];
let total = 0;
let failed = 0;
for (const { part, property } of [...PARSERS, ...RENDERERS]) {
  const started = performance.now();
  const result = fc.check(property, { numRuns: runs, seed });
  const seconds = (performance.now() - started) / 1000;
  total += result.numRuns;
  if (result.failed) {
    failed += 1;
    process.stdout.write(`FAILED ${part}\n${await fc.asyncDefaultReportMessage(result)}\n`);
  }
  rows.push(
    `| ${part} | ${result.numRuns.toLocaleString('en')} | ${result.failed ? '**fails**' : 'none'} | ${seconds.toFixed(1)} |`,
  );
  process.stdout.write(
    `${part}: ${result.numRuns} inputs in ${seconds.toFixed(1)} s${result.failed ? ', FAILED' : ''}\n`,
  );
}
process.stdout.write(`${total} inputs, ${failed} parts failed, seed ${seed}\n`);
if (process.argv.includes('--write')) {
  writeFigures('fuzz', [
    `${total.toLocaleString('en')} inputs, seed ${seed}, ${failed} failures.`,
    '',
    '| part | inputs | failures | s |',
    '| --- | ---: | --- | ---: |',
    ...rows,
  ]);
}
process.exitCode = failed > 0 ? 1 : 0;
