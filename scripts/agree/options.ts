import { parseArgs } from 'node:util';
import type { AgreeCase } from '../../test/agree/case.ts';
import { RANDOM_OPTIONS, type RandomOptions, randomOptions, whole } from '../random-options.ts';

export const HELP = `npm run agree -- [options]

Makes random calls in the real browsers and compares what the panel says of them with what the browsers say.

  --browser chromium|firefox  one browser; default: both, one after the other
  --cases <n>                 how many cases; default: 10000 in Chromium, 3000 in Firefox
  --seed <s>                  default 1
  --from <i>                  number of the first case; default 0
  --case '<json>'             this case alone, as it was printed
  --write                     write the figures into docs/agreement.md
`;

export interface AgreeOptions extends RandomOptions {
  readonly from: number;
  readonly alone: AgreeCase | null;
}

/** @throws Error for what cannot be understood, in one sentence */
export function parseAgreeOptions(args: readonly string[]): AgreeOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { ...RANDOM_OPTIONS, from: { type: 'string', default: '0' }, case: { type: 'string' } },
  });
  return {
    ...randomOptions(values, { chromium: 10_000, firefox: 3_000 }),
    from: whole('--from', values.from),
    alone: values.case === undefined ? null : (JSON.parse(values.case) as AgreeCase),
  };
}
