import type { Policy } from '../fix.ts';
import { originPattern } from '../safe-policy.ts';
import { commaList, indented, orDefaultAge, single, when, withSafelistedMethods } from './writing.ts';

// rack-cors compares http and https origins as strings; of others it would make a pattern of its own.
const origin = (value: string): string =>
  /^https?:/.test(value) || value === '*'
    ? single(value)
    : `%r{\\A${originPattern(value).slice(1, -1).replaceAll('/', '\\/')}\\z}`;

/** The block of rack-cors, the same for Rack and for Rails. https://github.com/cyu/rack-cors */
export const rackBlock = (policy: Policy): readonly string[] => [
  'allow do',
  ...indented([
    `origins ${commaList(policy.origins, origin)}`,
    "resource '*',",
    ...indented([
      `headers: [${commaList(policy.requestHeaders, single)}],`,
      `methods: [${commaList(
        withSafelistedMethods(policy.methods).map((method) => method.toLowerCase()),
        single,
      )}],`,
      ...when(policy.exposedHeaders.length > 0, `expose: [${commaList(policy.exposedHeaders, single)}],`),
      ...when(policy.credentials, 'credentials: true,'),
      `max_age: ${orDefaultAge(policy.maxAge)}`,
    ]),
  ]),
  'end',
];
