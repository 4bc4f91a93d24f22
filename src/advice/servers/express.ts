import type { Policy, Recipe } from '../fix.ts';
import { preflightHeadersOf, safePolicy } from '../safe-policy.ts';

// safePolicy lets no quote, backslash or line break through.
const literal = (text: string): string => `'${text}'`;
const set = (name: string, value: string): string => `res.setHeader(${literal(name)}, ${value});`;
const block = (head: string, lines: readonly string[]): readonly string[] => [
  head,
  ...lines.map((line) => `  ${line}`),
  '}',
];

function body(policy: Policy): readonly string[] {
  const anybody = policy.origins[0] === '*';
  const allow = [
    set('Access-Control-Allow-Origin', anybody ? literal('*') : 'origin'),
    ...(policy.credentials ? [set('Access-Control-Allow-Credentials', literal('true'))] : []),
    ...(policy.exposedHeaders.length === 0
      ? []
      : [set('Access-Control-Expose-Headers', literal(policy.exposedHeaders.join(', ')))]),
  ];
  const preflight = preflightHeadersOf(policy).map(([name, value]) => set(name, literal(value)));
  const known = anybody ? 'true' : 'allowedOrigins.has(origin)';
  return [
    ...(anybody ? [] : ['const origin = req.headers.origin;', "res.vary('Origin');"]),
    `const allowed = ${known};`,
    ...block('if (allowed) {', allow),
    "const asked = req.headers['access-control-request-method'];",
    '// A preflight ends here, before authentication and routes.',
    ...block("if (req.method === 'OPTIONS' && asked !== undefined) {", [
      ...(preflight.length === 0 ? [] : block('if (allowed) {', preflight)),
      'res.statusCode = 204;',
      'return res.end();',
    ]),
    'next();',
  ];
}

/**
 * Express 4 and 5 without a further package: these few lines are all that is needed, they can be read in one go, and
 * they say exactly what is sent. The `cors` package does the same with `{ origin: [...], credentials, methods … }`.
 */
export const express: Recipe = {
  id: 'express',
  title: 'Express',
  language: 'javascript',
  file: 'where the app is made, as its first app.use: before login, body parsers and routes',
  reload: 'restart the application',
  render(policy) {
    const safe = safePolicy(policy);
    const origins = safe.origins.map((origin) => `  ${literal(origin)},`);
    return [
      `// CORS for ${safe.server}. First of all middleware, so that errors carry the headers too.`,
      ...(safe.origins[0] === '*' ? [] : ['const allowedOrigins = new Set([', ...origins, ']);', '']),
      'function cors(req, res, next) {',
      ...body(safe).map((line) => `  ${line}`),
      '}',
      '',
      'app.use(cors);',
      '',
    ].join('\n');
  },
};
