import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';
import type { BrowserName } from './browsers/browser.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Builds the extension for one browser. Resolves to the unpacked folder's absolute path; rejects when the build fails. */
export async function build(browser: BrowserName): Promise<string> {
  await viteBuild({ root: ROOT, configFile: resolve(ROOT, 'vite.config.ts'), mode: browser, logLevel: 'warn' });
  return resolve(ROOT, 'dist', browser);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const browser of ['chromium', 'firefox'] as const) console.log(await build(browser));
}
