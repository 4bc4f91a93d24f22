import { pictureWords as words } from '../words/picture.ts';
import type { ShownHeader } from './headers.ts';
import type { Run } from './shapes.ts';
import { LINE_PX, MONO, type Sheet, text } from './sheet.ts';
import { plain, widthOf, wrap } from './text.ts';

const INDENT_PX = 14;
const MOST_LINES = 6;
const CROSS = 'm-3-3 6 6m0-6-6 6';
const TICK = 'm-3.4.2 2.4 2.4 4.4-4.8';

/** Draws header lines below each other; a failed one with a cross, and with what would have passed. */
export function drawHeaders(sheet: Sheet, headers: readonly ShownHeader[], start: number, room: number): void {
  for (const header of headers) drawHeader(sheet, header, start, room - INDENT_PX);
}

function drawHeader(sheet: Sheet, header: ShownHeader, start: number, room: number): void {
  const failed = header.state === 'failed';
  const x = start + INDENT_PX;
  if (header.state !== 'plain') {
    const at = [start + 4, sheet.y + 7] as const;
    const look = failed
      ? ({ d: CROSS, stroke: 'bad', width: 2 } as const)
      : ({ d: TICK, stroke: 'good', width: 1.6 } as const);
    sheet.shapes.push({ kind: 'path', at, fill: null, ...look });
  }
  for (const runs of linesOf(header, failed, room)) {
    sheet.shapes.push(text([x, sheet.y + 11], runs, MONO));
    sheet.y += LINE_PX;
  }
  if (!failed || header.want === null) return;
  for (const part of wrap(`${words.expected}: ${plain(header.want)}`, MONO, room, MOST_LINES)) {
    sheet.shapes.push(text([x, sheet.y + 11], [{ text: part, colour: 'good' }], MONO));
    sheet.y += LINE_PX;
  }
}

/** Name and value on one line, else below each other, else cut wherever they must be. */
function linesOf({ name, value }: ShownHeader, failed: boolean, room: number): readonly (readonly Run[])[] {
  const nameRun = (part: string): Run => ({ text: part, colour: failed ? 'bad' : 'text-soft', bold: failed });
  const valueRun = (part: string): Run => ({ text: part, colour: failed ? 'bad' : 'text', bold: failed });
  const label = `${plain(name)}:`;
  const shown = value === null ? words.notSent : value === '' ? words.empty : plain(value);
  if (widthOf(`${label} ${shown}`, MONO) <= room) return [[nameRun(label), valueRun(` ${shown}`)]];
  return [
    ...wrap(label, MONO, room, MOST_LINES).map((part) => [nameRun(part)]),
    ...wrap(shown, MONO, room, MOST_LINES).map((part) => [valueRun(part)]),
  ];
}
