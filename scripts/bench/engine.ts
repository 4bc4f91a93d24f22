import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { fenced } from './numbers.ts';

/** Measures the engine as the extension has it: built, in a process of its own. */
export async function benchEngine(print: (line: string) => void): Promise<readonly string[]> {
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
    print(stdout.trim());
    return fenced(stdout.trim());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchEngine(console.log);
