import { code, headerTitle } from '../quote.ts';

/** A header line as code. An empty value is said in words, since nothing would be seen. */
export const headerLine = (name: string, value: string): string =>
  value === '' ? `${code(name)} ohne Wert` : code(`${name}: ${value}`);

/** The header as it was received, or that there was none. */
export const received = (name: string, got: string | null): string =>
  got === null ? `ohne ${code(headerTitle(name))}` : `mit ${headerLine(headerTitle(name), got)}`;

/** "a", "a und b", "a, b und c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} und ${last}`;
}
