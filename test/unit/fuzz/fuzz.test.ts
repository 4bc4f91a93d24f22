import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PARSERS } from '../../fuzz/parsers.ts';
import { RENDERERS } from '../../fuzz/renderers.ts';

// The short form; `npm run fuzz` is the long one.
const RUNS = 200;

it.each([...PARSERS, ...RENDERERS].map((fuzzed) => [fuzzed.part, fuzzed] as const))(
  '%s',
  (_part, { property, share }) => {
    fc.assert(property, { numRuns: Math.ceil(RUNS * share) });
  },
);

it('a part that breaks is found', () => {
  const broken = fc.property(fc.string(), (text) => {
    if (text.includes('a')) throw new Error('found');
  });
  expect(() => fc.assert(broken, { numRuns: 2_000 })).toThrow('Property failed');
});
