import type { Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { jsOptions } from './cors-options.ts';
import { indented, orAccept, single, text, when } from './writing.ts';

const NAMES = { methods: 'allowMethods', requestHeaders: 'allowHeaders', exposedHeaders: 'exposeHeaders' };

/** Hono 4. https://hono.dev/docs/middleware/builtin/cors */
export const hono: Recipe = {
  id: 'hono',
  title: 'Hono',
  group: 'node',
  proof: 'run',
  language: 'javascript',
  file: 'app.js',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    const allowed = { ...safe, requestHeaders: orAccept(safe.requestHeaders) };
    return text([
      "import { cors } from 'hono/cors';",
      '',
      `// CORS for ${safe.server}. First of all middleware: before login and routes.`,
      ...when(safe.requestHeaders.length === 0, '// allowHeaders: an empty list would allow every header.'),
      'app.use(cors({',
      ...indented(jsOptions(allowed, NAMES, single)),
      '}));',
    ]);
  },
};
