import type { HeaderList } from './header-list.ts';

/** Every line of one header, as sent, without the white space around it. https://fetch.spec.whatwg.org/#concept-header-value-normalize */
export function headerLines(headers: HeaderList, lowerCaseName: string): readonly string[] {
  const lines: string[] = [];
  for (const [name, value] of headers) {
    if (name.length === lowerCaseName.length && name.toLowerCase() === lowerCaseName) lines.push(stripped(value));
  }
  return lines;
}

/**
 * The value of one header, its lines joined by a comma and a space; null when there is none.
 * https://fetch.spec.whatwg.org/#concept-header-list-get
 */
export function getHeader(headers: HeaderList, lowerCaseName: string): string | null {
  let joined: string | null = null;
  for (const [name, value] of headers) {
    if (name.length !== lowerCaseName.length || (name !== lowerCaseName && name.toLowerCase() !== lowerCaseName))
      continue;
    joined = joined === null ? stripped(value) : `${joined}, ${stripped(value)}`;
  }
  return joined;
}

/** The items of a comma-separated list without the white space around them; empty items are left out. */
export const listItems = (value: string): readonly string[] =>
  value
    .split(',')
    .map(stripped)
    .filter((item) => item !== '');

// HTTP white space only: JavaScript's trim would take more. https://fetch.spec.whatwg.org/#http-whitespace
function stripped(value: string): string {
  let start = 0;
  let end = value.length;
  while (isSpace(value.charCodeAt(start))) start++;
  while (end > start && isSpace(value.charCodeAt(end - 1))) end--;
  return value.slice(start, end);
}
const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
