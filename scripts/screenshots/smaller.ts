import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { indexed } from './palette.ts';

const SIGNATURE = 8;
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** A header's bytes 8 and 9, as the PNG standard numbers them. */
const DEPTH = 8;
const KIND = 9;
const PALETTE = 3;

/**
 * The same picture in fewer bytes: browsers pack screenshots fast rather than small.
 * @param png 8 bits a channel, RGB or RGBA, not interlaced; opacity, which a screenshot does not need, is left out
 * @param cut pixels to leave out at the top
 * @throws Error for any other PNG
 */
export function smaller(png: Buffer, cut = 0): Buffer {
  const header = Buffer.from(png.subarray(16, 29));
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const channels = CHANNELS[header[KIND] ?? 0];
  if (header[DEPTH] !== 8 || channels === undefined || header[12] !== 0) throw new Error('no PNG as browsers make it');
  const rgb = unfiltered(inflateSync(dataOf(png)), width, height, channels);
  const { palette, pixels } = indexed(rgb.subarray(cut * width * 3));
  header.writeUInt32BE(height - cut, 4);
  header[KIND] = PALETTE;
  // Places in a palette are no measures: no filter helps them.
  const rows = Array.from({ length: height - cut }, (_, y) => [
    Buffer.of(0),
    pixels.subarray(y * width, (y + 1) * width),
  ]);
  return Buffer.concat([
    png.subarray(0, SIGNATURE),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(Buffer.concat(rows.flat()), { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function dataOf(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(parts);
}

/** RGB, row after row. https://www.w3.org/TR/png-3/#9Filters */
function unfiltered(data: Buffer, width: number, height: number, channels: number): Buffer {
  const stride = width * channels;
  let above = Buffer.alloc(stride);
  const rows = Array.from({ length: height }, (_, y) => {
    const start = y * (stride + 1);
    const row = Buffer.from(data.subarray(start + 1, start + 1 + stride));
    const filter = data[start] ?? 0;
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : (row[x - channels] ?? 0);
      const up = above[x] ?? 0;
      const corner = x < channels ? 0 : (above[x - channels] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter] ?? 0;
      row[x] = (row[x] ?? 0) + guess;
    }
    above = row;
    return channels === 3 ? row : withoutOpacity(row);
  });
  return Buffer.concat(rows);
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [l, u, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return l <= u && l <= c ? left : u <= c ? up : corner;
}

const withoutOpacity = (row: Buffer): Buffer => row.filter((_, x) => x % 4 !== 3) as Buffer;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
