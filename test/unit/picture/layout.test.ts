import { describe, expect, test } from 'vitest';
import { layOut } from '../../../src/picture/layout.ts';
import type { Picture, Shape } from '../../../src/picture/shapes.ts';
import { storyOf } from '../../../src/picture/story.ts';
import { widthOf } from '../../../src/picture/text.ts';
import { API, BLOCKED, call } from '../../fixtures/panel-page/calls.ts';
import { diagnosisWith } from '../words/diagnoses.ts';
import { CASES, type CaseName } from './stories.ts';

const names = Object.keys(CASES) as CaseName[];
const ROOMS = [240, 320, 368, 619, 620, 760, 1060, 1400] as const;
const pictureOf = (name: CaseName, room: number): Picture =>
  layOut(storyOf(CASES[name].exchange, CASES[name].diagnosis), room);

type Text = Extract<Shape, { kind: 'text' }>;
const texts = (picture: Picture): readonly Text[] => picture.shapes.filter((shape) => shape.kind === 'text');
const wordsIn = (picture: Picture): string =>
  texts(picture)
    .flatMap(({ runs }) => runs.map(({ text }) => text))
    .join(' ');

/** Left and right edge of a text. */
function extent({ x, anchor, mono, size, runs }: Text): readonly [number, number] {
  const width = runs.reduce(
    (sum, { text, bold = false, gap = 0 }) => sum + gap + widthOf(text, { mono, size, bold }),
    0,
  );
  const start = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [start, start + width];
}

describe.each(names)('%s', (name) => {
  test.each(ROOMS)('fits a room of %d px, nothing cut off', (room) => {
    const picture = pictureOf(name, room);
    expect(picture.width).toBeLessThanOrEqual(Math.max(room, 240));
    for (const shape of texts(picture)) {
      const [start, end] = extent(shape);
      expect(start, wordsIn({ ...picture, shapes: [shape] })).toBeGreaterThanOrEqual(0);
      expect(end, wordsIn({ ...picture, shapes: [shape] })).toBeLessThanOrEqual(picture.width + 1);
    }
    for (const shape of picture.shapes) {
      if (shape.kind === 'box') {
        expect(shape.x).toBeGreaterThanOrEqual(0);
        expect(shape.x + shape.width).toBeLessThanOrEqual(picture.width + 0.5);
        expect(shape.y + shape.height).toBeLessThanOrEqual(picture.height);
      }
    }
  });

  test.each(ROOMS)('has no two texts on top of each other in %d px', (room) => {
    const placed = texts(pictureOf(name, room)).map((shape) => ({ shape, edges: extent(shape) }));
    const clashes = placed.flatMap((a, index) =>
      placed.slice(index + 1).flatMap((b) => {
        const close = Math.abs(a.shape.y - b.shape.y) < 10;
        const across = a.edges[0] < b.edges[1] && b.edges[0] < a.edges[1];
        return close && across ? [[a.shape.runs[0]?.text, b.shape.runs[0]?.text]] : [];
      }),
    );
    expect(clashes).toEqual([]);
  });
});

test('what never happened is dashed, and nothing else is', () => {
  const dashed = (name: CaseName) =>
    pictureOf(name, 760).shapes.filter((shape) => shape.kind === 'line' && shape.dashed).length;
  expect(names.map((name) => [name, dashed(name)])).toEqual([
    ['blocked preflight', 1],
    ['allowed after a preflight', 0],
    ['blocked answer', 0],
    ['redirect to another server', 0],
    ['cached preflight', 0],
    ['answer from the cache', 0],
    ['refused', 1],
    ['pending', 2],
    ['undecided', 1],
    ['opaque', 0],
  ]);
});

test.each([
  ['blocked preflight', 'bad'],
  ['blocked answer', 'bad'],
  ['refused', 'warn'],
  ['undecided', 'ask'],
] as const)('the step that ended a call is told by colour and by outline: %s', (name, colour) => {
  const filled = pictureOf(name, 760).shapes.filter(
    (shape) => shape.kind === 'path' && shape.fill === colour && shape.stroke === colour,
  );
  expect(filled).toHaveLength(1);
});

test('outlines differ from state to state', () => {
  const outlines = (['blocked answer', 'refused', 'undecided', 'cached preflight'] as const).map(
    (name) =>
      pictureOf(name, 760).shapes.flatMap((shape) =>
        shape.kind === 'path' && shape.fill !== null && shape.stroke !== null ? [shape.d] : [],
      )[0],
  );
  expect(new Set(outlines).size).toBe(4);
});

test('servers have lines of their own in a wide room and take turns in a narrow one', () => {
  const vertical = (room: number) =>
    pictureOf('redirect to another server', room).shapes.filter(
      (shape) => shape.kind === 'line' && shape.from[0] === shape.to[0],
    ).length;
  expect([vertical(368), vertical(1060)]).toEqual([3, 4]);
  expect(wordsIn(pictureOf('redirect to another server', 368))).toContain('Server 2');
});

test('hostile and endless values stay small, and visible', () => {
  const exchange = call({
    id: '1',
    url: `${API}/${'x'.repeat(100_000)}\u202e`,
    answer: {
      headers: [
        ['Access-Control-Allow-Origin', '\u202e<script>'],
        ...Array(3000).fill(['Access-Control-Allow-Origin', '*']),
      ],
    },
    error: BLOCKED,
  });
  const picture = layOut(storyOf(exchange, diagnosisWith({ verdict: 'blocked' })), 368);
  expect(picture.height).toBeLessThan(700);
  expect(wordsIn(picture)).toContain('\\u{202e}<script>');
  expect(wordsIn(picture)).not.toContain('\u202e');
});

test('twenty redirects over twenty servers are all drawn', () => {
  const exchange = call({
    id: '1',
    url: 'http://end.test/',
    redirects: Array.from({ length: 20 }, (_, index) => ({
      url: `http://server-${index}.test/`,
      answer: { status: 302, headers: { Location: 'x' } },
    })),
    answer: {},
  });
  const story = storyOf(exchange, diagnosisWith({ verdict: 'allowed' }));
  expect(story.servers).toHaveLength(21);
  expect(wordsIn(layOut(story, 1060))).toContain('http://server-19.test');
});
