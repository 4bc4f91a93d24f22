import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pkg from '../package.json' with { type: 'json' };
import { build } from './build.ts';
import { filesBelow, sourceFiles } from './package/files.ts';
import { sha256, zip } from './package/zip.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Package {
  /** Absolute path. */
  readonly path: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** For Chrome, Edge and Firefox each what its store takes; from a git repository also the source that Firefox's review asks for. */
export interface Packages {
  readonly chrome: Package;
  readonly firefox: Package;
  readonly source: Package | null;
  /** Whether they are those of a commit; null where there is no repository. */
  readonly committed: boolean | null;
}

/**
 * Builds and packs: the same bytes for the same commit.
 * @param folder absolute path; made when it is missing
 */
export async function makePackages(folder: string): Promise<Packages> {
  mkdirSync(folder, { recursive: true });
  const save = (kind: string, bytes: Uint8Array): Package => {
    const name = `cors-lens-${pkg.version}-${kind}.zip`;
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return { path, name, size: bytes.length, sha256: sha256(bytes) };
  };
  const chrome = save('chrome', zip(filesBelow(await build('chromium'))));
  const firefox = save('firefox', zip(filesBelow(await build('firefox'))));
  const source = sourceFiles(ROOT);
  return {
    chrome,
    firefox,
    source: source && save('source', zip(source.entries)),
    committed: source?.committed ?? null,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = resolve(ROOT, 'dist/packages');
  rmSync(folder, { recursive: true, force: true });
  const { chrome, firefox, source, committed } = await makePackages(folder);
  for (const made of [chrome, firefox, source]) {
    if (made) console.log(`${made.sha256}  ${String(made.size).padStart(9)} bytes  dist/packages/${made.name}`);
  }
  if (committed === false) console.error('There are changes that are not committed: these packages are no commit’s.');
  if (committed === null) console.error('This is no git repository: the source archive was left out.');
}
