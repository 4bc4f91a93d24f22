import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';

const DOCS = new URL('../../docs/', import.meta.url);

/** What the figures were made on: the kind of machine, never its name. */
const machine = (): string => {
  const kind = cpus()[0]?.model.trim() || process.arch;
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${type()} ${release().split('.')[0]}, ${cpus().length} × ${kind}, ${memory} GB, Node ${process.versions.node}`;
};

/**
 * Puts a run's figures in their place of a page in docs/, between its two marks.
 * @throws Error when the page has no such place
 */
export function writeFigures(place: string, lines: readonly string[], file = 'reliability.md'): void {
  const path = new URL(file, DOCS);
  const page = readFileSync(path, 'utf8');
  const [start, end] = [`<!-- ${place}: made by the run -->`, `<!-- /${place} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/${file} has no place for ${place}`);
  const made = `Made on ${new Date().toISOString().slice(0, 10)}: ${machine()}.`;
  writeFileSync(
    path,
    `${page.slice(0, from)}${[start, '', made, '', ...lines, '', end].join('\n')}${page.slice(to + end.length)}`,
  );
}
