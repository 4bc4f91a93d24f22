import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../src/advice/fix.ts';
import { RECIPES } from '../../../src/advice/servers/registry.ts';
import { UnsafePolicyError } from '../../../src/advice/unsafe-policy-error.ts';
import { policyWith } from './policies.ts';

const refused: readonly (readonly [string, Partial<Policy>])[] = [
  ['the origin null', { origins: ['null'] }],
  ['null among others', { origins: ['http://localhost:8080', 'null'] }],
  ['no origin', { origins: [] }],
  ['* with credentials', { origins: ['*'], credentials: true }],
  ['* among others', { origins: ['*', 'http://localhost:8080'], credentials: false }],
  ['an origin with a path', { origins: ['http://localhost:8080/'] }],
  ['an origin with a quote', { origins: ['http://a"; return 200 "x'] }],
  ['an origin with a variable', { origins: ['http://$host'] }],
  ['an origin with a line break', { origins: ['http://a\nheader'] }],
  ['an origin with a line break at its end', { origins: ['http://a\n'] }],
  ['an origin with a brace', { origins: ['http://a{'] }],
  ['an origin with a wildcard', { origins: ['https://*.example.test'] }],
  ['a user name', { origins: ['http://u@a'] }],
  ['capital letters', { origins: ['http://LOCALHOST'] }],
  ['a method with a quote', { methods: ["PUT'; x"] }],
  ['a method with a line break', { methods: ['PUT\nX'] }],
  ['a method with a variable', { methods: ['$host'] }],
  ['a method with a format', { methods: ['%{x}e'] }],
  ['an empty method', { methods: [''] }],
  ['a header name with a space', { requestHeaders: ['x a'] }],
  ['a header name with a backtick', { requestHeaders: ['x`id`'] }],
  ['an exposed name with a comma', { exposedHeaders: ['a,b'] }],
  ['a server with a line break', { server: 'http://a\nevil on;' }],
  ['a server that is no origin', { server: 'null' }],
  ['a negative age', { maxAge: -1 }],
  ['half a second', { maxAge: 0.5 }],
  ['no number', { maxAge: Number.NaN }],
];

describe.each(RECIPES.map((recipe) => [recipe.id, recipe] as const))('%s', (_id, recipe) => {
  it.each(refused)('refuses %s', (_name, parts) => {
    expect(() => recipe.render(policyWith(parts))).toThrow(UnsafePolicyError);
  });
  it('names every origin, method, header and the age, and varies by origin', () => {
    const text = recipe.render(policyWith());
    for (const part of ['http://localhost:8080', 'https://app', 'PUT, DELETE', 'content-type, x-a', 'ETag', '600']) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/Vary/i);
    expect(text).toContain('Access-Control-Allow-Credentials');
    expect(text).toContain('204');
  });
  it('leaves out what is not needed', () => {
    const text = recipe.render(
      policyWith({ origins: ['*'], credentials: false, exposedHeaders: [], requestHeaders: [], maxAge: null }),
    );
    // Headers that an application may send are taken away under every policy.
    const set = text.split('\n').filter((line) => !/unset|proxy_hide_header/.test(line));
    expect(set.join('\n')).not.toMatch(/Vary|Allow-Credentials|Expose-Headers|Allow-Headers|Max-Age/);
    expect(text).toContain('*');
  });
  it('writes nothing but what is safe, whatever it is given', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'az09-.'), minLength: 1, maxLength: 12 });
    const hostile = fc.string({
      unit: fc.constantFrom(...'aZ09-_.~!#&*+^|`\'"$%{}()[]\\;:/,<> \n\r\u0000é@='),
      maxLength: 12,
    });
    // Mostly plain: else hardly any policy would be rendered at all.
    const odd = fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: hostile });
    fc.assert(
      fc.property(odd, odd, odd, odd, (origin, method, name, server) => {
        const policy = policyWith({
          origins: [`http://${origin}`],
          methods: [method],
          requestHeaders: [name],
          server: `http://${server}`,
        });
        try {
          // Same number of lines and of characters with meaning as a plain policy has: nothing has broken out.
          expect(shape(recipe.render(policy))).toEqual(
            shape(recipe.render(policyWith({ origins: ['http://a'], methods: ['M'], requestHeaders: ['n'] }))),
          );
        } catch (error) {
          if (!(error instanceof UnsafePolicyError)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** How often each character occurs that can end or open something in one of the languages. */
const shape = (text: string): readonly number[] =>
  ['\n', '"', "'", '`', '{', '}', ';', '$', '%', '<', '>'].map((character) => text.split(character).length - 1);
