import type { Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { IS_PREFLIGHT, originSet, setOnResponse } from './fetch-headers.ts';
import { indented, text } from './writing.ts';

/** Next.js 16 (`proxy`; before it was called `middleware`). https://nextjs.org/docs/app/api-reference/file-conventions/proxy */
export const nextjs: Recipe = {
  id: 'nextjs',
  title: 'Next.js',
  group: 'node',
  proof: 'run',
  language: 'javascript',
  file: 'proxy.js',
  reload: 'next build && next start',
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `// CORS for ${safe.server}`,
      '// Beside app/. Up to Next.js 15 the file is middleware.js and the function middleware.',
      "import { NextResponse } from 'next/server';",
      "// Next's own 404 page overwrites Vary: give the API one, as app/api/[...rest]/route.js.",
      '',
      ...originSet(safe),
      "export const config = { matcher: '/api/:path*' };",
      '',
      'export function proxy(request) {',
      ...indented([
        ...IS_PREFLIGHT,
        '// A preflight ends here, before routes and their login.',
        'const response = preflight ? new NextResponse(null, { status: 204 }) : NextResponse.next();',
        ...setOnResponse(safe),
        'return response;',
      ]),
      '}',
    ]);
  },
};
