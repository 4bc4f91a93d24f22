import { code, headerTitle } from '../quote.ts';

/** A header line as code. An empty value is said in words, since nothing would be seen. */
export const headerLine = (name: string, value: string): string =>
  value === '' ? `an empty ${code(name)}` : code(`${name}: ${value}`);

/** The header as it was received, or that there was none. */
export const received = (name: string, got: string | null): string =>
  got === null ? `without ${code(headerTitle(name))}` : `with ${headerLine(headerTitle(name), got)}`;

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
