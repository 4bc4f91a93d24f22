import type { Policy, Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { list, option } from './cors-options.ts';
import { anyOrigin, indented, joined, orAccept, single, text, when } from './writing.ts';

const options = (policy: Policy): readonly string[] => [
  anyOrigin(policy)
    ? "origin: '*',"
    : '// Others are told an origin that is not theirs: given none, their errors would lack Vary.',
  ...when(
    !anyOrigin(policy),
    "origin: (ctx) => allowedOrigins.find((origin) => origin === ctx.get('Origin')) ?? allowedOrigins[0],",
  ),
  ...option('allowMethods', list(policy.methods, single)),
  ...when(policy.requestHeaders.length === 0, '// An empty list would allow every header.'),
  ...option('allowHeaders', list(orAccept(policy.requestHeaders), single)),
  ...when(policy.exposedHeaders.length > 0, `exposeHeaders: ${single(joined(policy.exposedHeaders))},`),
  ...when(policy.credentials, 'credentials: true,'),
  ...when(policy.maxAge !== null, `maxAge: ${policy.maxAge},`),
];

/** Koa 2 and 3. https://github.com/koajs/cors */
export const koa: Recipe = {
  id: 'koa',
  title: 'Koa',
  group: 'node',
  proof: 'run',
  language: 'javascript',
  file: 'app.js',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    const [first = '', ...rest] = list(safe.origins, single);
    return text([
      '// npm install @koa/cors',
      "import cors from '@koa/cors';",
      '',
      `// CORS for ${safe.server}. First of all middleware: before login, body parsers and routes.`,
      ...when(!anyOrigin(safe), ...withEnd([`const allowedOrigins = ${first}`, ...rest])),
      'app.use(cors({',
      ...indented(options(safe)),
      '}));',
    ]);
  },
};

const withEnd = (lines: readonly string[]): readonly string[] => [...lines.slice(0, -1), `${lines.at(-1)};`];
