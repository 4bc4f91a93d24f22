import { HELP, type MutateOptions, parseMutateOptions } from './mutate/options.ts';
import { scoreOf, survivors, tally, writeScore } from './mutate/score.ts';
import { breakRoom, fetchStryker } from './mutate/stryker.ts';

/** Breaks the code and sees whether the tests notice; see HELP. Exit codes: 0 it ran, whatever survived; 2 wrong usage. */
const options = read();
if (options?.help) process.stdout.write(HELP);
else if (options) {
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

function read(): MutateOptions | null {
  try {
    return parseMutateOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    process.exitCode = 2;
    return null;
  }
}
