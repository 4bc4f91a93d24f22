import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Report, waitFor } from './session.ts';
import { type Shop, startShop } from './shop.ts';

// The command line as people and their CI use it: as a process of its own, on an application that is not ours.
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const validate = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(
  JSON.parse(readFileSync(join(ROOT, 'docs/report.schema.json'), 'utf8')),
);

const folder = mkdtempSync(join(tmpdir(), 'cors-lens-start-'));
let shop: Shop;
beforeAll(async () => {
  shop = await startShop();
});
afterAll(async () => {
  await shop?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command line as `npm start` does; profiles go where the test can see them. */
function start(...args: readonly string[]): { readonly child: ChildProcess; readonly ran: Promise<Ran> } {
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'scripts/start.ts', ...args], {
    cwd: ROOT,
    env: environment(),
  });
  const wrote = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      wrote[stream] += text;
    });
  }
  return { child, ran: new Promise((resolve) => child.once('close', (code) => resolve({ code, ...wrote }))) };
}
const run = (...args: readonly string[]): Promise<Ran> => start(...args).ran;
const environment = (): NodeJS.ProcessEnv => ({ ...process.env, TMPDIR: folder, INIT_CWD: folder });
const profiles = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('cors-lens-profile-'));
/** Command lines of the processes that name this folder, where the system shows them: Linux. */
const runningIn = (place: string): readonly string[] =>
  (existsSync('/proc/self') ? readdirSync('/proc') : [])
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        return [readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        return []; // it has ended meanwhile
      }
    })
    .filter((line) => line.includes(place));
// Firefox's crash helper is no child of its group: it ends when it hears that the browser has.
const nothingRuns = () => waitFor('the browser’s processes to end', async () => runningIn(folder).length === 0);

describe.each(BROWSERS)('npm start in %s, on an application', (name) => {
  it('ends with 1 while calls are blocked, and gives a report that keeps to its schema', async () => {
    shop.mend(false);
    const arguments_ = ['--browser', name, '--format', 'json', '--fail-on', 'blocked', '--screenshot', `${name}.png`];
    const { code, stdout, stderr } = await run(shop.url, ...arguments_);
    expect(code, stderr).toBe(1);
    const report = JSON.parse(stdout) as Report;
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report.browser.name).toBe(name);
    expect(report.exchanges.map(({ method, verdict, cause }) => [method, verdict, cause])).toEqual([
      ['GET', 'blocked', 'allow-origin-missing'],
      ['POST', 'blocked', 'allow-origin-missing'],
    ]);
    expect(stderr).toMatch(/2 calls were blocked\.\n$/);
    expect(readFileSync(join(folder, `${name}.png`)).subarray(0, 4)).toEqual(PNG);
    expect(profiles()).toEqual([]);
  }, 120_000);

  it('ends with 0 once the server is mended', async () => {
    shop.mend(true);
    const format = name === 'chromium' ? 'markdown' : 'text';
    const { code, stdout, stderr } = await run(shop.url, '--browser', name, '--fail-on', 'blocked', '--format', format);
    expect(code, stdout + stderr).toBe(0);
    expect(stdout).toMatch(name === 'chromium' ? /^## CORS Lens \S+: / : /^CORS Lens \S+: /);
    expect(stdout.split('\n')[0]).toContain('none of 2 calls blocked by CORS');
    expect(stderr).not.toContain('blocked');
  }, 120_000);
});

describe.each(BROWSERS)('npm start in %s, ended', (name) => {
  it('by a signal to itself: its browser ends, and the profile goes', async () => {
    const { child, ran } = start(shop.url, '--headless', '--browser', name);
    await waitFor('the profile', async () => profiles().length === 1, 60_000);
    child.kill('SIGTERM');
    expect((await ran).code).toBe(143);
    expect(profiles()).toEqual([]);
    await nothingRuns();
  }, 120_000);

  it('by Ctrl-C, which a terminal sends to npm and all that it started', async () => {
    const npm = spawn('npm', ['start', '--silent', '--', shop.url, '--headless', '--browser', name], {
      cwd: ROOT,
      env: environment(),
      stdio: 'ignore',
      detached: true, // a group of its own, as a shell gives each command
    });
    // npm ends itself by the signal that it got; a shell makes 130 of that.
    const ended = new Promise((resolve) => npm.once('close', (code, signal) => resolve(signal ?? code)));
    await waitFor('the browser', async () => profiles().length === 1 && runningIn(folder).length > 0, 60_000);
    process.kill(-(npm.pid as number), 'SIGINT');
    expect(['SIGINT', 130]).toContain(await ended);
    expect(profiles()).toEqual([]);
    await nothingRuns();
  }, 120_000);
});

it.each([
  { given: ['--format', 'xml'], sentence: '--format is text or markdown or json, not “xml”' },
  { given: ['--fail-on', 'warnings'], sentence: '--fail-on is blocked, not “warnings”' },
  { given: ['localhost:3000'], sentence: '“localhost:3000” is no http or https URL' },
  { given: ['--quiet'], sentence: "Unknown option '--quiet'" },
  { given: ['http://127.0.0.1:1/', '--headless'], sentence: 'http://127.0.0.1:1/' },
])(
  'ends with 2 and one sentence for $given',
  async ({ given, sentence }) => {
    const { code, stdout, stderr } = await run(...given);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`cors-lens: ${sentence}`);
    expect(stderr).not.toMatch(/^ {4}at /m);
  },
  60_000,
);
