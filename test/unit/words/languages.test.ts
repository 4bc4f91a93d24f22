import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageFor, setLanguage, ui, words } from '../../../src/words/language.ts';
import { allTexts, type Texts } from './all-texts.ts';

let english: Texts;
let german: Texts;
beforeAll(async () => {
  english = allTexts();
  await setLanguage('de');
  german = allTexts();
});
afterAll(() => setLanguage('en'));

// Names, and words that are the same in both languages.
const SHARED = new Set(
  'Node js Python CORS Lens Markdown JSON Text HAR SVG PNG URL Filter Preflight Preflights OPTIONS Status Origin Credentials Browser Server Chromium Firefox Fetch Standard ms s status'.split(
    ' ',
  ),
);
const isShared = (text: string): boolean =>
  (text.replace(/⟦\w+⟧|NaN/g, '').match(/\p{L}+/gu) ?? []).every((word) => SHARED.has(word));
// Words that no German sentence has. Left out are those that German has too: was, die, in, an, am, war, will, so …
const ENGLISH =
  /\b(?:the|and|is|are|were|not|of|to|with|for|this|that|which|it|its|by|from|must|be|calls?|answers?|answered|page|pages|never|has|have|had|when|does|your|you|their|they|but|without|only|other|sent|send|header names|could|should|can|cannot|one|two|if|or|as|at|on|no|nothing|request|response|blocked|allowed|failed)\b/i;

const codeOf = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]*)`/g)].map((match) => match[1] ?? '').sort();
const fillersOf = (text: string): readonly string[] => [...new Set(text.match(/⟦\w+⟧|NaN/g) ?? [])].sort();

/** What remains of a sentence without code, filled-in values, header names, hyphenated terms of Fetch and URLs. */
const bare = (text: string): string =>
  text
    .replace(/`[^`]*`/g, '')
    .replace(/https?:\S+/g, '')
    .replace(/Fetch Standard|Opaque Response Blocking|Access-Control-Allow-Credentials: true/g, '')
    .replace(/[\p{L}\d]+(?:-[\p{L}\d]*)+/gu, '');

describe('German', () => {
  it('has every text that English has', () => {
    expect([...german.keys()]).toEqual([...english.keys()]);
    expect(english.size).toBeGreaterThan(500);
    expect([...german].filter(([, text]) => text.trim() === '' || /undefined|\[object/.test(text))).toEqual([]);
  });

  it('is no English left over', () => {
    const same = [...german].filter(([name, text]) => english.get(name) === text && !isShared(text));
    expect(same).toEqual([]);
    expect(
      [...german].filter(([, text]) => ENGLISH.test(bare(text))).map(([name, text]) => [name, bare(text)]),
    ).toEqual([]);
  });

  it('says the same code and the same values in every sentence', () => {
    const of = (texts: Texts, parts: (text: string) => readonly string[]) =>
      [...texts].map(([name, text]) => `${name}: ${parts(text).join(' · ')}`);
    expect(of(german, codeOf)).toEqual(of(english, codeOf));
    expect(of(german, fillersOf)).toEqual(of(english, fillersOf));
  });

  it('addresses nobody as du or Sie', () => {
    const addressed = [...german].filter(([, text]) =>
      /\b(?:du|dich|dir|dein\w*|Ihr\w*|Ihnen)\b|[a-z,] Sie\b/.test(text),
    );
    expect(addressed).toEqual([]);
  });

  it('says causes in at most six words', () => {
    expect(Object.values(words().titles).filter((title) => title.split(' ').length > 6)).toEqual([]);
  });
});

describe('the language in use', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['tlh', 'de', 'en'], 'de'],
    [['en-GB', 'de'], 'en'],
    [['tlh-Latn'], 'en'],
    [[], 'en'],
  ])('for %j is %s', (preferred, language) => expect(languageFor(preferred)).toBe(language));

  it('changes words, labels and numbers together', async () => {
    await setLanguage('de');
    expect([words().language, ui.moreText(12345), ui.milliseconds(1500)]).toEqual([
      'de',
      'Alle 12.345 Zeichen zeigen',
      '1,50 s',
    ]);
    await setLanguage('en');
    expect([words().language, ui.moreText(12345), ui.milliseconds(1500)]).toEqual([
      'en',
      'Show all 12,345 characters',
      '1.50 s',
    ]);
  });
});
