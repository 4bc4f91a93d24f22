import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { indexed } from './palette.ts';

/** A picture without opacity. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGB after RGB, row after row. */
  readonly rgb: Buffer;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const PALETTE = 3;
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, [PALETTE]: 1, 6: 4 };

/** @throws Error for any but a PNG of 8 bits a channel, not interlaced, in RGB, RGBA or a palette; opacity is left out */
export function readPng(png: Buffer): Pixels {
  const header = png.subarray(16, 29);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const kind = header[9] ?? 0;
  const channels = CHANNELS[kind];
  if (header[8] !== 8 || channels === undefined || header[12] !== 0) throw new Error('no PNG as browsers make it');
  const data = unfiltered(inflateSync(chunksOf(png, 'IDAT')), width, height, channels);
  if (kind !== PALETTE) return { width, height, rgb: channels === 3 ? data : withoutOpacity(data) };
  const colours = chunksOf(png, 'PLTE');
  const rgb = Buffer.alloc(width * height * 3);
  for (const [pixel, place] of data.entries()) colours.copy(rgb, pixel * 3, place * 3, place * 3 + 3);
  return { width, height, rgb };
}

/** A PNG of at most 256 colours: browsers pack screenshots fast rather than small. */
export function writePng({ width, height, rgb }: Pixels): Buffer {
  const { palette, pixels } = indexed(rgb);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, PALETTE], 8);
  // Places in a palette are no measures: no filter helps them.
  const rows = Array.from({ length: height }, (_, y) => [Buffer.of(0), pixels.subarray(y * width, (y + 1) * width)]);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(Buffer.concat(rows.flat()), { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunksOf(png: Buffer, type: string): Buffer {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === type) parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(parts);
}

/** The channels, row after row. https://www.w3.org/TR/png-3/#9Filters */
function unfiltered(data: Buffer, width: number, height: number, channels: number): Buffer {
  const stride = width * channels;
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1);
    const filter = data[from] ?? 0;
    const to = y * stride;
    data.copy(out, to, from + 1, from + 1 + stride);
    if (filter === 0) continue;
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : (out[to + x - channels] ?? 0);
      const up = y === 0 ? 0 : (out[to + x - stride] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (out[to + x - stride - channels] ?? 0);
      const guess =
        filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : filter === 4
                ? paeth(left, up, corner)
                : 0;
      out[to + x] = (out[to + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [l, u, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return l <= u && l <= c ? left : u <= c ? up : corner;
}

const withoutOpacity = (rgba: Buffer): Buffer => rgba.filter((_, x) => x % 4 !== 3) as Buffer;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
