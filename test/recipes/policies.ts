import fc from 'fast-check';
import type { Policy, Recipe } from '../../src/advice/fix.ts';
import { UnsafePolicyError } from '../../src/advice/unsafe-policy-error.ts';
import type { Pages } from './pages.ts';

/** Two origins that pages call from, and two whose characters mean something in a pattern. */
export const listPolicy = (port: number, pages: Pages): Policy => ({
  server: `http://localhost:${port}`,
  origins: [...pages.allowed, 'https://app.example.test', 'http://[::1]:8080'],
  methods: ['PUT', 'DELETE'],
  requestHeaders: ['authorization', 'content-type', 'x-csrf-token', 'x-request-id'],
  exposedHeaders: ['ETag', 'X-Total-Count'],
  credentials: true,
  maxAge: 600,
});

/** For a bucket: no credentials, which only some know. */
export const bucketPolicy = (port: number, pages: Pages): Policy => ({
  ...listPolicy(port, pages),
  methods: ['PUT'],
  credentials: false,
});

/** Public data. */
export const anybodyPolicy = (port: number): Policy => ({
  server: `http://localhost:${port}`,
  origins: ['*'],
  methods: ['PUT'],
  requestHeaders: ['content-type'],
  exposedHeaders: [],
  credentials: false,
  maxAge: null,
});

const MEANT = '!#&*+.^_~-';
const BREAKING = '|`\'"$%{}()[]\\;:/,<>?=@ \t\r\n\0é';
const chars = (text: string) => fc.constantFrom(...text);
const word = fc.string({ unit: chars('abcxyzABC019'), minLength: 1, maxLength: 10 });
const allowedName = fc.string({ unit: chars(`abcXYZ019${MEANT}`), minLength: 1, maxLength: 14 });
const brokenName = fc
  .tuple(word, fc.string({ unit: chars(BREAKING + MEANT), minLength: 1, maxLength: 6 }), word)
  .map((parts) => parts.join(''));
const name = fc.oneof({ weight: 12, arbitrary: allowedName }, { weight: 1, arbitrary: brokenName });
const host = fc.oneof(
  fc.string({ unit: chars('abcxyz019._-'), minLength: 1, maxLength: 20 }),
  fc.constantFrom('[::1]', '[2001:db8::7]', 'xn--mnchen-3ya.test', 'a--b.test'),
);
const origin = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.constantFrom('http', 'https', 'chrome-extension', 'a+b.c'), host, fc.constantFrom('', ':1', ':65535'))
      .map(([scheme, at, port]) => `${scheme}://${at}${port}`),
  },
  { weight: 1, arbitrary: brokenName.map((text) => `http://${text}`) },
);
const method = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('GET', 'PUT', 'DELETE', 'POST') },
  { weight: 2, arbitrary: fc.constantFrom('PATCH', 'patch') },
  { weight: 1, arbitrary: allowedName },
  { weight: 1, arbitrary: brokenName },
);

/** Policies of odd and of hostile values; about half of them can be written safely. */
export const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  server: origin,
  origins: fc.uniqueArray(origin, { minLength: 1, maxLength: 3 }),
  methods: fc.uniqueArray(method, { maxLength: 3 }),
  requestHeaders: fc.uniqueArray(name, { maxLength: 3 }),
  exposedHeaders: fc.uniqueArray(name, { maxLength: 2 }),
  credentials: fc.boolean(),
  maxAge: fc.oneof(fc.constant(null), fc.nat(86_400)),
});

/** The rendered text, or null when the policy is refused. */
export function renderedOrRefused(recipe: Recipe, policy: Policy): string | null {
  try {
    return recipe.render(policy);
  } catch (error) {
    if (error instanceof UnsafePolicyError) return null;
    throw error;
  }
}
