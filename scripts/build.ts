import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';
import type { BrowserName } from './browsers/browser.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Builds the extension for one browser. Resolves to the unpacked folder's absolute path; rejects when the build fails. */
export async function build(browser: BrowserName): Promise<string> {
  const { NODE_ENV } = process.env;
  // Vite believes the surroundings before its own mode: within a test run it would build for development.
  process.env.NODE_ENV = 'production';
  try {
    await viteBuild({ root: ROOT, configFile: resolve(ROOT, 'vite.config.ts'), mode: browser, logLevel: 'warn' });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
  return resolve(ROOT, 'dist', browser);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const browser of ['chromium', 'firefox'] as const) console.log(await build(browser));
}
