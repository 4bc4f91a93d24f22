import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs shell lines in which `curl` only writes down its arguments; returns them byte for byte, line by line. */
export function argumentsOf(lines: readonly string[]): readonly (readonly Buffer[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'cors-lens-shell-'));
  try {
    writeFileSync(join(folder, 'curl'), '#!/bin/sh\nprintf "%s\\0" "$@" > "$OUT"\n');
    chmodSync(join(folder, 'curl'), 0o755);
    const script = lines.map((line, index) => `OUT=${folder}/${index}\nexport OUT\n${line}\n`).join('');
    writeFileSync(join(folder, 'script'), script);
    execFileSync('/bin/sh', [join(folder, 'script')], {
      cwd: folder,
      env: { PATH: `${folder}:/usr/bin:/bin`, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return lines.map((_, index) => splitAtNul(readFileSync(join(folder, String(index)))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function splitAtNul(bytes: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
    parts.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return parts;
}
