import { parseArgs } from 'node:util';
import { ROOMS, type Room } from './rooms.ts';

export const HELP = `npm run mutate -- [rooms] [options]

Breaks the code on purpose, one place at a time, and runs the room's unit tests: those that stay green are printed.
Rooms: ${ROOMS.map(({ name }) => name).join(', ')}; default: all of them. Fetches Stryker.

  --sample <percent>  of the declarations at the top of files, chosen by the seed; default 100
  --seed <s>          default 1
  --file <glob>       only these files of the one room that is named; may be given several times
  --concurrency <n>   default 1
  --write             write the figures into docs/mutation.md
`;

export interface MutateOptions {
  readonly rooms: readonly Room[];
  readonly sample: number;
  readonly seed: number;
  readonly files: readonly string[];
  readonly concurrency: number;
  readonly write: boolean;
  readonly help: boolean;
}

/** @throws Error for what cannot be understood, in one sentence */
export function parseMutateOptions(args: readonly string[]): MutateOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      sample: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      file: { type: 'string', multiple: true, default: [] },
      concurrency: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const unknown = positionals.find((name) => !ROOMS.some((room) => room.name === name));
  if (unknown !== undefined) throw new Error(`There is no room “${unknown}”`);
  if (values.file.length > 0 && (positionals.length !== 1 || values.write)) {
    throw new Error('--file goes with one room, and not with --write');
  }
  return {
    rooms: positionals.length === 0 ? ROOMS : ROOMS.filter(({ name }) => positionals.includes(name)),
    sample: whole('--sample', values.sample, 1, 100),
    seed: whole('--seed', values.seed, 0, 2 ** 31),
    files: values.file,
    concurrency: whole('--concurrency', values.concurrency, 1, 64),
    write: values.write,
    help: values.help,
  };
}

function whole(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Error(`${option} is a whole number from ${least} to ${most}, not “${text}”`);
}
