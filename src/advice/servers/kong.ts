import type { Policy, Recipe } from '../fix.ts';
import { originPattern, safePolicy } from '../safe-policy.ts';
import { commaList, double, indented, orAccept, orDefaultAge, single, text, when } from './writing.ts';

// Kong takes an origin with any other character for a pattern: then it has to be one.
const origin = (value: string): string =>
  value === '*' || /^[a-z0-9.:/-]+$/.test(value) ? double(value) : single(originPattern(value));
const list = (items: readonly string[]): string => `[${commaList(items, double)}]`;

const config = (policy: Policy): readonly string[] => [
  `origins: [${commaList(policy.origins, origin)}]`,
  `methods: ${list(policy.methods)}`,
  // Reality: to an empty list Kong allows whatever headers are asked for (kong/plugins/cors/handler.lua).
  `headers: ${list(orAccept(policy.requestHeaders))}`,
  ...when(policy.exposedHeaders.length > 0, `exposed_headers: ${list(policy.exposedHeaders)}`),
  `credentials: ${policy.credentials}`,
  `max_age: ${orDefaultAge(policy.maxAge)}`,
  'preflight_continue: false',
];

/** Kong Gateway 3, declarative. https://developer.konghq.com/plugins/cors/ */
export const kong: Recipe = {
  id: 'kong',
  title: 'Kong Gateway',
  group: 'web-server',
  proof: 'not-run-package',
  language: 'yaml',
  file: 'kong.yml',
  reload: 'deck gateway sync kong.yml',
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `# CORS for ${safe.server}`,
      '# Into the service or route. The plugin runs before those that authenticate.',
      'plugins:',
      '- name: cors',
      '  config:',
      ...indented(config(safe), '    '),
    ]);
  },
};
