/** Colours by what they mean; the panel paints them with its theme, an export with fixed values. */
export const COLOURS = [
  'ground',
  'ground-raised',
  'text',
  'text-soft',
  'line',
  'line-strong',
  'accent',
  'bad',
  'bad-ground',
  'good',
  'warn',
  'warn-ground',
  'ask',
  'ask-ground',
  'on-fill',
] as const;
export type Colour = (typeof COLOURS)[number];

/** A stretch of a text with a look of its own. */
export interface Run {
  readonly text: string;
  readonly colour: Colour;
  readonly bold?: boolean;
  /** Pixels left free before it. */
  readonly gap?: number;
}

/** What a picture is made of. Pixels, from its upper left corner. */
export type Shape =
  | {
      readonly kind: 'line';
      readonly from: readonly [x: number, y: number];
      readonly to: readonly [x: number, y: number];
      readonly colour: Colour;
      readonly width: number;
      readonly dashed: boolean;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Colour;
      readonly stroke: Colour;
      readonly dashed: boolean;
    }
  | {
      readonly kind: 'path';
      /** SVG path data, drawn from `at`. */
      readonly d: string;
      readonly at: readonly [x: number, y: number];
      readonly fill: Colour | null;
      readonly stroke: Colour | null;
      readonly width: number;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the baseline. */
      readonly y: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly mono: boolean;
      readonly size: number;
      readonly runs: readonly Run[];
      /** Keeps lines that pass below it away from its letters. */
      readonly halo: boolean;
    };

/** A whole picture, in pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

type MarkKind = 'failed' | 'warned' | 'asked' | 'passed';

// Centred on 0,0. The same outlines as the verdicts' icons have: each state is told apart without colour.
const MARKS: Readonly<
  Record<
    MarkKind,
    { readonly outline: string; readonly mark: string; readonly colour: Colour; readonly hollow: boolean }
  >
> = {
  failed: {
    outline: 'M-3.4-8h6.8L8-3.4v6.8L3.4 8h-6.8L-8 3.4v-6.8z',
    mark: 'm-3-3 6 6m0-6-6 6',
    colour: 'bad',
    hollow: false,
  },
  warned: { outline: 'M0-8.2 8.6 7h-17.2z', mark: 'M0-3v4.4m0 2v.8', colour: 'warn', hollow: false },
  asked: {
    outline: 'M0-9 9 0 0 9-9 0z',
    mark: 'M-2-2.2c.2-2.4 4-2.3 4 .1 0 1.7-2 1.7-2 3.2m0 2v.7',
    colour: 'ask',
    hollow: false,
  },
  passed: {
    outline: 'M0-7a7 7 0 1 1 0 14A7 7 0 0 1 0-7z',
    mark: 'm-3.4.2 2.4 2.4 4.4-4.8',
    colour: 'good',
    hollow: true,
  },
};

/** A sign of a state, centred. */
export function sign(kind: MarkKind, at: readonly [number, number]): readonly Shape[] {
  const { outline, mark, colour, hollow } = MARKS[kind];
  return [
    { kind: 'path', d: outline, at, fill: hollow ? 'ground' : colour, stroke: colour, width: 1.5 },
    { kind: 'path', d: mark, at, fill: null, stroke: hollow ? colour : 'on-fill', width: 1.8 },
  ];
}

/** The colour of a state's sign. */
export const colourOf = (kind: MarkKind): Colour => MARKS[kind].colour;
