import type { Policy, Recipe } from '../fix.ts';
import { preflightHeadersOf, safePolicy } from '../safe-policy.ts';
import { anyOrigin, double, indented, joined, text, when } from './writing.ts';

const set = (name: string, value: string): string => `h.Set(${double(name)}, ${value})`;
const block = (head: string, lines: readonly string[]): readonly string[] => [head, ...indented(lines, '\t'), '}'];

function body(policy: Policy): readonly string[] {
  const allow = [
    set('Access-Control-Allow-Origin', anyOrigin(policy) ? double('*') : 'origin'),
    ...when(policy.credentials, set('Access-Control-Allow-Credentials', double('true'))),
    ...when(
      policy.exposedHeaders.length > 0,
      set('Access-Control-Expose-Headers', double(joined(policy.exposedHeaders))),
    ),
  ];
  return [
    'h := w.Header()',
    ...(anyOrigin(policy)
      ? allow
      : ['h.Add("Vary", "Origin")', ...block('if origin := r.Header.Get("Origin"); allowedOrigins[origin] {', allow)]),
    ...block('if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {', [
      ...preflightHeadersOf(policy).map(([name, value]) => set(name, double(value))),
      'w.WriteHeader(http.StatusNoContent) // a preflight ends here',
      'return',
    ]),
    'next.ServeHTTP(w, r)',
  ];
}

/** Go's own net/http. https://pkg.go.dev/net/http */
export const goNetHttp: Recipe = {
  id: 'go-net-http',
  title: 'Go (net/http)',
  group: 'more-languages',
  proof: 'run',
  language: 'go',
  file: 'cors.go',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `// CORS for ${safe.server}. Around everything, login included:`,
      '//   http.ListenAndServe(addr, withCORS(mux))',
      'package main',
      '',
      'import "net/http"',
      '',
      ...(anyOrigin(safe)
        ? []
        : [
            ...block(
              'var allowedOrigins = map[string]bool{',
              safe.origins.map((origin) => `${double(origin)}: true,`),
            ),
            '',
          ]),
      ...block('func withCORS(next http.Handler) http.Handler {', [
        'return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {',
        ...indented(body(safe), '\t'),
        '})',
      ]),
    ]);
  },
};
