import type { Words } from '../words.ts';

export const nearMisses: Words['nearMisses'] = {
  'trailing-slash': () => 'The value ends with a slash. An origin has none.',
  path: (got) => `The value has a path (${got}). An origin is only scheme, host and port.`,
  scheme: (got, want) => `The scheme differs: ${got} instead of ${want}.`,
  port: (got, want) => `The port differs: ${got} instead of ${want}.`,
  'default-port-spelled-out': (got) =>
    `The value spells out the default port (${got}). Browsers leave it out of the origin, so must the server.`,
  subdomain: (got, want) => `The host differs only in its subdomain: ${got} instead of ${want}.`,
  'upper-case': () =>
    'The value has capital letters. Browsers send origins in lower case, and compare character by character.',
  'localhost-loopback': (got, want) =>
    `${got} and ${want} are the same machine, but different origins: the names must be equal.`,
  'origin-list': () =>
    'The value lists several origins. Only one may stand there: the server must pick the one that asked.',
  'wildcard-subdomain': () =>
    'A `*` inside an origin means nothing to browsers. The server must check the subdomain itself and answer with the exact origin.',
  pattern: () =>
    'The value is a pattern. Browsers do not match patterns: the server must, and answer with the exact origin.',
  quotes: () => 'The value stands in quotes. They count as part of it and must go.',
  placeholder: (got) => `The value is a placeholder that was never filled in (${got}).`,
  'own-origin': () => 'The server allows its own origin. The page’s origin must stand there.',
  'null-literal': () => 'The server allows `null`, which is not this page’s origin and should not be allowed at all.',
  'no-scheme': (_got, want) => `The value lacks its scheme: it must begin with ${want}.`,
  'cached-for-other-origin': () =>
    'This answer came from the cache and names another origin, for which it was probably made. The server must send `Vary: Origin`, so that caches keep the answers apart.',
  'other-origin': (got, want) => `The server allows ${got}, a different origin from ${want}.`,
  'header-name-typo': (got, want) => `The header’s name is misspelt: ${got} instead of ${want}.`,
  'value-case': (got, want) => `The letters’ case differs: ${got} instead of ${want}. It counts.`,
  'method-case': (got, want) =>
    `The case of the method’s letters differs: ${got} and ${want} are two methods to a browser.`,
  'header-name-space': (got) => `There is a space in a header’s name (${got}). Names are separated by commas.`,
  'duplicate-value': () =>
    'The same value stands there twice. Two parts of the server both add the header; one must stop.',
};
