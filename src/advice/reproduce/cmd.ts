import { curlArguments } from './curl-arguments.ts';
import { asciiUrl, isTypable, type Reproduction, renderBoth } from './reproduction.ts';
import type { Request } from './request.ts';

/** curl at the prompt of Windows' cmd.exe. In a batch file per cent signs would have to be doubled. */
export const cmd: Reproduction = {
  id: 'cmd',
  language: 'bat',
  render: (requests) => renderBoth(requests, ([, value]) => isTypable(value), write),
};

const write = (request: Request): string =>
  [
    'curl.exe --globoff --silent --show-error --output NUL --dump-header -',
    ...curlArguments({ ...request, url: asciiUrl(request.url) }).map(([option, value]) =>
      value === null ? option : `${option} ${cmdQuote(value)}`,
    ),
  ].join(' ^\n  ');

/**
 * One argument for a Windows program, typed at the prompt of cmd.exe; text of `isTypable` arrives as it is.
 *
 * Two parsers read it. The program's own runtime takes backslashes before a quote in pairs and `\"` as a quote. cmd.exe
 * comes first: to it every quote is escaped with a caret, so that it never believes itself inside quotes, and so is every
 * other character that it may mind. Variables are looked up before carets are, so the character after each per cent sign
 * gets a caret too: no variable is named like that.
 * https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export function cmdQuote(text: string): string {
  const forProgram = `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
  let typed = '';
  for (let at = 0; at < forProgram.length; at++) {
    const character = forProgram[at] ?? '';
    typed += SAFE.test(character) && forProgram[at - 1] !== '%' ? character : `^${character}`;
  }
  return typed;
}

const SAFE = /[A-Za-z0-9 \t._:/-]/;
