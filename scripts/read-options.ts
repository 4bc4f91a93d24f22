/**
 * The options of the command that runs; null where there is nothing more to do: its help was asked for and is printed, or
 * they cannot be understood, which is said on standard error with the help (exit code 2).
 */
export function readOptions<T extends { readonly help: boolean }>(
  parse: (args: readonly string[]) => T,
  help: string,
): T | null {
  try {
    const options = parse(process.argv.slice(2));
    if (!options.help) return options;
    process.stdout.write(help);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${help}`);
    process.exitCode = 2;
  }
  return null;
}
