import { shellQuote } from '../shell-quote.ts';
import { curlArguments } from './curl-arguments.ts';
import { type Reproduction, renderBoth } from './reproduction.ts';
import type { Request } from './request.ts';

/** One curl command for `sh`, `bash`, `zsh` and the like, over several lines. --globoff: brackets in a URL stand for themselves. */
export const posixCurl = (request: Request): string =>
  [
    'curl --globoff --silent --show-error --output /dev/null --dump-header -',
    ...curlArguments(request).map(([option, value]) => (value === null ? option : `${option} ${shellQuote(value)}`)),
  ].join(' \\\n  ');

export const posix: Reproduction = {
  id: 'posix',
  language: 'sh',
  render: (requests) => renderBoth(requests, () => true, posixCurl),
};
