import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const CHILD = fileURLToPath(new URL('../../../scripts/browsers/child.ts', import.meta.url));

/** A program that starts a stand-in for a browser, which has a helper of its own, then does `next`. */
const program = (next: string): string => `
  import { newProfile, startChild } from ${JSON.stringify(CHILD)};
  const profile = newProfile();
  const child = startChild('sh', ['-c', 'sleep 60 & echo $!; wait'], profile, { stdio: ['ignore', 'pipe', 'ignore'] });
  child.process.stdout.once('data', async (helper) => {
    console.log(JSON.stringify({ profile, pids: [child.process.pid, Number(helper)] }));
    ${next}
  });`;

interface Started {
  readonly profile: string;
  readonly pids: readonly number[];
}

/** Resolves when the program has ended, with its exit code and what it had started. */
function run(next: string, whenStarted: (kill: (signal: NodeJS.Signals) => void) => void = () => {}) {
  const node = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program(next)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise<{ code: number | null; started: Started }>((resolve) => {
    let output = '';
    node.stdout.on('data', (data) => {
      output += data;
      if (output.includes('\n')) whenStarted((signal) => node.kill(signal));
    });
    node.once('close', (code) => resolve({ code, started: JSON.parse(output) as Started }));
  });
}

const runs = (pid: number): boolean => {
  try {
    return process.kill(pid, 0) && !isDead(pid);
  } catch {
    return false;
  }
};
/** Killed, and not collected by whoever adopted it: in a container without an init nobody ever does. */
const isDead = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) && /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

/** Killed processes may still be ending. */
async function nothingIsLeft({ profile, pids }: Started): Promise<void> {
  await expect.poll(() => pids.filter(runs), { timeout: 5_000 }).toEqual([]);
  expect(existsSync(profile)).toBe(false);
}

describe.skipIf(process.platform === 'win32')('a browser and its profile never outlive the program', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('that gets %s', async (signal, expected) => {
    const { code, started } = await run('setTimeout(() => {}, 30_000);', (kill) => kill(signal));
    expect(code).toBe(expected);
    await nothingIsLeft(started);
  });

  it('that throws what nobody catches', async () => {
    const { code, started } = await run("throw new Error('crash');");
    expect(code).toBe(1);
    await nothingIsLeft(started);
  });

  it('that ends without a word', async () => {
    const { code, started } = await run('process.exit(0);');
    expect(code).toBe(0);
    await nothingIsLeft(started);
  });

  it('that ends it itself', async () => {
    const { started } = await run('await child.end(0);');
    await nothingIsLeft(started);
  });
});
