import type { Policy, Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { list, option } from './cors-options.ts';
import { anyOrigin, indented, orDefaultAge, single, text, when } from './writing.ts';

const options = (policy: Policy): readonly string[] => [
  ...(anyOrigin(policy) ? ["origin: 'ignore', // sends *"] : option('origin', list(policy.origins, single))),
  ...option('headers', list(policy.requestHeaders, single)),
  ...option('exposedHeaders', list(policy.exposedHeaders, single)),
  ...when(policy.credentials, 'credentials: true,'),
  `maxAge: ${orDefaultAge(policy.maxAge)},`,
  'preflightStatusCode: 204,',
];

/** hapi 21: methods are those of its routes. https://hapi.dev/api#route.options.cors */
export const hapi: Recipe = {
  id: 'hapi',
  title: 'hapi',
  group: 'node',
  proof: 'run',
  language: 'javascript',
  file: 'server.js',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `// CORS for ${safe.server}: an option of the server, for all its routes.`,
      `// hapi allows the methods that have a route (needed: ${safe.methods.join(', ')}).`,
      'const cors = {',
      ...indented(options(safe)),
      '};',
      'const server = Hapi.server({ ...options, routes: { ...options.routes, cors } });',
    ]);
  },
};
