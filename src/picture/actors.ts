import { pictureWords as words } from '../words/picture.ts';
import { HALF_BOX_PX } from './lanes.ts';
import { box, GAP_PX, LINE_PX, MONO, type Sheet, SMALL, TITLE, text } from './sheet.ts';
import type { Message } from './story.ts';
import { plain, widthOf, wrap } from './text.ts';

interface Actor {
  readonly x: number;
  readonly title: string;
  readonly detail: string;
}

const SMALL_LINE_PX = 13;
const MOST_LINES = 3;

const serverTitle = ({ story }: Sheet, index: number): string =>
  story.servers.length > 1 ? words.serverNumber(index + 1) : words.server;

const originWords = (origin: string): string => (origin === 'null' ? words.opaqueOrigin : plain(origin));

/** Draws the names of the actors above their lines. Returns where the lines begin, in pixels from the top. */
export function drawActors(sheet: Sheet): number {
  const { lanes, story } = sheet;
  const page: Actor = { x: lanes.page, title: words.page, detail: originWords(story.page) };
  const browser: Actor = { x: lanes.browser, title: words.browser, detail: story.browser };
  const servers = lanes.servers.map(
    (x, index): Actor => ({ x, title: serverTitle(sheet, index), detail: originWords(story.servers[index] ?? '') }),
  );
  return lanes.narrow ? drawNarrow(sheet, page, browser, servers) : drawWide(sheet, [page, browser, ...servers]);
}

function drawWide(sheet: Sheet, actors: readonly Actor[]): number {
  const details = actors.map(({ detail }) => wrap(detail, SMALL, 2 * HALF_BOX_PX - 12, MOST_LINES));
  const height = 24 + SMALL_LINE_PX * Math.max(...details.map(({ length }) => length));
  actors.forEach(({ x, title }, index) => {
    sheet.shapes.push(box([x - HALF_BOX_PX, 0.5], 2 * HALF_BOX_PX, height, 'ground-raised', 'line-strong'));
    sheet.shapes.push(text([x, 17], [{ text: title, colour: 'text', bold: true }], TITLE, 'middle', false));
    details[index]?.forEach((part, row) => {
      const at = [x, 31 + SMALL_LINE_PX * row] as const;
      sheet.shapes.push(text(at, [{ text: part, colour: 'text-soft' }], SMALL, 'middle', false));
    });
  });
  sheet.y = height + GAP_PX;
  return height + 0.5;
}

/** No room for origins in boxes: they stand above them, the page's from the left, the first server's from the right. */
function drawNarrow(sheet: Sheet, page: Actor, browser: Actor, servers: readonly Actor[]): number {
  const { width } = sheet.lanes;
  const left = wrap(page.detail, SMALL, width / 2 - 4, MOST_LINES);
  const right = wrap(servers[0]?.detail ?? '', SMALL, width / 2 - 4, MOST_LINES);
  const rows = Math.max(left.length, right.length);
  const stand = (lines: readonly string[], x: number, anchor: 'start' | 'end') =>
    lines.forEach((part, row) => {
      const at = [x, 10 + SMALL_LINE_PX * (row + rows - lines.length)] as const;
      sheet.shapes.push(text(at, [{ text: part, colour: 'text-soft' }], SMALL, anchor));
    });
  stand(left, 1, 'start');
  stand(right, width - 1, 'end');
  const y = SMALL_LINE_PX * rows + 3.5;
  for (const { title, x: middle } of [page, browser, ...servers]) {
    const wide = widthOf(title, TITLE) + 12;
    const x = Math.min(Math.max(0.5, middle - wide / 2), width - wide - 0.5);
    sheet.shapes.push(box([x, y], wide, 20, 'ground-raised', 'line-strong'));
    const at = [x + wide / 2, y + 14] as const;
    sheet.shapes.push(text(at, [{ text: title, colour: 'text', bold: true }], TITLE, 'middle', false));
  }
  sheet.y = y + 20 + GAP_PX;
  return y + 20;
}

/** On a line that servers share, says whose turn it is whenever that changes. */
export function turnTo(sheet: Sheet, { from, to }: Message): void {
  const index = typeof from === 'number' ? from : to;
  if (!sheet.lanes.shared || typeof index !== 'number' || index === sheet.server) return;
  sheet.server = index;
  const { lanes, shapes } = sheet;
  const title = serverTitle(sheet, index);
  const lines = wrap(originWords(sheet.story.servers[index] ?? ''), MONO, lanes.width - lanes.browser - 40, MOST_LINES);
  const wide = Math.max(widthOf(title, TITLE), ...lines.map((part) => widthOf(part, MONO))) + 16;
  const height = 22 + LINE_PX * lines.length;
  const x = Math.min((lanes.servers[0] ?? 0) - wide / 2, lanes.width - wide - 0.5);
  shapes.push(box([x, sheet.y], wide, height, 'ground-raised', 'line-strong'));
  const middle = x + wide / 2;
  const heading = [{ text: title, colour: 'text', bold: true }] as const;
  shapes.push(text([middle, sheet.y + 16], heading, TITLE, 'middle', false));
  lines.forEach((part, row) => {
    const at = [middle, sheet.y + 31 + LINE_PX * row] as const;
    shapes.push(text(at, [{ text: part, colour: 'text-soft' }], MONO, 'middle', false));
  });
  sheet.y += height + GAP_PX;
}
