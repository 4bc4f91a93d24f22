import type { Header, HeaderList } from '../cors/header-list.ts';

const LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[\t ]*(.*?)[\t ]*$/;
// A header value is bytes; a NUL or a line break would end it. https://fetch.spec.whatwg.org/#header-value
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is one of the bytes that the standard names
const VALUE = /^[^\x00\r\n\u0100-\uffff]*$/;

export type HeaderText = { readonly headers: HeaderList } | { readonly line: number };

/** Reads headers as a person types them, one a line; `line` (1-based) is the first that is none. Empty lines do not count. */
export function parseHeaders(text: string): HeaderText {
  const headers: Header[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue;
    const [, name, value] = LINE.exec(line.trimStart()) ?? [];
    if (name === undefined || value === undefined || !VALUE.test(value)) return { line: index + 1 };
    headers.push([name, value]);
  }
  return { headers };
}

/** Headers as text, one a line. What no line can hold is left out. */
export const headerText = (headers: HeaderList): string =>
  headers
    .filter(([name, value]) => LINE.exec(`${name}: `)?.[1] === name && VALUE.test(value))
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
