import { describe, expect, it } from 'vitest';
import { de as deWords } from '../../../src/words/de/words.ts';
import { en as enWords } from '../../../src/words/en/words.ts';
import { blocksOf, inlinesOf } from '../../../src/words/pages/blocks.ts';
import { de as deText } from '../../../src/words/pages/de/pages.ts';
import { en as enText } from '../../../src/words/pages/en/pages.ts';
import { headerPage, type Page, type PageId } from '../../../src/words/pages/page.ts';
import { PAGE_IDS, pagesOf } from '../../../src/words/pages/pages.ts';

const en = pagesOf(enText, enWords);
const de = pagesOf(deText, deWords);
const ids: readonly PageId[] = [...Object.values(PAGE_IDS).flat(), 'contents'];

const textOf = ({ title, text, act, who }: Page): string => [title, ...text, act ?? '', who ?? ''].join('\n');
const codeOf = (text: string): readonly string[] =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`]*)`/g)].map((match) => match[1] ?? '').sort();
const fencesOf = (text: string): readonly string[] => text.match(/```[\s\S]*?```/g) ?? [];
const ENGLISH =
  /\b(?:the|and|is|are|were|not|of|to|with|for|this|that|which|it|by|from|must|be|answers?|page|never|has|have|when|does|but|without|only|other|sent|should|cannot|if|or|at|on|no|nothing|request|response)\b/;
const bare = (text: string): string =>
  text
    .replace(/```[\s\S]*?```|`[^`]*`/g, '')
    .replace(/Opaque Response Blocking|Fetch Standard|Cross-Origin Resource Sharing/g, '')
    .replace(/[\p{L}\d]+(?:-[\p{L}\d]*)+/gu, '');

describe('the pages', () => {
  it('are one for every cause, lookalike, hint, near miss, note, step, header and subject', () => {
    expect(ids.length).toBeGreaterThan(125);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(ids)('%s says something in both languages, with the same code', (id) => {
    const pages = [en.page(id), de.page(id)] as const;
    for (const page of pages) {
      expect(page.title.trim()).not.toBe('');
      expect(page.text.join(' ').length).toBeGreaterThan(40);
      expect(textOf(page)).not.toMatch(/undefined|\[object/);
      expect(textOf(page).split('`').length % 2).toBe(1);
      expect(page.related.every((link) => ids.includes(link.id) && link.id !== id && link.title !== '')).toBe(true);
      expect(page.spec === null || page.spec.url.startsWith('https://')).toBe(true);
    }
    const [english, german] = pages;
    expect(codeOf(textOf(german))).toEqual(codeOf(textOf(english)));
    expect(fencesOf(textOf(german))).toEqual(fencesOf(textOf(english)));
    expect(ENGLISH.exec(bare(textOf(german)))).toBeNull();
    expect(german.text).not.toEqual(english.text);
  });

  it('show what goes wrong and what would pass, not twice the same', () => {
    const same = PAGE_IDS.cause.filter((id) => {
      const { example } = en.page(id);
      return example?.answer && example.instead && example.answer.join('\n') === example.instead.join('\n');
    });
    expect(same).toEqual([]);
  });

  it('never advise what must not be advised', () => {
    const all = ids.map((id) => textOf(en.page(id)) + (en.page(id).example?.instead ?? []).join('\n')).join('\n');
    expect(all).not.toMatch(/disable[- ]web[- ]security|allorigins|cors-anywhere|Allow-Origin: null/i);
  });
});

it('finds the page of a header whatever its case', () => {
  expect([headerPage('Access-Control-Allow-Origin'), headerPage('VARY'), headerPage('x-other')]).toEqual([
    'header/access-control-allow-origin',
    'header/vary',
    null,
  ]);
});

describe('the marks of a text', () => {
  it('are paragraphs, headings, lists and code', () => {
    expect(blocksOf('\nOne\ntwo.\n\n## Head\n\n- a\n- b\n\n```\n- x\n\ny\n```\n\nEnd')).toEqual([
      { kind: 'paragraph', text: 'One\ntwo.' },
      { kind: 'heading', text: 'Head' },
      { kind: 'list', items: ['a', 'b'] },
      { kind: 'code', lines: ['- x', '', 'y'] },
      { kind: 'paragraph', text: 'End' },
    ]);
  });

  it('keep a star in code as it is', () => {
    expect(inlinesOf('a `*` and *bold*')).toEqual([
      { kind: 'plain', text: 'a ' },
      { kind: 'code', text: '*' },
      { kind: 'plain', text: ' and ' },
      { kind: 'stress', text: 'bold' },
    ]);
    expect(inlinesOf('* in a call, or * alone')).toEqual([{ kind: 'plain', text: '* in a call, or * alone' }]);
  });
});
