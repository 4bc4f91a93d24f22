import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMutateOptions } from '../../../scripts/mutate/options.ts';
import { ROOMS } from '../../../scripts/mutate/rooms.ts';
import { scoreOf, survivors, tally } from '../../../scripts/mutate/score.ts';
import type { Mutant, Status } from '../../../scripts/mutate/stryker.ts';

const mutant = (status: Status, more: Partial<Mutant> = {}): Mutant => ({
  file: 'src/a.ts',
  line: 1,
  column: 2,
  mutator: 'Regex',
  replacement: 'b',
  original: 'a',
  status,
  ...more,
});

describe('npm run mutate', () => {
  it('breaks all rooms in all places, unless told otherwise', () => {
    expect(parseMutateOptions([])).toEqual({
      rooms: ROOMS,
      sample: 100,
      seed: 1,
      files: [],
      concurrency: 1,
      write: false,
      help: false,
    });
    expect(parseMutateOptions(['cors', '--sample', '30', '--seed=7', '--write'])).toMatchObject({
      rooms: [{ name: 'cors' }],
      sample: 30,
      seed: 7,
      write: true,
    });
  });
  it.each([
    ['nowhere', 'There is no room'],
    ['--sample=0', '--sample'],
    ['--sample=101', '--sample'],
    ['--seed=x', '--seed'],
    ['--file=a', '--file'],
    ['--what', 'Unknown option'],
  ])('does not understand %s', (arg, message) => {
    expect(() => parseMutateOptions([arg])).toThrow(message);
  });
  it('has a place in docs/mutation.md for each room', () => {
    const page = readFileSync(new URL('../../../docs/mutation.md', import.meta.url), 'utf8');
    for (const { name } of ROOMS) expect(page).toContain(`<!-- ${name}: made by the run -->`);
  });
  it('runs tests that are there', () => {
    const unit = new URL('../', import.meta.url);
    const there = new Set(readdirSync(unit, { recursive: true, encoding: 'utf8' }));
    for (const glob of ROOMS.flatMap(({ tests }) => tests)) {
      expect([glob, there.has(glob.replace(/^!?test\/unit\//, '').replace('/**/*.test.ts', ''))]).toEqual([glob, true]);
    }
  });
  it('takes what runs forever for noticed, and what no test comes by for not', () => {
    const counts = tally(
      (['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'RuntimeError'] as const).map((status) =>
        mutant(status),
      ),
    );
    expect(counts).toEqual({ places: 7, killed: 2, timedOut: 1, survived: 1, noCoverage: 1, invalid: 1 });
    expect(scoreOf(counts)).toBe('60.0');
    expect(scoreOf(tally([]))).toBe('–');
  });
  it('shows each place in a line', () => {
    const long = mutant('NoCoverage', { original: `{\n  ${'x'.repeat(200)}\n}` });
    expect(survivors([mutant('Killed'), mutant('Survived'), long])).toBe(
      `src/a.ts:1:2 Survived Regex: a → b\nsrc/a.ts:1:2 NoCoverage Regex: { ${'x'.repeat(97)}… → b\n`,
    );
  });
});
