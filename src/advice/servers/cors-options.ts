import type { Policy } from '../fix.ts';
import { anyOrigin, commaList, when } from './writing.ts';

/** What a library calls the parts of a policy. */
export interface OptionNames {
  readonly methods: string;
  readonly requestHeaders: string;
  readonly exposedHeaders: string;
}

// An array of strings on one line while it is short, else one line each.
const array = (items: readonly string[], quote: (text: string) => string, [open, close]: readonly [string, string]) => {
  const line = `${open}${commaList(items, quote)}${close}`;
  return line.length < 90 ? [line] : [open, ...items.map((item) => `  ${quote(item)},`), close];
};
export const list = (items: readonly string[], quote: (text: string) => string): readonly string[] =>
  array(items, quote, ['[', ']']);

/** `name: value,`, where the value may take several lines. */
export function option(name: string, value: readonly string[], sign = ': '): readonly string[] {
  const [first = '', ...rest] = value;
  const lines = [`${name}${sign}${first}`, ...rest];
  return lines.map((line, index) => (index === lines.length - 1 ? `${line},` : line));
}

/** The options of the JavaScript libraries that follow the `cors` package, one a line, without braces. */
export function jsOptions(policy: Policy, names: OptionNames, quote: (text: string) => string): readonly string[] {
  return [
    ...option('origin', anyOrigin(policy) ? [quote('*')] : list(policy.origins, quote)),
    ...option(names.methods, list(policy.methods, quote)),
    ...option(names.requestHeaders, list(policy.requestHeaders, quote)),
    ...(policy.exposedHeaders.length === 0 ? [] : option(names.exposedHeaders, list(policy.exposedHeaders, quote))),
    ...when(policy.credentials, 'credentials: true,'),
    ...when(policy.maxAge !== null, `maxAge: ${policy.maxAge},`),
  ];
}

export const CORS_PACKAGE: OptionNames = {
  methods: 'methods',
  requestHeaders: 'allowedHeaders',
  exposedHeaders: 'exposedHeaders',
};
