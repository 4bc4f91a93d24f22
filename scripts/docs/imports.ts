import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { file } from './markdown.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The rooms of src/ and which of them each imports from, types included. */
function imports(): Graph {
  const graph = new Map<string, Set<string>>();
  for (const path of readdirSync(SRC, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(path)) continue;
    const room = roomOf(path);
    const known = graph.get(room) ?? new Set();
    graph.set(room, known);
    for (const [, specifier = ''] of readFileSync(join(SRC, path), 'utf8').matchAll(
      /(?:from|import\()\s*'(\.[^']+)'/g,
    )) {
      const target = roomOf(relative(SRC, resolve(SRC, dirname(path), specifier)));
      if (target !== room && target !== '..') known.add(target);
    }
  }
  return graph;
}

const roomOf = (path: string): string => path.split(/[\\/]/)[0] ?? '';

/** Every room after all that it imports. @throws Error for a circle, which the one-way rule forbids */
export function inOrder(graph: Graph): readonly string[] {
  const order: string[] = [];
  const waiting = new Set([...graph.keys()].toSorted());
  while (waiting.size > 0) {
    const next = [...waiting].find((room) => [...(graph.get(room) ?? [])].every((target) => order.includes(target)));
    if (next === undefined) throw new Error(`rooms import each other in a circle: ${[...waiting].join(', ')}`);
    waiting.delete(next);
    order.push(next);
  }
  return order;
}

/** Imports that no chain of others implies: the picture shows these alone. */
export function direct(graph: Graph, room: string): readonly string[] {
  const reaches = (from: string, to: string): boolean =>
    [...(graph.get(from) ?? [])].some((next) => next === to || reaches(next, to));
  const targets = [...(graph.get(room) ?? [])].toSorted();
  return targets.filter((target) => !targets.some((other) => other !== target && reaches(other, target)));
}

export function importsFile(): string {
  const graph = imports();
  const rooms = inOrder(graph);
  return file([
    '# Who imports whom',
    'Read from the imports of `src/` as they are. An arrow points from a room to what it imports; those that follow from a chain of others are left out of the picture and stand in the table. There is no circle, or this page could not be made; `test/unit/architecture/imports.test.ts` holds each room to what it may import. What each room is for: [architecture](architecture.md).',
    [
      '```mermaid',
      'graph TD',
      ...rooms.toReversed().flatMap((room) => direct(graph, room).map((to) => `  ${room} --> ${to}`)),
      '```',
    ].join('\n'),
    [
      '| room | imports |',
      '| --- | --- |',
      ...rooms.map(
        (room) =>
          `| \`${room}\` | ${
            [...(graph.get(room) ?? [])]
              .toSorted()
              .map((one) => `\`${one}\``)
              .join(', ') || 'nothing'
          } |`,
      ),
    ].join('\n'),
  ]);
}
