import { chmodSync } from 'node:fs';

/** The parts of a recipe that goes to several places, as its comments ("Part 1: …") tell a person to split it. */
export function parts(text: string): readonly string[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (/^(?:#|\/\/|<!--) Part \d/.test(line) ? [index] : []));
  if (starts.length === 0) return [text];
  return starts.map((start, index) => lines.slice(start, starts[index + 1] ?? lines.length).join('\n'));
}

/** Servers that were started as root serve as somebody else. */
export const worldReadable = (folder: string): void => chmodSync(folder, 0o755);
