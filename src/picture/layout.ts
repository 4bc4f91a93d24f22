import { drawActors, turnTo } from './actors.ts';
import { drawHeaders } from './header-lines.ts';
import { laneOf, lanesFor } from './lanes.ts';
import { type Colour, colourOf, type Picture, type Run, type Shape, sign } from './shapes.ts';
import { box, GAP_PX, LINE_PX, line, type Sheet, SOFT, TITLE, text } from './sheet.ts';
import type { Aside, Check, Message, Story } from './story.ts';
import { plain, widthOf, wrap } from './text.ts';

/** Lays a story out for a room of so many pixels, top to bottom. The same story and room always give the same picture. */
export function layOut(story: Story, room: number): Picture {
  const lanes = lanesFor(story, room);
  const sheet: Sheet = { lanes, shapes: [], y: 0, server: 0, story };
  const top = drawActors(sheet);
  for (const event of story.events) {
    if (event.kind === 'message') drawMessage(sheet, event);
    else if (event.kind === 'check') drawCheck(sheet, event);
    else drawAside(sheet, event);
    sheet.y += GAP_PX;
  }
  const height = Math.ceil(sheet.y);
  const all = [lanes.page, lanes.browser, ...lanes.servers];
  const lines = all.map((x): Shape => line([x, top], [x, height - 4], 'line-strong'));
  return { width: lanes.width, height, shapes: [...lines, ...sheet.shapes] };
}

const isOpen = ({ state }: Message): boolean => state === 'never' || state === 'waiting';

function colourOfMessage({ state }: Message, { verdict }: Story): Colour {
  if (state === 'failed') return verdict === 'blocked' ? 'bad' : 'warn';
  return state === 'happened' ? 'text' : 'text-soft';
}

/** Words, an arrow below them, and below that the headers. */
function drawMessage(sheet: Sheet, message: Message): void {
  turnTo(sheet, message);
  const { lanes, shapes, story } = sheet;
  const [from, to] = [laneOf(lanes, message.from), laneOf(lanes, message.to)];
  const start = Math.min(from, to) + 9;
  const room = Math.max(from, to) - start - 9;
  // There is little room between page and browser in a narrow picture: words may run on over the other lines.
  const toPage = typeof message.from !== 'number' && typeof message.to !== 'number';
  const wordRoom = toPage && lanes.narrow ? lanes.width - start - 4 : room;
  const colour = colourOfMessage(message, story);
  const { aside } = message;
  const lines = wrap(plain(message.text), TITLE, wordRoom, 3);
  const beside = aside !== null && widthOf(`${lines.at(-1)}${aside}`, TITLE) + 8 <= wordRoom;
  lines.forEach((part, row) => {
    const runs: Run[] = [{ text: part, colour: message.textFails ? 'bad' : colour, bold: !isOpen(message) }];
    if (beside && row === lines.length - 1) runs.push({ text: aside, colour: 'text-soft', gap: 8 });
    shapes.push(text([start, sheet.y + 10], runs, TITLE));
    sheet.y += LINE_PX;
  });
  if (aside !== null && !beside) {
    shapes.push(text([start, sheet.y + 10], [{ text: aside, colour: 'text-soft' }], SOFT));
    sheet.y += LINE_PX;
  }
  drawArrow(sheet, from, to, colour, message);
  drawHeaders(sheet, message.headers, start, Math.max(room, 120));
}

/** What never happened does not arrive: its line ends in the open. */
const SHORT_PX = 26;

function drawArrow(sheet: Sheet, from: number, to: number, colour: Colour, message: Message): void {
  const { shapes } = sheet;
  const y = sheet.y + 2;
  const back = to < from;
  const never = message.state === 'never';
  const short = never ? SHORT_PX : 1;
  const tip = back ? to + short : to - short;
  shapes.push(line([from, y], [tip, y], colour, message.state === 'failed' ? 2 : 1.5, isOpen(message)));
  if (never) {
    shapes.push({ kind: 'path', d: 'm-4-4 8 8m0-8-8 8', at: [tip, y], fill: null, stroke: colour, width: 1.6 });
  } else {
    const d = back ? 'M0 0 8-4.5v9z' : 'M0 0-8-4.5v9z';
    shapes.push({ kind: 'path', d, at: [tip, y], fill: colour, stroke: null, width: 0 });
  }
  sheet.y += 8;
}

const GROUNDS: Readonly<Record<Check['state'], Colour>> = {
  failed: 'bad-ground',
  warned: 'warn-ground',
  asked: 'ask-ground',
  passed: 'ground',
};

/** A decision of the browser, on its line. Only one that ended the call has a box around it. */
function drawCheck(sheet: Sheet, check: Check): void {
  const { lanes, shapes } = sheet;
  const ended = check.state !== 'passed';
  const colour = ended ? colourOf(check.state) : 'text-soft';
  const font = ended ? TITLE : SOFT;
  const x = lanes.browser + 18;
  const lines = wrap(plain(check.text), font, lanes.width - x - 14);
  const height = LINE_PX * lines.length + 11;
  if (ended) {
    const width = Math.max(...lines.map((part) => widthOf(part, font))) + 44;
    const fitting = Math.min(width, lanes.width - lanes.browser + 13);
    shapes.push(box([lanes.browser - 14, sheet.y], fitting, height, GROUNDS[check.state], colour));
  }
  shapes.push(...sign(check.state, [lanes.browser, sheet.y + height / 2]));
  lines.forEach((part, row) => {
    const at = [x, sheet.y + 16.5 + LINE_PX * row] as const;
    shapes.push(text(at, [{ text: part, colour, bold: ended }], font, 'start', !ended));
  });
  sheet.y += height;
}

/** Something that took the place of messages: a hollow box on the browser's line. */
function drawAside(sheet: Sheet, aside: Aside): void {
  const { lanes, shapes } = sheet;
  const start = sheet.y;
  const x = lanes.browser + 14;
  const room = lanes.width - x - 22;
  shapes.push(box([lanes.browser - 6, start], 12, 18, 'ground', 'line-strong', true));
  for (const part of wrap(plain(aside.text), SOFT, room)) {
    shapes.push(text([x, sheet.y + 13], [{ text: part, colour: 'text-soft' }], SOFT));
    sheet.y += LINE_PX;
  }
  if (aside.headers.length > 0) sheet.y += 3;
  drawHeaders(sheet, aside.headers, x, Math.max(120, room));
  sheet.y = Math.max(sheet.y, start + 18);
}
