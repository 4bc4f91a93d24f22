import type { Pixels } from '../../scripts/screenshots/png.ts';

/** So many pixels of a screenshot, each way, become one of what is kept: small, and no letter's edge counts. */
export const FACTOR = 4;

/** The picture at a quarter of its size; what is left over at the right and the bottom is left out. */
export function thumbnail({ width, height, rgb }: Pixels): Pixels {
  const [columns, rows] = [Math.floor(width / FACTOR), Math.floor(height / FACTOR)];
  const small = Buffer.alloc(columns * rows * 3);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let dy = 0; dy < FACTOR; dy++) {
          for (let dx = 0; dx < FACTOR; dx++) {
            sum += rgb[((y * FACTOR + dy) * width + x * FACTOR + dx) * 3 + channel] ?? 0;
          }
        }
        small[(y * columns + x) * 3 + channel] = Math.round(sum / FACTOR ** 2);
      }
    }
  }
  return { width: columns, height: rows, rgb: small };
}

/** Of 255: what a colour may be off by. A pale ground that is lost is off by more. */
const COLOUR = 9;
/** Points of a thumbnail that are looked at as one, each way. */
const CELL = 2;

/** The share of a picture that looks different, between 0 and 1; 1 for another size. */
export function difference(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  const [columns, rows] = [Math.floor(a.width / CELL), Math.floor(a.height / CELL)];
  let different = 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if (cellsDiffer(a, b, x * CELL, y * CELL)) different += 1;
    }
  }
  return different / (columns * rows);
}

function cellsDiffer(a: Pixels, b: Pixels, left: number, top: number): boolean {
  for (let channel = 0; channel < 3; channel++) {
    let sum = 0;
    for (let y = top; y < top + CELL; y++) {
      for (let x = left; x < left + CELL; x++) {
        const at = (y * a.width + x) * 3 + channel;
        sum += (a.rgb[at] ?? 0) - (b.rgb[at] ?? 0);
      }
    }
    if (Math.abs(sum) / CELL ** 2 > COLOUR) return true;
  }
  return false;
}
