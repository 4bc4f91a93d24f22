import type { Header } from '../../cors/header-list.ts';
import { asciiUrl, isTypable, type Reproduction, renderBoth } from './reproduction.ts';
import type { Request } from './request.ts';

/**
 * A request of an `.http` file, as the HTTP clients of JetBrains' and Microsoft's editors read it. They put variables in
 * place of `{{…}}`, among them the environment's, and know no way to write the braces themselves.
 * https://www.jetbrains.com/help/idea/exploring-http-syntax.html
 */
export const httpFile: Reproduction = {
  id: 'http',
  language: 'http',
  render: (requests) => renderBoth(requests, isWritable, write),
};

/** A line that begins with `#` is a comment; white space at a value's ends is cut. */
const isWritable = ([name, value]: Header): boolean =>
  !name.startsWith('#') && isTypable(value) && !value.includes('{{') && value === value.trim();

const write = ({ method, url, headers }: Request): string =>
  [
    '###',
    `${method} ${asciiUrl(url).replace(/[{}]/g, (brace) => (brace === '{' ? '%7B' : '%7D'))} HTTP/1.1`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    '',
  ].join('\n');
