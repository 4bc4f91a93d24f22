import type { Policy, Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { anyOrigin, double, indented, joined, text, when } from './writing.ts';

const settings = (policy: Policy): readonly string[] => [
  '"@type": type.googleapis.com/envoy.extensions.filters.http.cors.v3.CorsPolicy',
  'allow_origin_string_match:',
  ...(anyOrigin(policy) ? ['- prefix: "*"'] : policy.origins.map((origin) => `- exact: ${double(origin)}`)),
  ...when(policy.methods.length > 0, `allow_methods: ${double(joined(policy.methods))}`),
  ...when(policy.requestHeaders.length > 0, `allow_headers: ${double(joined(policy.requestHeaders))}`),
  ...when(policy.exposedHeaders.length > 0, `expose_headers: ${double(joined(policy.exposedHeaders))}`),
  ...when(policy.credentials, 'allow_credentials: true'),
  ...when(policy.maxAge !== null, `max_age: ${double(String(policy.maxAge))}`),
];

/** Envoy 1.24 or newer. https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/cors_filter */
export const envoy: Recipe = {
  id: 'envoy',
  title: 'Envoy',
  group: 'web-server',
  proof: 'not-run-package',
  language: 'yaml',
  file: 'envoy.yaml',
  reload: 'envoy --mode validate -c envoy.yaml',
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `# CORS for ${safe.server}`,
      '# Part 1: first of http_filters, before jwt_authn, ext_authz and router.',
      '- name: envoy.filters.http.cors',
      '  typed_config:',
      '    "@type": type.googleapis.com/envoy.extensions.filters.http.cors.v3.Cors',
      '',
      '# Part 2: into the virtual_host.',
      'typed_per_filter_config:',
      '  envoy.filters.http.cors:',
      ...indented(settings(safe), '    '),
      ...when(
        !anyOrigin(safe),
        'response_headers_to_add:',
        '- header: { key: Vary, value: Origin }',
        '  append_action: APPEND_IF_EXISTS_OR_ADD',
      ),
    ]);
  },
};
