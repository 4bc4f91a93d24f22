import type { Policy } from '../fix.ts';

// Values of a safe policy hold no quote, backslash, $, %, brace or line break: quotes around them are all that is needed.
export const single = (text: string): string => `'${text}'`;
export const double = (text: string): string => `"${text}"`;

export const anyOrigin = ({ origins }: Policy): boolean => origins[0] === '*';
export const joined = (names: readonly string[]): string => names.join(', ');
export const commaList = (items: readonly string[], quote: (text: string) => string): string =>
  joined(items.map(quote));

export const indented = (lines: readonly string[], by = '  '): readonly string[] =>
  lines.map((line) => (line === '' ? '' : by + line));
/** `lines` when there is something to say, else none. */
export const when = (holds: boolean, ...lines: readonly string[]): readonly string[] => (holds ? lines : []);
export const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

/**
 * GET, HEAD and POST need no permission (https://fetch.spec.whatwg.org/#cors-safelisted-method), yet several products
 * withhold the headers from every method that is not on their list.
 */
export const withSafelistedMethods = (methods: readonly string[]): readonly string[] => [
  ...new Set(['GET', 'HEAD', 'POST', ...methods]),
];

/** Some products read an empty list as "every header". Accept needs no permission, so allowing it allows nothing. */
export const orAccept = (names: readonly string[]): readonly string[] => (names.length === 0 ? ['Accept'] : names);

/** For products with a longer time of their own: the 5 seconds that browsers take when nothing is said. */
export const orDefaultAge = (maxAge: number | null): number => maxAge ?? 5;
