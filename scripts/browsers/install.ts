import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { BrowserName } from './browser.ts';
import { type Find, findBrowser, OVERRIDES } from './find.ts';

const DEBIAN_PACKAGES: Readonly<Record<BrowserName, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };
const TO_INSTALL: Readonly<Record<BrowserName, string>> = {
  chromium: 'Chromium, Google Chrome or Microsoft Edge',
  firefox: 'Firefox',
};

let listsAreFresh = false;

/**
 * The installed browser, installed first where that needs nobody's consent: on Debian, as root.
 * @throws Error with one sentence that says what to install
 */
export function ensureBrowser(name: BrowserName): Find {
  const found = findBrowser(name);
  if (found) return found;
  const missing = `${TO_INSTALL[name]} was not found: install it, or name its path in ${OVERRIDES[name]}`;
  if (process.env[OVERRIDES[name]]) throw new Error(`${OVERRIDES[name]} names a file that cannot be run`);
  if (!isDebian()) throw new Error(`${missing}.`);
  const command = `apt-get install -y --no-install-recommends ${DEBIAN_PACKAGES[name]}`;
  if (process.getuid?.() !== 0) throw new Error(`${missing} (as root: ${command}).`);
  aptGet(['install', '-y', '--no-install-recommends', DEBIAN_PACKAGES[name]]);
  const installed = findBrowser(name);
  if (!installed) throw new Error(`${missing} (tried: ${command}).`);
  return installed;
}

/** Debian itself: elsewhere the packages of these names are wrappers of another packager, or absent. */
export function isDebian(): boolean {
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function aptGet(args: readonly string[]): void {
  if (!listsAreFresh) {
    listsAreFresh = true;
    run(['update']);
  }
  run(args);
}

/** Its output goes to standard error: standard output belongs to the report. */
function run(args: readonly string[]): void {
  process.stderr.write(`apt-get ${args.join(' ')}\n`);
  const result = spawnSync('apt-get', args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status !== 0) throw new Error(`apt-get ${args.join(' ')} failed`, { cause: result.error });
}
