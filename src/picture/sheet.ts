import type { Lanes } from './lanes.ts';
import type { Colour, Run, Shape } from './shapes.ts';
import type { Story } from './story.ts';
import type { Font } from './text.ts';

/** A picture while it is being drawn, from top to bottom. */
export interface Sheet {
  readonly story: Story;
  readonly lanes: Lanes;
  readonly shapes: Shape[];
  /** How far it is drawn, in pixels. */
  y: number;
  /** The server whose turn it is on a shared line. */
  server: number;
}

export const TITLE: Font = { mono: false, size: 12, bold: true };
export const SOFT: Font = { mono: false, size: 12, bold: false };
export const MONO: Font = { mono: true, size: 11, bold: false };
export const SMALL: Font = { mono: true, size: 10.5, bold: false };
export const LINE_PX = 15;
/** Between two events. */
export const GAP_PX = 16;

type Point = readonly [x: number, y: number];

export const line = (from: Point, to: Point, colour: Colour, width = 1, dashed = false): Shape => ({
  kind: 'line',
  from,
  to,
  colour,
  width,
  dashed,
});

/** Filled and outlined, its upper left corner at `at`. */
export const box = (at: Point, width: number, height: number, fill: Colour, stroke: Colour, dashed = false): Shape => ({
  kind: 'box',
  x: at[0],
  y: at[1],
  width,
  height,
  fill,
  stroke,
  dashed,
});

export const text = (
  [x, y]: Point,
  runs: readonly Run[],
  font: Font,
  anchor: 'start' | 'middle' | 'end' = 'start',
  halo = true,
): Shape => ({ kind: 'text', x, y, anchor, mono: font.mono, size: font.size, runs, halo });
