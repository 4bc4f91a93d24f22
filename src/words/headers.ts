import { words } from './language.ts';

/** One sentence that says what a header means for CORS; null for headers that have nothing to do with it. */
export function headerHelp(name: string): string | null {
  const help: Readonly<Record<string, string>> = words().headers;
  const lower = name.toLowerCase();
  return Object.hasOwn(help, lower) ? (help[lower] ?? null) : null;
}
