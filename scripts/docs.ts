import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { docs } from './docs/all.ts';

export const FOLDER = fileURLToPath(new URL('../docs', import.meta.url));
const MADE = '<!-- Made by `npm run docs`';

/** Paths below docs/ of every Markdown file there, made or written, to their texts. */
export function present(): ReadonlyMap<string, string> {
  const paths = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return new Map(
    paths.filter((path) => path.endsWith('.md')).map((path) => [path, readFileSync(join(FOLDER, path), 'utf8')]),
  );
}

export const isMade = (text: string): boolean => text.startsWith(MADE);

/** The files that people write, to their titles. */
export const writtenTitles = (files: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...files]
      .filter(([, text]) => !isMade(text))
      .map(([path, text]) => [path, /^# (.+)$/m.exec(text)?.[1] ?? path] as const),
  );

/** Writes docs/ anew from src/words; made files that are made no more go. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const before = present();
  const files = docs(writtenTitles(before));
  for (const [path, text] of before) if (isMade(text) && !files.has(path)) rmSync(join(FOLDER, path));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(FOLDER, path)), { recursive: true });
    if (before.get(path) !== text) writeFileSync(join(FOLDER, path), text);
  }
  console.log(`docs: ${files.size} files`);
}
