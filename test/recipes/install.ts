import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDebian } from '../../scripts/browsers/install.ts';
import type { Needs } from './server.ts';

const NPM = fileURLToPath(new URL('npm', import.meta.url));
/** Folder with the node_modules of one lockfile. */
export const npmFolder = (name: 'short' | 'full'): string => join(NPM, name);

/** Installs what the servers need. Nothing is thrown: `missing` says afterwards what is not there. */
export function install(all: readonly Needs[]): void {
  const lacking = all.filter((needs) => missingFiles(needs).length > 0);
  const packages = [...new Set(lacking.flatMap(({ debian = [] }) => debian))];
  if (packages.length > 0 && isDebian() && process.getuid?.() === 0) withoutStarting(() => aptInstall(packages));
  for (const name of new Set(all.flatMap(({ npm }) => (npm === undefined ? [] : [npm])))) npmInstall(name);
}

/** Why these needs are not met; null when they are. */
export function missing(needs: Needs): string | null {
  const lacking = missingFiles(needs);
  if (lacking.length > 0) {
    return `${lacking.join(', ')} not found${needs.debian ? ` (Debian: apt-get install ${needs.debian.join(' ')})` : ''}`;
  }
  return needs.npm !== undefined && !npmIsReady(needs.npm) ? `npm ci failed in test/recipes/npm/${needs.npm}` : null;
}

const missingFiles = ({ commands = [], files = [] }: Needs): readonly string[] => [
  ...commands.filter((command) => !isCommand(command)),
  ...files.filter((file) => !existsSync(file)),
];

// Daemons live where the PATH of others does not look.
const PATH = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
process.env.PATH = [...new Set(PATH)].join(delimiter);
const isCommand = (command: string): boolean =>
  PATH.some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** All at once if that works, else one after the other, so that one that cannot be had does not cost the rest. */
function aptInstall(packages: readonly string[]): void {
  run('apt-get', ['update']);
  const get = (names: readonly string[]): boolean =>
    run('apt-get', ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', ...names]);
  if (!get(packages)) for (const name of packages) get([name]);
}

// Debian starts a daemon as soon as it is installed, unless this script says no.
// https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt
const POLICY = '/usr/sbin/policy-rc.d';
function withoutStarting(work: () => void): void {
  if (existsSync(POLICY)) {
    work();
    return;
  }
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n');
  chmodSync(POLICY, 0o755);
  try {
    work();
  } finally {
    rmSync(POLICY);
  }
}

const stampOf = (name: 'short' | 'full'): string => join(npmFolder(name), 'node_modules', '.cors-lens-stamp');
const lockOf = (name: 'short' | 'full'): string =>
  createHash('sha256')
    .update(readFileSync(join(npmFolder(name), 'package-lock.json')))
    .digest('hex');
const npmIsReady = (name: 'short' | 'full'): boolean =>
  existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === lockOf(name);

function npmInstall(name: 'short' | 'full'): void {
  if (npmIsReady(name)) return;
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], npmFolder(name))) {
    writeFileSync(stampOf(name), lockOf(name));
  }
}

/** Its output goes to standard error. Resolves to whether it succeeded. */
function run(command: string, args: readonly string[], cwd?: string): boolean {
  process.stderr.write(`${command} ${args.join(' ')}\n`);
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 2],
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
  return status === 0;
}
