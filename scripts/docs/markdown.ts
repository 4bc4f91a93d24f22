import { dirname, relative } from 'node:path/posix';
import { inlinesOf } from '../../src/words/pages/blocks.ts';
import type { Example, Link, Page, PageId } from '../../src/words/pages/page.ts';
import type { Pages } from '../../src/words/pages/pages.ts';

/** File (below docs/) and anchor of a page. Causes, lookalikes and subjects have a file each; the others share one. */
export function placeOf(id: PageId): { readonly file: string; readonly anchor: string | null } {
  const [kind, name = ''] = id.split('/');
  switch (kind) {
    case 'cause':
    case 'lookalike':
      return { file: `causes/${name}.md`, anchor: null };
    case 'learn':
      return { file: `learn/${name}.md`, anchor: null };
    case 'hint':
      return { file: 'hints.md', anchor: name };
    case 'near-miss':
      return { file: 'near-misses.md', anchor: name };
    case 'note':
    case 'step':
    case 'header':
      return { file: `${kind}s.md`, anchor: name };
    default:
      return { file: 'README.md', anchor: null };
  }
}

/** Text of ours as Markdown: stars and other marks outside of code stand for themselves. */
export const plain = (text: string): string =>
  inlinesOf(text)
    .map(({ kind, text: piece }) =>
      kind === 'code' ? `\`${piece}\`` : kind === 'stress' ? `*${piece}*` : piece.replace(/[\\<>[\]_*]/g, '\\$&'),
    )
    .join('');

/** A title: it holds no code and no stress, so that every mark in it stands for itself. */
export const heading = (text: string): string => text.replace(/[\\<>[\]_*]/g, '\\$&');

/** A link from one file of docs/ to a page. */
export function linkTo({ id, title }: Link, from: string): string {
  const { file, anchor } = placeOf(id);
  const path = file === from ? '' : relative(dirname(from), file);
  return `[${heading(title)}](${path}${anchor === null ? '' : `#${anchor}`})`;
}

const fence = (language: string, lines: readonly string[]): string => [`\`\`\`${language}`, ...lines, '```'].join('\n');

const exampleBlocks = (example: Example, { headings }: Pages['labels']): readonly string[] => [
  fence('http', [...example.request, '', ...(example.answer ?? [`# ${headings.noAnswer}`])]),
  ...(example.instead === null ? [] : [`${headings.instead}:`, fence('http', example.instead)]),
];

/** All that a page says, as blocks below a heading of `level` marks. `from` is the file that it stands in. */
export function pageBlocks(page: Page, { labels }: Pages, level: string, from: string): readonly string[] {
  const { headings } = labels;
  const section = (title: string, blocks: readonly string[]): readonly string[] =>
    blocks.length === 0 ? [] : [`${level}# ${title}`, ...blocks];
  // A subject's text is Markdown of the simple kind already.
  const text = page.id.startsWith('learn/') ? page.text.map((part) => part.trim()) : page.text.map(plain);
  return [
    ...text,
    ...section(headings.who, page.who === null ? [] : [page.who]),
    ...section(headings.act, page.act === null ? [] : [plain(page.act)]),
    ...section(headings.example, page.example === null ? [] : exampleBlocks(page.example, labels)),
    ...section(headings.curl, page.curl === null ? [] : [fence('sh', page.curl.split('\n'))]),
    ...section(headings.spec, page.spec === null ? [] : [`[${plain(page.spec.title)}](${page.spec.url})`]),
    ...section(
      headings.related,
      page.related.length === 0 ? [] : [page.related.map((link) => `- ${linkTo(link, from)}`).join('\n')],
    ),
  ];
}

/** The short form for files with many pages: text, advice, and one line of where to read on. */
export function entryBlocks(page: Page, from: string): readonly string[] {
  const { anchor } = placeOf(page.id);
  const spec = page.spec === null ? [] : [`[${plain(page.spec.title)}](${page.spec.url})`];
  const on = [...spec, ...page.related.map((link) => linkTo(link, from))];
  return [
    `<a id="${anchor}"></a>`,
    `## ${heading(page.title)}`,
    ...(page.code === null || page.id.startsWith('header/') ? [] : [`\`${page.code}\``]),
    ...page.text.map(plain),
    ...(page.act === null ? [] : [plain(page.act)]),
    ...(on.length === 0 ? [] : [on.join(' · ')]),
  ];
}

/** Blocks as a file. Says that it is made, so that nobody edits it. */
export const file = (blocks: readonly string[]): string =>
  `${['<!-- Made by `npm run docs` from src/words. -->', ...blocks].join('\n\n')}\n`;
