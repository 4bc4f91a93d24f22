import type { Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { IS_PREFLIGHT, originSet, setOnResponse } from './fetch-headers.ts';
import { indented, text } from './writing.ts';

/** Cloudflare Workers, and other runtimes with a `fetch` handler. https://developers.cloudflare.com/workers/runtime-apis/handlers/fetch/ */
export const cloudflareWorkers: Recipe = {
  id: 'cloudflare-workers',
  title: 'Cloudflare Workers',
  group: 'cloud',
  proof: 'run',
  language: 'javascript',
  file: 'src/cors.js',
  reload: 'wrangler deploy',
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `// CORS for ${safe.server}. Wraps the worker that there is:`,
      '// main in wrangler.toml names this file now.',
      "import worker from './index.js';",
      '',
      ...originSet(safe),
      'async function answer(request, env, ctx) {',
      ...indented([
        'try {',
        '  return await worker.fetch(request, env, ctx);',
        '} catch (error) {',
        '  console.error(error);',
        '  // An exception would end in a page of Cloudflare without these headers.',
        "  return new Response('Internal Server Error', { status: 500 });",
        '}',
      ]),
      '}',
      '',
      'export default {',
      '  ...worker,',
      '  async fetch(request, env, ctx) {',
      ...indented(
        [
          ...IS_PREFLIGHT,
          '// A preflight ends here, before any login.',
          'const empty = new Response(null, { status: 204 });',
          'const inner = preflight ? empty : await answer(request, env, ctx);',
          'const response = new Response(inner.body, inner); // one whose headers can be changed',
          ...setOnResponse(safe),
          'return response;',
        ],
        '    ',
      ),
      '  },',
      '};',
    ]);
  },
};
