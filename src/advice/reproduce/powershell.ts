import { curlArguments } from './curl-arguments.ts';
import { asciiUrl, isTypable, type Reproduction, renderBoth } from './reproduction.ts';
import type { Request } from './request.ts';

/**
 * curl in PowerShell. Versions differ in how they hand quotes to programs, so curl reads its options from standard input
 * instead: a here-string in single quotes, in which nothing is special and which only a line that begins with `'@` ends.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 * https://curl.se/docs/manpage.html#-K
 */
export const powershell: Reproduction = {
  id: 'powershell',
  language: 'powershell',
  render: (requests) => renderBoth(requests, ([, value]) => isTypable(value), write),
};

function write(request: Request): string {
  const options = curlArguments({ ...request, url: asciiUrl(request.url) });
  return [
    "@'",
    'globoff',
    'silent',
    'show-error',
    'output = "NUL"',
    'dump-header = "-"',
    ...options.map(([option, value]) => `${option.slice(2)}${value === null ? '' : ` = ${configQuote(value)}`}`),
    // Windows PowerShell knows `curl` as another command.
    "'@ | curl.exe --config -",
  ].join('\n');
}

const configQuote = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\t', '\\t')}"`;
