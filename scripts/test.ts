import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countRows, runServers } from '../test/recipes/run.ts';
import { SHORT } from '../test/recipes/servers.ts';
import { ensureBrowser } from './browsers/install.ts';
import { build } from './build.ts';
import { addUp, type Counts, countReport, lastLine, stageLine } from './test/counts.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string): string => join(ROOT, 'node_modules', '.bin', name);

/** Everything that must hold before a change is kept. The last line sums it up: `N passed, N failed`. */
const counts: Counts[] = [];
await stage('Type check', () => passes(bin('tsc'), ['--noEmit']));
await stage('Lint', () => passes(bin('biome'), ['check', '.']));
await stage('Unit tests', () => vitest('unit'));
const ready = await stage('Browsers and builds', async () => {
  for (const name of ['chromium', 'firefox'] as const) {
    say(`${name}: ${ensureBrowser(name).path}`);
    say(await build(name));
  }
  return { passed: 0, failed: 0, skipped: 0 };
});
await stage('Recipes on real servers', async () => {
  const { rows } = await runServers(SHORT, { fuzzed: 3, say: (line) => say(`  ${line}`) });
  return countRows(rows);
});
if (ready) await stage('End to end, in Chromium and Firefox', () => vitest('e2e'));

const total = addUp(counts);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(lastLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;

/** Counts a stage; one that breaks down counts as a failure. Resolves to false then. */
async function stage(title: string, run: () => Promise<Counts>): Promise<boolean> {
  say(`\n— ${title}`);
  const started = Date.now();
  try {
    const count = await run();
    counts.push(count);
    say(`  ${title}: ${stageLine(count)} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    return count.failed === 0;
  } catch (error) {
    counts.push({ passed: 0, failed: 1, skipped: 0 });
    say(`  ${title}: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A check that passes or fails as a whole. */
async function passes(command: string, args: readonly string[]): Promise<Counts> {
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** Runs one project of vitest and counts what it reports. @throws Error when it ends without a report */
async function vitest(project: string): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'cors-lens-test-'));
  const report = join(folder, 'report.json');
  try {
    const child = spawn(
      bin('vitest'),
      ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' },
    );
    const forward = (signal: NodeJS.Signals): void => {
      child.kill(signal);
      process.exit(1);
    };
    process.once('SIGINT', forward).once('SIGTERM', forward);
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (status) => resolve(status ?? 1));
    });
    process.off('SIGINT', forward).off('SIGTERM', forward);
    return countReport(JSON.parse(readFileSync(report, 'utf8')), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
