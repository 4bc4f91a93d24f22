import { parseArgs } from 'node:util';
import type { BrowserName } from '../browsers/browser.ts';

export const HELP = `npm run fixes -- [options]

Proves fixes in the real browsers: each blocked call that headers can cure succeeds when the fix is applied on its real
servers, and is blocked again when any one part of the fix is left out.

  --browser chromium|firefox  one browser; default: both, one after the other
  --cases <n>                 blocked calls of the generator; default: 2000 in Chromium, 500 in Firefox
  --seed <s>                  default 1
  --no-lab                    leave out the lab's scenarios, whose fixes are those of the real panel's report
  --write                     write the figures into docs/fixes.md
`;

export interface FixesOptions {
  readonly browsers: readonly BrowserName[];
  readonly cases: Readonly<Record<BrowserName, number>>;
  readonly seed: number;
  readonly lab: boolean;
  readonly write: boolean;
  readonly help: boolean;
}

/** @throws Error for what cannot be understood, in one sentence */
export function parseFixesOptions(args: readonly string[]): FixesOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'string' },
      cases: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'no-lab': { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { browser } = values;
  if (browser !== undefined && browser !== 'chromium' && browser !== 'firefox') {
    throw new Error(`--browser is chromium or firefox, not “${browser}”`);
  }
  const cases = values.cases === undefined ? null : whole('--cases', values.cases);
  return {
    browsers: browser === undefined ? ['chromium', 'firefox'] : [browser],
    cases: { chromium: cases ?? 2_000, firefox: cases ?? 500 },
    seed: whole('--seed', values.seed),
    lab: !values['no-lab'],
    write: values.write,
    help: values.help,
  };
}

function whole(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${option} is a whole number, not “${text}”`);
  return Number(text);
}
