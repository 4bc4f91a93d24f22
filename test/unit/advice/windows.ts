/**
 * What cmd.exe makes of one command typed at its prompt, with these variables, and what the program's runtime then takes
 * for its arguments. Written from the documents, not from our quoting:
 * https://ss64.com/nt/syntax-percent.html, https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export function argumentsInCmd(typed: string, variables: ReadonlyMap<string, string>): readonly string[] {
  return programArguments(carets(typed, variables));
}

/** Variables come first, line by line: `%name%`, `%name:from=to%`, `%name:~start,length%`; unknown names stay as they are. */
function expand(line: string, variables: ReadonlyMap<string, string>): string {
  return line.replace(/%([^%:]+)(:[^%]*)?%/g, (whole, name: string) => variables.get(name.toUpperCase()) ?? whole);
}

/** Then carets and quotes, for the whole command: a caret takes the meaning of the next character, at a line's end of the break. */
function carets(typed: string, variables: ReadonlyMap<string, string>): string {
  const text = typed
    .split('\n')
    .map((line) => expand(line, variables))
    .join('\n');
  let command = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '"') quoted = !quoted;
    if (character === '\n') throw new Error(`the command ends early: ${command}`);
    if (!quoted && /[&|<>()]/.test(character)) throw new Error(`cmd.exe would act on ${character}: ${command}`);
    if (character === '^' && !quoted) {
      at += text[at + 1] === '\n' ? 2 : 1;
      command += text[at] ?? '';
    } else command += character;
  }
  return command;
}

function programArguments(command: string): readonly string[] {
  const found: string[] = [];
  let current: string | null = null;
  let quoted = false;
  for (let at = 0; at < command.length; ) {
    const backslashes = /^\\*/.exec(command.slice(at))?.[0].length ?? 0;
    const next = command[at + backslashes];
    if (next === '"') {
      current = (current ?? '') + '\\'.repeat(Math.floor(backslashes / 2));
      if (backslashes % 2 === 1) current += '"';
      else quoted = !quoted;
      at += backslashes + 1;
    } else if (backslashes > 0) {
      current = (current ?? '') + '\\'.repeat(backslashes);
      at += backslashes;
    } else if (!quoted && (next === ' ' || next === '\t')) {
      if (current !== null) found.push(current);
      current = null;
      at += 1;
    } else {
      current = (current ?? '') + (next ?? '');
      at += 1;
    }
  }
  if (quoted) throw new Error('a quote is left open');
  return current === null ? found : [...found, current];
}
