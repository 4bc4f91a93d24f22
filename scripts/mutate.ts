import { HELP, parseMutateOptions } from './mutate/options.ts';
import { scoreOf, survivors, tally, writeScore } from './mutate/score.ts';
import { breakRoom, fetchStryker } from './mutate/stryker.ts';
import { readOptions } from './read-options.ts';

/** Breaks the code and sees whether the tests notice; see HELP. Exit codes: 0 it ran, whatever survived; 2 wrong usage. */
const options = readOptions(parseMutateOptions, HELP);
if (options) {
  fetchStryker();
  for (const room of options.rooms) {
    const started = performance.now();
    const mutants = breakRoom(room, options);
    const minutes = (performance.now() - started) / 60_000;
    const counts = tally(mutants);
    process.stdout.write(`${survivors(mutants)}${room.name}: ${JSON.stringify(counts)}, ${scoreOf(counts)} %\n`);
    if (options.write) writeScore(room, options, counts, minutes);
  }
}
