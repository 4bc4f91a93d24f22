import { parseArgs } from 'node:util';
import { RANDOM_OPTIONS, type RandomOptions, randomOptions } from '../random-options.ts';

export const HELP = `npm run fixes -- [options]

Proves fixes in the real browsers: each blocked call that headers can cure succeeds when the fix is applied on its real
servers, and is blocked again when any one part of the fix is left out.

  --browser chromium|firefox  one browser; default: both, one after the other
  --cases <n>                 blocked calls of the generator; default: 2000 in Chromium, 500 in Firefox
  --seed <s>                  default 1
  --no-lab                    leave out the lab's scenarios, whose fixes are those of the real panel's report
  --write                     write the figures into docs/fixes.md
`;

export interface FixesOptions extends RandomOptions {
  readonly lab: boolean;
}

/** @throws Error for what cannot be understood, in one sentence */
export function parseFixesOptions(args: readonly string[]): FixesOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { ...RANDOM_OPTIONS, 'no-lab': { type: 'boolean', default: false } },
  });
  return { ...randomOptions(values, { chromium: 2_000, firefox: 500 }), lab: !values['no-lab'] };
}
