import type { Policy, Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { commaList, double, indented, orAccept, text, when, withSafelistedMethods } from './writing.ts';

const strings = (items: readonly string[]): string => `[]string{${commaList(items, double)}}`;

const options = (policy: Policy): readonly string[] => [
  `AllowedOrigins: ${strings(policy.origins)},`,
  '// A method that is not listed gets no headers, even if it needs no permission.',
  `AllowedMethods: ${strings(withSafelistedMethods(policy.methods))},`,
  `AllowedHeaders: ${strings(orAccept(policy.requestHeaders))},`,
  ...when(policy.exposedHeaders.length > 0, `ExposedHeaders: ${strings(policy.exposedHeaders)},`),
  ...when(policy.credentials, 'AllowCredentials: true,'),
  ...when(policy.maxAge !== null, `MaxAge: ${policy.maxAge},`),
];

/** Go with rs/cors. https://pkg.go.dev/github.com/rs/cors */
export const goRsCors: Recipe = {
  id: 'go-rs-cors',
  title: 'Go (rs/cors)',
  group: 'more-languages',
  proof: 'run',
  language: 'go',
  file: 'cors.go',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `// CORS for ${safe.server}. Around everything, login included:`,
      '//   http.ListenAndServe(addr, withCORS.Handler(mux))',
      'package main',
      '',
      'import "github.com/rs/cors"',
      '',
      'var withCORS = cors.New(cors.Options{',
      ...indented(options(safe), '\t'),
      '})',
    ]);
  },
};
