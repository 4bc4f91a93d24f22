import type { Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { CORS_PACKAGE, jsOptions } from './cors-options.ts';
import { indented, single, text } from './writing.ts';

/** Express 4 and 5 with its own package. https://expressjs.com/en/resources/middleware/cors.html */
export const express: Recipe = {
  id: 'express',
  title: 'Express',
  group: 'node',
  proof: 'run',
  language: 'javascript',
  file: 'app.js',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      '// npm install cors',
      "import cors from 'cors';",
      '',
      `// CORS for ${safe.server}. First of all middleware: before login, body parsers and routes.`,
      'app.use(cors({',
      ...indented(jsOptions(safe, CORS_PACKAGE, single)),
      '}));',
    ]);
  },
};
