import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import budget from '../../budget.json' with { type: 'json' };

export interface Built {
  /** Without the folder and the hash that the build adds. */
  readonly name: string;
  readonly bytes: Buffer;
}
export interface PartSize {
  readonly part: string;
  readonly limit: number;
  /** Bytes by gzip. */
  readonly size: number;
}

/** The files of an unpacked extension. */
export const builtFiles = (folder: string): readonly Built[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({
      name: entry.name.replace(/-[\w-]{8}(\.\w+)$/, '$1'),
      bytes: readFileSync(join(entry.parentPath, entry.name)),
    }));

export const sizeOf = (some: readonly Built[]): number =>
  some.reduce((sum, { bytes }) => sum + gzipSync(bytes, { level: 9 }).length, 0);

/** The parts that budget.json names; the one without files has all others. */
export function sizesByPart(files: readonly Built[]): readonly PartSize[] {
  const parts = Object.entries(budget.parts);
  const named = new Set(parts.flatMap(([, part]) => part.files as readonly string[]));
  return parts.map(([part, { files: names, limit }]) => {
    const own = files.filter(({ name }) =>
      names.length === 0 ? !named.has(name) : (names as string[]).includes(name),
    );
    return { part, limit, size: sizeOf(own) };
  });
}
