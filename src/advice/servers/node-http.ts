import type { Policy, Recipe } from '../fix.ts';
import { preflightHeadersOf, safePolicy } from '../safe-policy.ts';
import { list } from './cors-options.ts';
import { anyOrigin, indented, joined, single, text, when } from './writing.ts';

const set = (name: string, value: string): string => `res.setHeader(${single(name)}, ${value});`;
const block = (head: string, lines: readonly string[]): readonly string[] => [head, ...indented(lines), '}'];

function body(policy: Policy): readonly string[] {
  const anybody = anyOrigin(policy);
  const allow = [
    set('Access-Control-Allow-Origin', anybody ? single('*') : 'origin'),
    ...when(policy.credentials, set('Access-Control-Allow-Credentials', single('true'))),
    ...when(
      policy.exposedHeaders.length > 0,
      set('Access-Control-Expose-Headers', single(joined(policy.exposedHeaders))),
    ),
  ];
  return [
    ...(anybody
      ? allow
      : [
          'const { origin } = req.headers;',
          set('Vary', single('Origin')),
          ...block('if (allowedOrigins.has(origin)) {', allow),
        ]),
    "if (req.method !== 'OPTIONS' || !req.headers['access-control-request-method']) return false;",
    '// A preflight ends here.',
    ...preflightHeadersOf(policy).map(([name, value]) => set(name, single(value))),
    'res.writeHead(204).end();',
    'return true;',
  ];
}

/** Node's own server, and every framework that hands out its request and response. https://nodejs.org/api/http.html */
export const nodeHttp: Recipe = {
  id: 'node-http',
  title: 'Node.js (node:http)',
  group: 'node',
  proof: 'run',
  language: 'javascript',
  file: 'server.js',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    const [first = '', ...rest] = list(safe.origins, single);
    const origins = [`const allowedOrigins = new Set(${first}`, ...rest];
    return text([
      `// CORS for ${safe.server}. First of all in the listener, before login and routes:`,
      '//   if (cors(req, res)) return;',
      ...(anyOrigin(safe) ? [] : [...origins.slice(0, -1), `${origins.at(-1)});`, '']),
      ...block('function cors(req, res) {', body(safe)),
    ]);
  },
};
