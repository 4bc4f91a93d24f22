import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Entry } from './zip.ts';

/** Every file below a folder. */
export const filesBelow = (folder: string): readonly Entry[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: path.slice(folder.length + 1).replaceAll(sep, '/'), bytes: readFileSync(path) };
    });

export interface Source {
  readonly entries: readonly Entry[];
  /** Whether it is what the last commit holds. */
  readonly committed: boolean;
}

/** The files that git keeps of this repository, as they stand in its folder; null where the folder is no repository. */
export function sourceFiles(root: string): Source | null {
  if (!isRepository(root)) return null;
  const listed = git(root, 'ls-files', '--stage', '-z').split('\0').filter(Boolean);
  const entries = listed.map((line) => {
    const [, mode = '', name = ''] = /^(\d+) \S+ \d\t(.*)$/s.exec(line) ?? [];
    return { name, bytes: readFileSync(join(root, name)), executable: mode === '100755' };
  });
  return { entries, committed: git(root, 'status', '--porcelain') === '' };
}

/** An unpacked source archive may lie within somebody else's repository. */
function isRepository(root: string): boolean {
  try {
    return realpathSync(git(root, 'rev-parse', '--show-toplevel').trim()) === realpathSync(root);
  } catch {
    return false;
  }
}

const git = (root: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
