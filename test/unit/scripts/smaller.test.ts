import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { indexed } from '../../../scripts/screenshots/palette.ts';
import { readPng, writePng } from '../../../scripts/screenshots/png.ts';
import { smaller } from '../../../scripts/screenshots/smaller.ts';

const ICON = readFileSync(new URL('../../../public/icons/icon-128.png', import.meta.url));

it('makes a smaller picture with a palette, cut at the top', () => {
  const made = smaller(ICON, 28);
  expect([made.readUInt32BE(16), made.readUInt32BE(20), made[25]]).toEqual([128, 100, 3]);
  expect(made.length).toBeLessThan(ICON.length);
});

it('keeps the colour of a small icon among hundreds of greys', () => {
  const greys = Array.from({ length: 256 }, (_, grey) => [grey, grey, grey]);
  const text = [...greys, ...greys, ...greys.map(([red = 0, green = 0, blue = 0]) => [red, green, (blue + 1) % 256])];
  const { palette, pixels } = indexed(Buffer.from([...text, [200, 120, 0]].flat()));
  const last = (pixels.at(-1) ?? 0) * 3;
  expect([...palette.subarray(last, last + 3)]).toEqual([200, 120, 0]);
  expect(palette.length).toBe(256 * 3);
});

it('reads again what it wrote', () => {
  const made = readPng(smaller(ICON));
  expect([made.width, made.height, made.rgb.length]).toEqual([128, 128, 128 * 128 * 3]);
  // An icon has few colours: none is lost.
  expect(readPng(writePng(made))).toEqual(made);
});

it('refuses what browsers do not make', () => {
  const deep = Buffer.from(ICON);
  deep[24] = 16;
  expect(() => smaller(deep)).toThrow('no PNG as browsers make it');
});
