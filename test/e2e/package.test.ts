import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../../scripts/browsers/browser.ts';
import { launch } from '../../scripts/browsers/launch.ts';
import { makePackages, type Packages } from '../../scripts/package.ts';
import { openReadyPanel } from '../../scripts/start/record.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { BROWSERS, type Report, waitFor } from './session.ts';

// What the stores get, packed: that it is made alike everywhere, and that it works in the real browsers.
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cors-lens-packages-'));
let packages: Packages;
let lab: Lab;
beforeAll(async () => {
  packages = await makePackages(folder);
  lab = await startLab();
}, 180_000);
afterAll(async () => {
  await lab?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the packages', () => {
  it('are named by the version of package.json, which their manifests hold too', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    for (const { name, path } of [packages.chrome, packages.firefox]) {
      expect(name).toContain(`cors-lens-${version}-`);
      expect(manifestOf(path)).toMatchObject({ manifest_version: 3, version });
    }
  });

  it('are the same when they are made again, elsewhere, from the source archive', () => {
    const elsewhere = join(folder, 'elsewhere');
    if (packages.source) unpack(packages.source.path, elsewhere);
    const root = packages.source ? elsewhere : ROOT;
    if (packages.source) symlinkSync(join(ROOT, 'node_modules'), join(elsewhere, 'node_modules'), 'junction');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/package.ts'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Pacific/Chatham', LC_ALL: 'C' },
    });
    expect(status, stderr).toBe(0);
    for (const { name, size, sha256 } of [packages.chrome, packages.firefox]) {
      expect(stdout).toMatch(new RegExp(`^${sha256} +${size} bytes +dist/packages/${name}$`, 'm'));
    }
  }, 180_000);
});

describe.each(BROWSERS)('the package for %s', (name) => {
  it('records and explains a blocked call and an allowed one', async () => {
    const browser = await launch(name, { extension: loadable(name) });
    try {
      const panel = await openReadyPanel(browser);
      await browser.goto(lab.url);
      await browser.evaluateInPage(`lab.runAll(['get-ok', 'methods-lacks-put'])`);
      const verdicts = await waitFor('both calls, decided', async () => {
        const { exchanges } = JSON.parse(await panel.evaluate<string>("corsLens.report('json')")) as Report;
        const told = exchanges.map(({ verdict, cause }) => `${verdict} ${cause}`).toSorted();
        return told.length === 2 && !told.some((one) => /^(?:pending|undecided)/.test(one)) && told;
      });
      expect(verdicts).toEqual(['allowed null', 'blocked allow-methods-lacks-method']);
    } finally {
      await browser.close();
    }
  }, 120_000);
});

/** Firefox installs the archive itself; Chromium loads folders only, so its archive is unpacked as its store would do. */
function loadable(name: BrowserName): string {
  const { path } = name === 'firefox' ? packages.firefox : packages.chrome;
  const target = join(folder, name === 'firefox' ? 'cors-lens.xpi' : 'unpacked');
  if (name === 'firefox') copyFileSync(path, target);
  else unpack(path, target);
  return target;
}

function unpack(archive: string, target: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
    const path = join(target, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

function manifestOf(archive: string): unknown {
  const bytes = unzipSync(readFileSync(archive))['manifest.json'];
  return JSON.parse(Buffer.from(bytes ?? []).toString('utf8'));
}
