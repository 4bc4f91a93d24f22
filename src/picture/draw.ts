import type { Colour, Picture, Shape } from './shapes.ts';

/** A piece of an SVG document, before it becomes elements or text. */
export interface SvgNode {
  readonly tag: 'g' | 'line' | 'path' | 'rect' | 'text' | 'tspan';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

/** The value that a colour is painted with, as CSS writes it. */
export type Paint = (colour: Colour) => string;

const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, Cantarell, sans-serif';
const MONO = 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';
const DASHES = '5 4';

/** Numbers short enough to read; the picture has no finer detail. */
const round = (value: number): number => Math.round(value * 100) / 100;

const node = (tag: SvgNode['tag'], attributes: SvgNode['attributes'], children: SvgNode['children'] = []): SvgNode => ({
  tag,
  attributes,
  children,
});

function draw(shape: Shape, paint: Paint): SvgNode {
  switch (shape.kind) {
    case 'line':
      return node('line', {
        x1: round(shape.from[0]),
        y1: round(shape.from[1]),
        x2: round(shape.to[0]),
        y2: round(shape.to[1]),
        stroke: paint(shape.colour),
        'stroke-width': shape.width,
        ...(shape.dashed ? { 'stroke-dasharray': DASHES } : {}),
      });
    case 'box':
      return node('rect', {
        x: round(shape.x),
        y: round(shape.y),
        width: round(shape.width),
        height: round(shape.height),
        rx: 4,
        fill: paint(shape.fill),
        stroke: paint(shape.stroke),
        ...(shape.dashed ? { 'stroke-dasharray': DASHES } : {}),
      });
    case 'path':
      return node('path', {
        d: shape.d,
        transform: `translate(${round(shape.at[0])} ${round(shape.at[1])})`,
        fill: shape.fill ? paint(shape.fill) : 'none',
        ...(shape.stroke
          ? {
              stroke: paint(shape.stroke),
              'stroke-width': shape.width,
              'stroke-linecap': 'round',
              'stroke-linejoin': 'round',
            }
          : {}),
      });
    case 'text':
      return node(
        'text',
        {
          x: round(shape.x),
          y: round(shape.y),
          'font-family': shape.mono ? MONO : SANS,
          'font-size': shape.size,
          ...(shape.anchor === 'start' ? {} : { 'text-anchor': shape.anchor }),
          ...(shape.halo
            ? { 'paint-order': 'stroke', stroke: paint('ground'), 'stroke-width': 4, 'stroke-linejoin': 'round' }
            : {}),
        },
        shape.runs.map(({ text, colour, bold, gap }) =>
          node('tspan', { fill: paint(colour), ...(bold ? { 'font-weight': 700 } : {}), ...(gap ? { dx: gap } : {}) }, [
            text,
          ]),
        ),
      );
  }
}

/** The picture as a tree of SVG, without its outermost element. */
export const drawn = (picture: Picture, paint: Paint): readonly SvgNode[] =>
  picture.shapes.map((shape) => draw(shape, paint));
