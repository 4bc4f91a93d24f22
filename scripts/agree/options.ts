import { parseArgs } from 'node:util';
import type { AgreeCase } from '../../test/agree/case.ts';
import type { BrowserName } from '../browsers/browser.ts';

export const HELP = `npm run agree -- [options]

Makes random calls in the real browsers and compares what the panel says of them with what the browsers say.

  --browser chromium|firefox  one browser; default: both, one after the other
  --cases <n>                 how many cases; default: 10000 in Chromium, 3000 in Firefox
  --seed <s>                  default 1
  --from <i>                  number of the first case; default 0
  --case '<json>'             this case alone, as it was printed
  --write                     write the figures into docs/agreement.md
`;

export interface AgreeOptions {
  readonly browsers: readonly BrowserName[];
  readonly cases: Readonly<Record<BrowserName, number>>;
  readonly seed: number;
  readonly from: number;
  readonly alone: AgreeCase | null;
  readonly write: boolean;
  readonly help: boolean;
}

/** @throws Error for what cannot be understood, in one sentence */
export function parseAgreeOptions(args: readonly string[]): AgreeOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'string' },
      cases: { type: 'string' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      case: { type: 'string' },
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
    cases: { chromium: cases ?? 10_000, firefox: cases ?? 3_000 },
    seed: whole('--seed', values.seed),
    from: whole('--from', values.from),
    alone: values.case === undefined ? null : (JSON.parse(values.case) as AgreeCase),
    write: values.write,
    help: values.help,
  };
}

function whole(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${option} is a whole number, not “${text}”`);
  return Number(text);
}
