import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A browser's process group and profile, which end together and never outlive this process. */
export interface BrowserChild {
  readonly process: ChildProcess;
  readonly profile: string;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  /** Waits up to `grace` milliseconds for the browser to end by itself, then kills it; removes the profile. */
  end(grace: number): Promise<void>;
}

const living = new Set<() => void>();
let guarded = false;

/** An uncaught exception ends in `exit` as well; signals do not, so they are turned into one. */
function guard(): void {
  if (guarded) return;
  guarded = true;
  const endAll = (): void => {
    for (const end of [...living]) end();
  };
  process.on('exit', endAll);
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => {
      endAll();
      process.exit(code);
    });
  }
}

/** A new, empty profile folder. */
export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'cors-lens-profile-'));

/** Starts a browser in its own process group, so that its helpers can be ended with it. */
export function startChild(
  command: string,
  args: readonly string[],
  profile: string,
  options: SpawnOptions,
): BrowserChild {
  guard();
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  const end = (): void => {
    living.delete(end);
    killGroup(child);
    // A killed browser's helpers may write for a moment more.
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  living.add(end);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    process: child,
    profile,
    ended,
    async end(grace) {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, grace);
      });
      await Promise.race([ended, patience]);
      clearTimeout(timer);
      end();
    },
  };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
