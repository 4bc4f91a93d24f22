import type { Policy, Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { commaList, double, indented, orDefaultAge, text, when } from './writing.ts';

const list = (items: readonly string[]): string => `[${commaList(items, double)}]`;

const headers = (policy: Policy): readonly string[] => [
  `accessControlAllowOriginList: ${list(policy.origins)}`,
  `accessControlAllowMethods: ${list(policy.methods)}`,
  ...when(policy.requestHeaders.length > 0, `accessControlAllowHeaders: ${list(policy.requestHeaders)}`),
  ...when(policy.exposedHeaders.length > 0, `accessControlExposeHeaders: ${list(policy.exposedHeaders)}`),
  ...when(policy.credentials, 'accessControlAllowCredentials: true'),
  `accessControlMaxAge: ${orDefaultAge(policy.maxAge)}`,
  'addVaryHeader: true',
];

/** Traefik 2 and 3, file provider. https://doc.traefik.io/traefik/middlewares/http/headers/#cors-headers */
export const traefik: Recipe = {
  id: 'traefik',
  title: 'Traefik',
  group: 'web-server',
  proof: 'not-run-package',
  language: 'yaml',
  file: '/etc/traefik/dynamic/cors.yml',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `# CORS for ${safe.server}`,
      '# The first of the router, before authentication:  middlewares: [cors, …]',
      'http:',
      '  middlewares:',
      '    cors:',
      '      headers:',
      ...indented(headers(safe), '        '),
    ]);
  },
};
