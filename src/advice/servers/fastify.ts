import type { Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { CORS_PACKAGE, jsOptions } from './cors-options.ts';
import { indented, single, text } from './writing.ts';

/** Fastify 5. https://github.com/fastify/fastify-cors */
export const fastify: Recipe = {
  id: 'fastify',
  title: 'Fastify',
  group: 'node',
  proof: 'run',
  language: 'javascript',
  file: 'app.js',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      '// npm install @fastify/cors',
      "import cors from '@fastify/cors';",
      '',
      `// CORS for ${safe.server}`,
      '// Before other plugins, hooks (login) and routes: hooks run in this order.',
      'await app.register(cors, {',
      ...indented(jsOptions(safe, CORS_PACKAGE, single)),
      '});',
    ]);
  },
};
