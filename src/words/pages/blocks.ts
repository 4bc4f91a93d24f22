/** A piece of a subject's text: the few marks that the texts use, cut up for whoever lays them out. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const FENCE = '```';

/** Cuts a text at its blank lines. Lines that begin with `- ` are a list, `## ` a heading, between three backticks code. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const parts = text.trim().split(FENCE);
  parts.forEach((part, index) => {
    if (index % 2 === 1) {
      blocks.push({ kind: 'code', lines: part.trim().split('\n') });
      return;
    }
    for (const piece of part.split(/\n\s*\n/)) {
      const bare = piece.trim();
      if (bare === '') continue;
      if (bare.startsWith('- ')) blocks.push({ kind: 'list', items: bare.slice(2).split(/\n- /) });
      else if (bare.startsWith('## ')) blocks.push({ kind: 'heading', text: bare.slice(3) });
      else blocks.push({ kind: 'paragraph', text: bare });
    }
  });
  return blocks;
}

/** A piece of a line: plain, typed exactly so (between backticks), or stressed (between stars). */
export interface Inline {
  readonly kind: 'plain' | 'code' | 'stress';
  readonly text: string;
}

// A star that stands alone, as the wildcard does, is a star.
const STRESS = /\*(\p{L}[^*]*\p{L})\*/u;

/** Cuts a line at its backticks, and what is left at words between stars. */
export function inlinesOf(text: string): readonly Inline[] {
  return text
    .split('`')
    .flatMap((part, index): Inline[] =>
      index % 2 === 1
        ? [{ kind: 'code', text: part }]
        : part.split(STRESS).map((piece, star): Inline => ({ kind: star % 2 === 1 ? 'stress' : 'plain', text: piece })),
    )
    .filter(({ text: piece }) => piece !== '');
}
