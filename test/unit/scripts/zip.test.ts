import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { type Entry, sha256, zip } from '../../../scripts/package/zip.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const FILES: readonly Entry[] = [
  { name: 'manifest.json', bytes: strToU8('{"manifest_version": 3}') },
  { name: 'assets/ä.js', bytes: strToU8('let x = 1;\n'.repeat(500)) },
  { name: 'run', bytes: strToU8('#!/bin/sh\n'), executable: true },
  { name: 'empty', bytes: new Uint8Array() },
];

describe('a package', () => {
  it('holds what was put in, smaller', () => {
    const archive = zip(FILES);
    const unpacked = unzipSync(archive);
    expect(Object.keys(unpacked)).toEqual(['assets/ä.js', 'empty', 'manifest.json', 'run']);
    for (const { name, bytes } of FILES) expect(strFromU8(unpacked[name] ?? strToU8('?'))).toBe(strFromU8(bytes));
    expect(archive.length).toBeLessThan(1_000);
  });

  it('is the same whatever the order of its files and the time zone', () => {
    process.env.TZ = 'Pacific/Apia';
    const one = zip(FILES);
    process.env.TZ = 'America/Anchorage';
    const other = zip(FILES.toReversed());
    expect(sha256(other)).toBe(sha256(one));
  });

  it('differs when a file’s content, name or mode does', () => {
    const hash = sha256(zip(FILES));
    const [first, ...rest] = FILES as [Entry, ...Entry[]];
    expect(sha256(zip([{ ...first, bytes: strToU8('{}') }, ...rest]))).not.toBe(hash);
    expect(sha256(zip([{ ...first, name: 'manifest2.json' }, ...rest]))).not.toBe(hash);
    expect(sha256(zip([{ ...first, executable: true }, ...rest]))).not.toBe(hash);
  });

  it('refuses two files of one name', () => {
    expect(() => zip([...FILES, { name: 'run', bytes: strToU8('') }])).toThrow('run stands in the archive twice');
  });
});
