import type { Policy } from '../fix.ts';
import { preflightHeadersOf } from '../safe-policy.ts';
import { list } from './cors-options.ts';
import { anyOrigin, indented, joined, single, when } from './writing.ts';

const set = (name: string, value: string): string => `response.headers.set(${single(name)}, ${value});`;

/** `const allowedOrigins = new Set([…]);` */
export function originSet(policy: Policy): readonly string[] {
  if (anyOrigin(policy)) return [];
  const [first = '', ...rest] = list(policy.origins, single);
  const lines = [`const allowedOrigins = new Set(${first}`, ...rest];
  return [...lines.slice(0, -1), `${lines.at(-1)});`];
}

/** Statements for servers that speak in `Request` and `Response`: they know `request`, `response` and `preflight`. */
export function setOnResponse(policy: Policy): readonly string[] {
  const allow = [
    set('Access-Control-Allow-Origin', anyOrigin(policy) ? single('*') : 'origin'),
    ...when(policy.credentials, set('Access-Control-Allow-Credentials', single('true'))),
    ...when(
      policy.exposedHeaders.length > 0,
      set('Access-Control-Expose-Headers', single(joined(policy.exposedHeaders))),
    ),
  ];
  const onPreflight = preflightHeadersOf(policy).map(([name, value]) => set(name, single(value)));
  return [
    ...(anyOrigin(policy)
      ? allow
      : [
          "const origin = request.headers.get('Origin');",
          "response.headers.append('Vary', 'Origin');",
          'if (allowedOrigins.has(origin)) {',
          ...indented(allow),
          '}',
        ]),
    ...(onPreflight.length === 0 ? [] : ['if (preflight) {', ...indented(onPreflight), '}']),
  ];
}

/** A preflight is an OPTIONS request that says which method it asks for. */
export const IS_PREFLIGHT = [
  "const asked = request.headers.get('Access-Control-Request-Method');",
  "const preflight = request.method === 'OPTIONS' && asked !== null;",
] as const;
