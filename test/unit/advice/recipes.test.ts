import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../src/advice/fix.ts';
import { RECIPES } from '../../../src/advice/servers/registry.ts';
import { UnsafePolicyError } from '../../../src/advice/unsafe-policy-error.ts';
import { anyPolicy, renderedOrRefused } from '../../recipes/policies.ts';
import { runs } from '../runs.ts';
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

it('says by a code what cannot be written, and names it', () => {
  const codeOf = (id: string, parts: Parameters<typeof policyWith>[0]) => {
    try {
      return RECIPES.find((recipe) => recipe.id === id)?.render(policyWith(parts));
    } catch (error) {
      return error instanceof UnsafePolicyError ? [error.code, error.value] : error;
    }
  };
  expect(codeOf('nginx', { methods: ['$host'] })).toEqual(['method', '"$host"']);
  expect(codeOf('google-storage', { credentials: true })).toEqual(['bucket-credentials', '']);
  expect(codeOf('amazon-s3', { methods: ['PATCH'] })).toEqual(['bucket-method', 'PATCH']);
});

it('leaves no list empty that Kong would fill with whatever is asked for', () => {
  const kong = (requestHeaders: readonly string[]) =>
    RECIPES.find(({ id }) => id === 'kong')?.render(policyWith({ requestHeaders }));
  expect(kong([])).toContain('headers: ["Accept"]');
  expect(kong(['x-a'])).toContain('headers: ["x-a"]');
});

describe.each(RECIPES.map((recipe) => [recipe.id, recipe] as const))('%s', (_id, recipe) => {
  it.each(refused)('refuses %s', (_name, parts) => {
    expect(() => recipe.render(policyWith(parts))).toThrow(UnsafePolicyError);
  });
  // A bucket's configuration has no setting for credentials.
  const credentials = recipe.id !== 'google-storage';
  it('names every origin, method, header and the age', () => {
    const policy = policyWith({ credentials });
    const text = recipe.render(policy);
    const methods = recipe.id === 'rack' || recipe.id === 'rails' ? ['put', 'delete'] : policy.methods;
    // Dots are escaped where origins are patterns.
    const origins = policy.origins.map((origin) => new RegExp(origin.replaceAll('.', '\\\\?[.]')));
    for (const origin of origins) expect(text).toMatch(origin);
    for (const part of [...methods, ...policy.requestHeaders, ...policy.exposedHeaders, '600']) {
      expect(text).toContain(part);
    }
    expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
  it('says each part of a policy, and nothing of it without', () => {
    const [one = ''] = policyWith().origins;
    const least = { origins: [one], methods: ['PUT'], requestHeaders: [], exposedHeaders: [], credentials: false };
    const text = (parts: Partial<Policy> = {}): string =>
      recipe.render(policyWith({ ...least, maxAge: null, ...parts }));
    const parts: readonly (readonly [Partial<Policy>, string])[] = [
      [{ exposedHeaders: ['X-Exposed'] }, 'X-Exposed'],
      [{ requestHeaders: ['x-asked'] }, 'x-asked'],
      [{ maxAge: 77 }, '77'],
      [{ origins: [one, 'https://zebra.test'] }, 'zebra'],
      [{ methods: ['DELETE'] }, recipe.id === 'rack' || recipe.id === 'rails' ? 'delete' : 'DELETE'],
    ];
    for (const [part, value] of parts) {
      expect([value, text(part).includes(value), text().includes(value)]).toEqual([value, true, false]);
    }
    expect(text({ origins: ['*'] })).not.toContain(one);
    // Buckets of S3 allow credentials to every origin that they name.
    if (credentials && !/s3/.test(recipe.id)) expect(text({ credentials: true })).not.toBe(text());
  });
  it('leaves out what is not needed', () => {
    const text = recipe.render(
      policyWith({ origins: ['*'], credentials: false, exposedHeaders: [], requestHeaders: [], maxAge: null }),
    );
    // Headers that an application may send are taken away under every policy.
    const set = text.split('\n').filter((line) => !/unset|_hide_header|=> ""/.test(line));
    expect(set.join('\n')).not.toMatch(/localhost:8080|ETag|x-a\b/);
    expect(set.join('\n')).not.toMatch(/Allow-Credentials|Expose-Headers|credentials[^\n]*true/i);
    if (recipe.id !== 'hapi') expect(text).toMatch(/\*|ALL|Any/);
  });
  it('writes nothing but what is safe, whatever it is given', () => {
    let rendered = 0;
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const text = renderedOrRefused(recipe, policy);
        if (text === null) return;
        rendered += 1;
        // The same lines and characters with meaning as the same policy with plain values has: nothing has broken out.
        expect(shape(text)).toEqual(shape(recipe.render(plain(policy))));
      }),
      { numRuns: runs(200) },
    );
    expect(rendered).toBeGreaterThan(10);
  });
  it('renders in under a millisecond', () => {
    const policy = policyWith({ credentials });
    const round = (): number => {
      const started = performance.now();
      for (let run = 0; run < 100; run += 1) recipe.render(policy);
      return (performance.now() - started) / 100;
    };
    // The best of several rounds: the others say how busy the machine is.
    expect(Math.min(...Array.from({ length: 5 }, round))).toBeLessThan(1);
  });
});

/** A policy of the same size and kind whose values hold nothing but letters, digits and what the kind asks for. */
const plain = (policy: Policy): Policy => ({
  ...policy,
  server: 'http://a',
  origins: policy.origins.map((origin, index) => (origin === '*' ? origin : sameLength(origin, index))),
  methods: policy.methods.map((method, index) => (STANDARD.includes(method) ? method : letters(method, index))),
  requestHeaders: policy.requestHeaders.map((name, index) => letters(name, index)),
  // A name on both lists stays one name.
  exposedHeaders: policy.exposedHeaders.map((name, index) =>
    letters(name, policy.requestHeaders.includes(name) ? policy.requestHeaders.indexOf(name) : index + 10),
  ),
});
const STANDARD = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'patch'];
// What decides how long and how a product writes a value stays: dots and brackets of IPv6, ports, what means something in patterns.
const letters = (text: string, index: number): string =>
  text.replace(/[^[\]+_*^:0-9.]/g, String.fromCharCode(97 + index));
// The scheme stays: some products know http and https alone.
const sameLength = (origin: string, index: number): string => {
  const [scheme = '', host = ''] = origin.split('://');
  return /^https?$/.test(scheme)
    ? `${scheme}://${letters(host, index)}`
    : `${letters(scheme, index)}://${letters(host, index)}`;
};

/** How often each character occurs that can end or open something in one of the languages. */
const shape = (text: string): readonly number[] =>
  ['\n', '"', "'", '`', '{', '}', ';', '$', '%', '<', '>'].map(
    (character) => text.replaceAll('&amp;', '&').split(character).length - 1,
  );

describe('of single recipes', () => {
  const render = (id: string, parts: Partial<Policy>): string =>
    RECIPES.find((recipe) => recipe.id === id)?.render(policyWith(parts)) ?? '';
  const anybody = { origins: ['*'], credentials: false };
  it('answers for everybody are kept by caches for everybody', () => {
    expect(render('raw-headers', {})).toContain('Vary: Origin');
    expect(render('raw-headers', anybody)).not.toContain('Vary');
    expect(render('django', anybody)).toContain('CORS_ALLOW_ALL_ORIGINS = True');
  });
  it.each(['amazon-s3', 's3-compatible'])('%s takes no name that would be a pattern', (id) => {
    expect(() => render(id, { ...anybody, requestHeaders: ['x-*'] })).toThrow('pattern');
  });
});
