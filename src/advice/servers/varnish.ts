import type { Policy, Recipe } from '../fix.ts';
import { CORS_HEADERS, preflightHeadersOf, safePolicy } from '../safe-policy.ts';
import { anyOrigin, double, indented, joined, text, when } from './writing.ts';

const set = (name: string, value: string): string => `set resp.http.${name} = ${double(value)};`;

function cors(policy: Policy): readonly string[] {
  const others = [
    ...when(policy.credentials, set('Access-Control-Allow-Credentials', 'true')),
    ...when(policy.exposedHeaders.length > 0, set('Access-Control-Expose-Headers', joined(policy.exposedHeaders))),
  ];
  const known = policy.origins.map((origin) => `req.http.Origin == ${double(origin)}`);
  return [
    '# What an application sends of these goes: one stored for another origin would be wrong here.',
    ...CORS_HEADERS.map((name) => `unset resp.http.${name};`),
    ...(anyOrigin(policy)
      ? [set('Access-Control-Allow-Origin', '*'), ...others]
      : [
          `if (${known.join(' ||\n    ')}) {`,
          ...indented(['set resp.http.Access-Control-Allow-Origin = req.http.Origin;', ...others], '    '),
          '}',
          'if (resp.http.Vary) {',
          '    set resp.http.Vary = resp.http.Vary + ", Origin";',
          '} else {',
          '    set resp.http.Vary = "Origin";',
          '}',
        ]),
  ];
}

const sub = (name: string, lines: readonly string[]): readonly string[] => [
  `sub ${name} {`,
  ...indented(lines, '    '),
  '}',
];

/** Varnish 6 or newer. https://varnish-cache.org/docs/7.1/users-guide/vcl-built-in-subs.html */
export const varnish: Recipe = {
  id: 'varnish',
  title: 'Varnish',
  group: 'web-server',
  proof: 'run',
  language: 'vcl',
  file: '/etc/varnish/cors.vcl',
  reload: 'varnishd -C -f /etc/varnish/default.vcl >/dev/null && systemctl reload varnish',
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `# CORS for ${safe.server}`,
      '# In default.vcl, right after "vcl 4.1;":  include "/etc/varnish/cors.vcl";',
      '# So it comes first, and preflights are answered before any authentication.',
      ...sub('vcl_recv', [
        'if (req.method == "OPTIONS" && req.http.Access-Control-Request-Method) {',
        '    return (synth(204));',
        '}',
      ]),
      '',
      ...sub('cors', cors(safe)),
      '',
      '# Added on delivery, not to what is stored: one stored answer serves every origin.',
      ...sub('vcl_deliver', ['call cors;']),
      '',
      ...sub('vcl_synth', [
        'call cors;',
        'if (req.method == "OPTIONS" && resp.status == 204) {',
        ...indented(
          [...preflightHeadersOf(safe).map(([name, value]) => set(name, value)), 'return (deliver);'],
          '    ',
        ),
        '}',
      ]),
    ]);
  },
};
