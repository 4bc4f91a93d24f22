import { visibleLine } from '../report/visible.ts';

export interface Font {
  readonly mono: boolean;
  /** Pixels. */
  readonly size: number;
  readonly bold: boolean;
}

const NARROW = /[\s.,:;!|'’`ijlftrI()[\]/\\]/;
const BROAD = /[mwMW@%]/;
// East Asian wide letters and emoji.
const DOUBLE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{10000}-\u{10ffff}]/u;

function emOf(character: string, mono: boolean): number {
  if (DOUBLE.test(character)) return 1.25;
  if (mono) return 0.61;
  if (NARROW.test(character)) return 0.36;
  if (BROAD.test(character)) return 0.95;
  return /[A-Z]/.test(character) ? 0.7 : 0.58;
}

/**
 * About how many pixels a text takes, rather too many than too few: which font will draw it is not known here, and the
 * same picture has to come out wherever it is made.
 */
export function widthOf(text: string, { mono, size, bold }: Font): number {
  let em = 0;
  for (const character of text) em += emOf(character, mono);
  return em * size * (bold && !mono ? 1.06 : 1);
}

const LONGEST = 600;

/** Foreign text as one line that can be seen, cut where nobody would read on. */
export const plain = (text: string): string => {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return visibleLine(cut.replaceAll('\t', ' '));
};

// A line may end after these; a header's value has few spaces.
const BREAK_AFTER = /[\s,;/&?=-]/;

/**
 * Cuts a text into lines no wider than `width` pixels, at places where one would, or anywhere when there is none. Lines
 * beyond `most` are left out, which an ellipsis tells.
 */
export function wrap(text: string, font: Font, width: number, most = Number.POSITIVE_INFINITY): readonly string[] {
  const lines: string[] = [];
  let rest = Array.from(text);
  while (rest.length > 0) {
    let used = 0;
    let end = 0;
    let breakAt = 0;
    for (const character of rest) {
      used += widthOf(character, font);
      if (used > width && end > 0) break;
      end += 1;
      if (BREAK_AFTER.test(character)) breakAt = end;
    }
    // A break that leaves most of the line empty is worse than a break within a word.
    const cut = end < rest.length && breakAt > end / 3 ? breakAt : end;
    lines.push(rest.slice(0, cut).join('').trim());
    rest = rest.slice(cut);
    if (lines.length === most && rest.length > 0) {
      const last = Array.from(lines[most - 1] ?? '');
      lines[most - 1] = `${last.slice(0, Math.max(1, last.length - 1)).join('')}…`;
      break;
    }
  }
  return lines.length > 0 ? lines : [''];
}
