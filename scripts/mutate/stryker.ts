import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Room } from './rooms.ts';

/** 9 is the last that runs on Node 20. Fetched when it is asked for, since it is larger than all that this project depends on. */
const VERSION = '9.6.1';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Below node_modules, so that its runner finds this project's vitest and none of its own. */
const HOME = join(ROOT, 'node_modules/.mutate');
const RESULTS = join(ROOT, 'test-results/mutate');

export type Status =
  | 'Killed'
  | 'Survived'
  | 'Timeout'
  | 'NoCoverage'
  | 'Ignored'
  | 'RuntimeError'
  | 'CompileError'
  | 'Pending';
export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly mutator: string;
  readonly replacement: string;
  readonly original: string;
  readonly status: Status;
}

export interface StrykerOptions {
  readonly sample: number;
  readonly seed: number;
  readonly concurrency: number;
  /** Globs of files in place of the room's. */
  readonly files: readonly string[];
}

export function fetchStryker(): void {
  const installed = join(HOME, 'node_modules/@stryker-mutator/core/package.json');
  if (existsSync(installed) && JSON.parse(readFileSync(installed, 'utf8')).version === VERSION) return;
  mkdirSync(HOME, { recursive: true });
  writeFileSync(join(HOME, 'package.json'), '{ "private": true }\n');
  const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${VERSION}`);
  const { status } = spawnSync(
    'npm',
    ['install', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', ...packages],
    { cwd: HOME, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error('npm could not fetch Stryker: its own words stand above');
}

/** Breaks one room in all places, or in a sample of them, and says what became of each. */
export function breakRoom(room: Room, options: StrykerOptions): readonly Mutant[] {
  mkdirSync(RESULTS, { recursive: true });
  const report = join(RESULTS, `${room.name}.json`);
  const config = join(RESULTS, `${room.name}.config.json`);
  const modules = join(HOME, 'node_modules/@stryker-mutator');
  writeFileSync(
    config,
    JSON.stringify({
      mutate: options.files.length > 0 ? options.files : room.broken,
      mutator: { excludedMutations: room.leftOut },
      plugins: [join(modules, 'vitest-runner/dist/src/index.js'), join(ROOT, 'scripts/mutate/sample.mjs')],
      ignorers: ['sample'],
      testRunner: 'vitest',
      vitest: { configFile: 'scripts/mutate/vitest.config.ts' },
      coverageAnalysis: 'perTest',
      concurrency: options.concurrency,
      timeoutMS: 20_000,
      tempDirName: 'test-results/mutate/sandbox',
      ignorePatterns: ['dist', 'docs', 'test-results'],
      tsconfigFile: 'none', // its rewriting needs TypeScript's old API
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: report },
    }),
  );
  const { status } = spawnSync(process.execPath, [join(modules, 'core/bin/stryker.js'), 'run', config], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env: {
      ...process.env,
      MUTATE_ROOM: room.name,
      MUTATE_SAMPLE: String(options.sample),
      MUTATE_SEED: String(options.seed),
      MOST_RUNS: '60',
    },
  });
  if (status !== 0) throw new Error(`Stryker failed in ${room.name}: its own words stand above`);
  return mutantsOf(readFileSync(report, 'utf8'));
}

interface Place {
  readonly line: number;
  readonly column: number;
}
interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly mutatorName: string;
          readonly replacement?: string;
          readonly status: Status;
          readonly location: { readonly start: Place; readonly end: Place };
        }[];
      }
    >
  >;
}

/** @param json the report, as https://github.com/stryker-mutator/mutation-testing-elements describes it */
function mutantsOf(json: string): readonly Mutant[] {
  const { files } = JSON.parse(json) as Report;
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants.map(({ mutatorName, replacement = '', status, location: { start, end } }) => ({
      file,
      line: start.line,
      column: start.column,
      mutator: mutatorName,
      replacement,
      original: cut(lines, start, end),
      status,
    }));
  });
}

function cut(lines: readonly string[], start: Place, end: Place): string {
  const text = lines.slice(start.line - 1, end.line);
  const last = text.length - 1;
  return text
    .map((line, i) => line.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined))
    .join('\n');
}
