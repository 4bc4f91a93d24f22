import { createHash } from 'node:crypto';
import { type Zippable, zipSync } from 'fflate';

export interface Entry {
  /** Within the archive, with `/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly executable?: boolean;
}

/** A zip holds local time, so this is written alike in every time zone: the first day that it can hold, at noon. */
const fixedTime = (): Date => new Date(1980, 0, 1, 12);
const UNIX = 3;

/**
 * A zip that depends on names and contents alone: sorted, with one fixed time. The compression is fflate's own
 * JavaScript, since what zlib makes differs between versions of Node.
 * @throws Error when two entries have one name
 */
export function zip(entries: readonly Entry[]): Uint8Array {
  const files: Zippable = {};
  for (const { name, bytes, executable = false } of entries.toSorted(byName)) {
    if (Object.hasOwn(files, name)) throw new Error(`${name} stands in the archive twice`);
    files[name] = [bytes, { attrs: (executable ? 0o100755 : 0o100644) * 0x10000, os: UNIX }];
  }
  return zipSync(files, { level: 9, mtime: fixedTime() });
}

/** By UTF-16 code units: no language's order, which would differ between machines. */
const byName = (a: Entry, b: Entry): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Lower-case hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
