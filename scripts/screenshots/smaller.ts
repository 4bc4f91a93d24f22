import { readPng, writePng } from './png.ts';

/**
 * The same picture in fewer bytes and at most 256 colours.
 * @param png as browsers make it
 * @param cut pixels to leave out at the top
 * @throws Error for any other PNG
 */
export function smaller(png: Buffer, cut = 0): Buffer {
  const { width, height, rgb } = readPng(png);
  return writePng({ width, height: height - cut, rgb: rgb.subarray(cut * width * 3) });
}
