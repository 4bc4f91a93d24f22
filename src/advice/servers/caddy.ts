import type { Policy, Recipe } from '../fix.ts';
import { preflightHeadersOf, safePolicy } from '../safe-policy.ts';
import { anyOrigin, double, indented, joined, text, when } from './writing.ts';

const block = (head: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${head} {`, ...indented(lines, '\t'), '}'];

function allow(policy: Policy): readonly string[] {
  return [
    `Access-Control-Allow-Origin ${anyOrigin(policy) ? '"*"' : '{http.request.header.Origin}'}`,
    ...when(policy.credentials, 'Access-Control-Allow-Credentials "true"'),
    ...when(policy.exposedHeaders.length > 0, `Access-Control-Expose-Headers ${double(joined(policy.exposedHeaders))}`),
  ];
}

/** Caddy 2. https://caddyserver.com/docs/caddyfile/directives#directive-order */
export const caddy: Recipe = {
  id: 'caddy',
  title: 'Caddy',
  group: 'web-server',
  proof: 'run',
  language: 'caddyfile',
  file: '/etc/caddy/Caddyfile',
  reload: 'caddy validate --config /etc/caddy/Caddyfile && systemctl reload caddy',
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `# CORS for ${safe.server}`,
      '# Put route { } around all that the site does, and this at its top: route keeps the order.',
      '# Outside of it Caddy would ask for authentication before it answers a preflight.',
      ...(anyOrigin(safe)
        ? block('header', allow(safe))
        : [
            ...block(
              '@cors_origin',
              safe.origins.map((origin) => `header Origin ${double(origin)}`),
            ),
            ...block('header @cors_origin', allow(safe)),
            'header +Vary Origin',
          ]),
      ...block('@cors_preflight', ['method OPTIONS', 'header Access-Control-Request-Method *']),
      ...block(
        'header @cors_preflight',
        preflightHeadersOf(safe).map(([name, value]) => `${name} ${double(value)}`),
      ),
      'respond @cors_preflight 204',
      '# If an application behind reverse_proxy sends such headers itself: into its { }',
      '#   header_down -Access-Control-*',
    ]);
  },
};
