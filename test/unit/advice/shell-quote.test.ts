import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellQuote } from '../../../src/advice/shell-quote.ts';
import { argumentsOf } from './shell.ts';

/** Code units up to 255 are bytes, others their UTF-8; NUL cannot be passed. */
const bytesOf = (text: string): Buffer =>
  Buffer.concat(
    Array.from(text)
      .filter((character) => character !== '\0')
      .map((character) => Buffer.from(character, character <= 'ÿ' ? 'latin1' : 'utf8')),
  );
const arrive = (values: readonly string[]): readonly Buffer[] =>
  argumentsOf([`curl ${values.map(shellQuote).join(' ')}`])[0] ?? [];

const hostile = [
  '',
  "it's",
  "'; touch pwned; '",
  '$(id) `id` \u0024{HOME} $HOME !! \\',
  'a\nb\n\n',
  '\n',
  '\r\n\t',
  '-n',
  '--output /etc/passwd',
  '%s %d \\0 \\n',
  '\u001b[31m\u0007\u007f',
  'caf\u00e9 \u00ff\u0080',
  '\u202egpj.exe',
  '😀',
  '[{a,b}]*?~',
  "'''",
  'a\0b',
];

describe('an argument quoted for a POSIX shell', () => {
  it.each(hostile.map((value) => [JSON.stringify(value), value]))('%s arrives byte for byte', (_name, value) => {
    expect(arrive([value])).toEqual([bytesOf(value)]);
  });
  it('is plain visible ASCII, but for line breaks', () => {
    for (const value of hostile) expect(shellQuote(value)).toMatch(/^[\x20-\x7e\n]*$/);
  });
  it('arrives whatever it is', () => {
    const values = fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(values, (texts) => {
        expect(arrive(texts)).toEqual(texts.map(bytesOf));
      }),
      { numRuns: 25 },
    );
  });
  it('arrives when it is made of what shells mind', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'\'"`$\\!*?[]{}()<>|&;#~ \t\n%-=\u00e9\u0001'), maxLength: 30 });
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 40, maxLength: 40 }), (texts) => {
        expect(arrive(texts)).toEqual(texts.map(bytesOf));
      }),
      { numRuns: 25 },
    );
  });
});
