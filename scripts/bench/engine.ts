import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { fenced } from './numbers.ts';

/** What one diagnosis may cost on average, in µs. */
const GOAL = 20;

/** Medians, in µs of processor time. */
export interface EngineCost {
  /** One diagnosis of a heavy call. */
  readonly diagnosis: number;
  /** The bare CORS check of the same engine on the same answers. */
  readonly check: number;
}

export async function benchEngine(print: (line: string) => void): Promise<readonly string[]> {
  const { diagnosis, check } = await engineCost();
  const lines = [
    `engine: ${diagnosis.toFixed(1)} µs a diagnosis, ${Math.round(1e6 / diagnosis)} a second (goal: under ${GOAL} µs)`,
    `engine: ${check.toFixed(2)} µs a bare CORS check; a diagnosis costs ${(diagnosis / check).toFixed(0)} times that`,
  ];
  for (const line of lines) print(line);
  return fenced(lines.join('\n'));
}

/** Measures the engine as the extension has it: built, in a process of its own. */
export async function engineCost(): Promise<EngineCost> {
  const folder = mkdtempSync(join(tmpdir(), 'cors-lens-bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      build: {
        ssr: fileURLToPath(new URL('./measure-engine.ts', import.meta.url)),
        outDir: folder,
        target: 'chrome120',
        minify: true,
        rolldownOptions: { output: { entryFileNames: 'measure.mjs' } },
      },
    });
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'measure.mjs')]);
    return JSON.parse(stdout) as EngineCost;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchEngine(console.log);
