/** A PNG's palette holds this many colours. */
const MOST = 256;

export interface Indexed {
  /** RGB after RGB. */
  readonly palette: Buffer;
  /** One byte a pixel: its colour's place in the palette. */
  readonly pixels: Buffer;
}

/**
 * A picture in at most 256 colours: one of each kind, and those that it uses most; others become the nearest of them. Screens of text use a few
 * hundred, most of them in the smoothing of a letter's edge, so that nobody sees the difference.
 * @param rgb three bytes a pixel
 */
export function indexed(rgb: Buffer): Indexed {
  const counts = new Map<number, number>();
  const colours = new Uint32Array(rgb.length / 3);
  for (let pixel = 0; pixel < colours.length; pixel++) {
    const colour = rgb.readUIntBE(pixel * 3, 3);
    colours[pixel] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const kept = mostUsed(counts);
  const placeOf = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, kept)]));
  const palette = Buffer.alloc(kept.length * 3);
  for (const [place, colour] of kept.entries()) palette.writeUIntBE(colour, place * 3, 3);
  return { palette, pixels: Buffer.from(Uint8Array.from(colours, (colour) => placeOf.get(colour) ?? 0)) };
}

/** A small icon's colour must not be lost to the many greys of a text: each of 4096 kinds keeps its most used one first. */
function mostUsed(counts: ReadonlyMap<number, number>): readonly number[] {
  const byUse = [...counts].toSorted(([, a], [, b]) => b - a).map(([colour]) => colour);
  const kinds = new Map<number, number>();
  for (const colour of byUse) {
    const kind = colour & 0xf0f0f0;
    if (!kinds.has(kind)) kinds.set(kind, colour);
  }
  return [...new Set([...kinds.values(), ...byUse])].slice(0, MOST);
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, other] of palette.entries()) {
    const away = [16, 8, 0].reduce((sum, bits) => sum + (((colour >> bits) & 255) - ((other >> bits) & 255)) ** 2, 0);
    if (away < least) [best, least] = [place, away];
  }
  return best;
}
