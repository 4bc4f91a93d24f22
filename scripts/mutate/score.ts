import { writeFigures } from '../reliability/page.ts';
import type { MutateOptions } from './options.ts';
import type { Room } from './rooms.ts';
import type { Mutant } from './stryker.ts';

/** What became of the places that were broken. */
export interface Counts {
  /** All places that there are. */
  readonly places: number;
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  /** No test comes by: survived, too. */
  readonly noCoverage: number;
  /** What is broken so that it does not run at all says nothing of the tests. */
  readonly invalid: number;
}

export function tally(mutants: readonly Mutant[]): Counts {
  const count = (...statuses: readonly Mutant['status'][]): number =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  return {
    places: mutants.length,
    killed: count('Killed'),
    timedOut: count('Timeout'),
    survived: count('Survived'),
    noCoverage: count('NoCoverage'),
    invalid: count('RuntimeError', 'CompileError'),
  };
}

/** The share that a test noticed, in percent. A test that never ends has noticed. */
export function scoreOf({ killed, timedOut, survived, noCoverage }: Counts): string {
  const noticed = killed + timedOut;
  const tried = noticed + survived + noCoverage;
  return tried === 0 ? '–' : ((100 * noticed) / tried).toFixed(1);
}

/** One line for each place whose breaking no test noticed. */
export const survivors = (mutants: readonly Mutant[]): string =>
  mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(
      ({ file, line, column, status, mutator, original, replacement }) =>
        `${file}:${line}:${column} ${status} ${mutator}: ${short(original)} → ${short(replacement)}\n`,
    )
    .join('');

const short = (code: string): string => {
  const line = code.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
};

export function writeScore(room: Room, { sample, seed }: MutateOptions, counts: Counts, minutes: number): void {
  const { places, killed, timedOut, survived, noCoverage, invalid } = counts;
  const tried = killed + timedOut + survived + noCoverage + invalid;
  const how = [
    sample === 100 ? 'All declarations' : `A sample of ${sample} % of the declarations, seed ${seed}`,
    ...(room.leftOut.length > 0 ? [`without ${room.leftOut.join(', ')}`] : []),
  ].join(', ');
  writeFigures(
    room.name,
    [
      `${how}; ${minutes.toFixed(0)} min.`,
      '',
      '| places | tried | killed | timed out | survived | no test comes by | score |',
      '| ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      `| ${places} | ${tried} | ${killed} | ${timedOut} | ${survived} | ${noCoverage} | **${scoreOf(counts)} %** |`,
    ],
    'mutation.md',
  );
}
