import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { optionsFor, type Vocabulary } from '../../../src/panel/filter/complete.ts';
import { matcherFor } from '../../../src/panel/filter/match.ts';
import { FIELDS, parseQuery, writtenValue } from '../../../src/panel/filter/query.ts';
import type { Facts } from '../../../src/panel/stores/tally.ts';
import { API, call } from '../../fixtures/panel-page/calls.ts';

const told = (text: string): string[] =>
  parseQuery(text).map(
    ({ negated, field, values }) => `${negated ? 'not ' : ''}${field ?? 'text'}=${values.join('|')}`,
  );

describe('a filter is read', () => {
  test.each([
    ['', []],
    ['   ', []],
    ['items', ['text=items']],
    ['Items PUT', ['text=items', 'text=put']],
    ['is:blocked', ['is=blocked']],
    ['IS:Blocked', ['is=blocked']],
    ['-is:allowed', ['not is=allowed']],
    ['is:blocked,failed', ['is=blocked|failed']],
    ['method:PUT, x', ['method=put', 'text=x']],
    ['server:"a b",c d', ['server=a b|c', 'text=d']],
    ['"two words"', ['text=two words']],
    ['-"two words"', ['not text=two words']],
    ['"open end', ['text=open end']],
    ['server:"open end', ['server=open end']],
    ['localhost:8081', ['text=localhost:8081']],
    ['http://api.test/x', ['text=http://api.test/x']],
    ['server:http://api.test', ['server=http://api.test']],
    ['cause:', ['cause=']],
    ['-', []],
    ['- x', ['text=x']],
    ['--x', ['not text=-x']],
    ['""', []],
    ['is:,,blocked', ['is=blocked']],
    ['foo"bar', ['text=foo"bar']],
  ])('%j', (text, terms) => {
    expect(told(text)).toEqual(terms);
  });

  test('never throws, and its terms lie in order within the text', () => {
    fc.assert(
      fc.property(odd, (text) => {
        let at = 0;
        for (const { from, to, values, field } of parseQuery(text)) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(to).toBeGreaterThan(from);
          if (!field) expect(values).toHaveLength(1);
          at = to;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('any value can be asked for as it is written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELDS), fc.string({ minLength: 1, unit: 'binary' }), (field, value) => {
        const asked = value.replaceAll('"', '').trim().toLowerCase();
        fc.pre(asked !== '');
        expect(parseQuery(`${field}:${writtenValue(value)}`).map(({ values }) => values)).toEqual([[asked]]);
      }),
    );
  });
});

/** Texts made of what the grammar is made of, and anything else. */
const odd = fc
  .array(
    fc.oneof(
      fc.constantFrom(...FIELDS.map((field) => `${field}:`), '"', '-', ',', ' ', ':', '\n', 'blocked', 'x'),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

const put = call({
  id: 'a',
  method: 'PUT',
  url: 'http://API.test/Items/1?q=2',
  preflight: { answer: { status: 403 } },
  answer: { status: 404 },
});
const image = call({ id: 'b', type: 'image', url: 'http://cdn.test/x.png' });
const moved = call({ id: 'c', url: API, redirects: [{ url: 'http://old.test/', answer: { status: 302 } }] });
const facts = (some: Partial<Facts>): Facts => ({
  verdict: 'blocked',
  code: 'allow-headers-lacks-header',
  same: null,
  notes: [],
  server: '',
  ...some,
});

describe('a filter matches', () => {
  test.each([
    ['', true],
    ['items', true],
    ['ITEMS put', true],
    ['items get', false],
    ['404', true],
    ['localhost:8080', true],
    ['-put', false],
    ['items -delete', true],
    ['-', true],
    ['"items/1?q"', true],
    ['is:blocked', true],
    ['is:b', true],
    ['is:allowed', false],
    ['-is:allowed', true],
    ['is:allowed,blocked', true],
    ['is:nonsense', false],
    ['server:api.test', true],
    ['server:cdn', false],
    ['origin:localhost', true],
    ['method:PUT,POST', true],
    ['method:get', false],
    ['cause:allow-headers', true],
    ['cause:allow-origin', false],
    ['status:404', true],
    ['status:403', true],
    ['status:4xx', true],
    ['status:5xx', false],
    ['status:none', false],
    ['type:fetch', true],
    ['type:xmlhttprequest', true],
    ['type:image', false],
    ['has:preflight', true],
    ['has:redirect', false],
    ['has:note', false],
    ['is:', true],
    ['is:blocked server:', true],
  ])('%j: %s', (text, matches) => {
    expect(matcherFor(text).matches(put, facts({}))).toBe(matches);
  });

  test.each([
    ['status:none', image, true],
    ['type:image', image, true],
    ['has:redirect', moved, true],
    ['server:old.test', moved, true],
    ['status:3xx', moved, true],
    ['-has:preflight', moved, true],
  ])('%j for another call', (text, exchange, matches) => {
    expect(matcherFor(text).matches(exchange, facts({ verdict: 'allowed' }))).toBe(matches);
  });

  test('by notes, once judged', () => {
    const noted = facts({ notes: ['vary-origin-missing'] });
    expect(matcherFor('has:note').matches(put, noted)).toBe(true);
    expect(matcherFor('has:note').needsFacts).toBe(true);
    expect(matcherFor('has:preflight').needsFacts).toBe(false);
  });

  test('what is not judged yet is neither blocked nor “not allowed”', () => {
    expect(matcherFor('is:blocked').matches(put, null)).toBe(false);
    expect(matcherFor('-is:allowed').matches(put, null)).toBe(false);
    expect(matcherFor('method:PUT').matches(put, null)).toBe(true);
  });

  test('or not, but never throws', () => {
    fc.assert(fc.property(odd, (text) => typeof matcherFor(text).matches(put, facts({})) === 'boolean'));
  });
});

const vocabulary: Vocabulary = {
  is: ['blocked', 'allowed'],
  has: ['preflight'],
  server: ['http://api.test', 'http://cdn.test'],
  origin: ['http://page.test'],
  method: ['GET', 'PUT'],
  cause: ['allow-origin-missing'],
  status: ['404'],
  type: ['fetch'],
};
const offered = (text: string, caret = text.length): string[] =>
  optionsFor(text, caret, vocabulary).map(({ label }) => label);

describe('a filter is completed', () => {
  test.each([
    ['', FIELDS.map((field) => `${field}:`)],
    ['me', ['method:']],
    ['s', ['server:', 'status:']],
    ['-i', ['-is:']],
    ['is:', ['is:blocked', 'is:allowed']],
    ['is:b', ['is:blocked']],
    ['is:blocked', []],
    ['is:blocked,', ['is:blocked,blocked', 'is:blocked,allowed']],
    ['x -server:cdn', ['-server:http://cdn.test']],
    ['blo', ['is:blocked']],
    ['missing', ['cause:allow-origin-missing']],
    ['nothing-like-it', []],
    ['"quoted', []],
  ])('%j by %j', (text, options) => {
    expect(offered(text)).toEqual(options);
  });

  test('at the caret, the rest of the text stays', () => {
    const [option] = optionsFor('x is:b y', 6, vocabulary);
    expect(option).toMatchObject({ text: 'x is:blocked y', caret: 13 });
  });

  test('a field waits for its value, a value is followed by a space', () => {
    expect(optionsFor('me', 2, vocabulary)[0]).toMatchObject({ text: 'method:', caret: 7, value: null });
    expect(optionsFor('is:b', 4, vocabulary)[0]).toMatchObject({ text: 'is:blocked ', caret: 11 });
  });

  test('what is taken reads as what was offered; nothing throws', () => {
    fc.assert(
      fc.property(odd, fc.nat(60), (text, at) => {
        for (const option of optionsFor(text, Math.min(at, text.length), vocabulary)) {
          expect(option.caret).toBeLessThanOrEqual(option.text.length);
          const taken = parseQuery(option.text.slice(0, option.caret)).at(-1);
          expect(taken?.field).toBe(option.field);
          if (option.value !== null) expect(taken?.values).toContain(option.value.toLowerCase());
        }
      }),
    );
  });
});
