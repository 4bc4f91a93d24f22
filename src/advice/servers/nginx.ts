import type { Policy, Recipe } from '../fix.ts';
import { CORS_HEADERS, originPattern, preflightHeadersOf, safePolicy } from '../safe-policy.ts';
import { anyOrigin, double, indented, joined, text, when } from './writing.ts';

const addHeader = (name: string, value: string): string => `add_header ${name} ${value} always;`;
const mapOf = (source: string, target: string, lines: readonly string[]): readonly string[] => [
  `map ${source} ${target} {`,
  ...indented(['default "";', ...lines], '    '),
  '}',
];
const variableFor = (name: string): string =>
  `$cors_${name.toLowerCase().replace('access-control-', '').replaceAll('-', '_')}`;

// Patterns, since a map of plain strings ignores case and has a limit on their length.
function maps(policy: Policy): readonly string[] {
  const origins = policy.origins.map((origin) => `${double(`~${originPattern(origin)}`)} ${double(origin)};`);
  return [
    ...when(
      !anyOrigin(policy),
      '# The origin that asks, if it is on the list; else empty, and nginx leaves empty headers out.',
      ...mapOf('$http_origin', '$cors_origin', origins),
    ),
    '# A preflight is an OPTIONS request that says which method it asks for.',
    ...mapOf('"$request_method $http_access_control_request_method"', '$cors_preflight', ['"~^OPTIONS ." 1;']),
    ...preflightHeadersOf(policy).flatMap(([name, value]) =>
      mapOf('$cors_preflight', variableFor(name), [`1 ${double(value)};`]),
    ),
  ];
}

function lines(policy: Policy): readonly string[] {
  return [
    '# What an application behind nginx sends of these goes: only one of the two may.',
    '# (For PHP: fastcgi_hide_header.)',
    ...CORS_HEADERS.map((name) => `proxy_hide_header ${name};`),
    '',
    '# always: on errors too. A location with an add_header of its own loses all of these:',
    '# repeat them there.',
    addHeader('Access-Control-Allow-Origin', anyOrigin(policy) ? '"*"' : '$cors_origin'),
    ...when(policy.credentials, addHeader('Access-Control-Allow-Credentials', '"true"')),
    ...when(
      policy.exposedHeaders.length > 0,
      addHeader('Access-Control-Expose-Headers', double(joined(policy.exposedHeaders))),
    ),
    ...preflightHeadersOf(policy).map(([name]) => addHeader(name, variableFor(name))),
    ...when(!anyOrigin(policy), addHeader('Vary', 'Origin')),
    '',
    '# Preflights are answered here, before any authentication.',
    'if ($cors_preflight) {',
    '    return 204;',
    '}',
  ];
}

/** nginx 1.7.5 or newer (`always`). https://nginx.org/en/docs/http/ngx_http_headers_module.html */
export const nginx: Recipe = {
  id: 'nginx',
  title: 'nginx',
  group: 'web-server',
  proof: 'run',
  language: 'nginx',
  file: '/etc/nginx/conf.d/cors.conf, /etc/nginx/sites-available/…',
  reload: 'nginx -t && nginx -s reload',
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `# CORS for ${safe.server}`,
      '# Part 1: into http { }, outside of server { }.',
      ...maps(safe),
      '',
      '# Part 2: into server { }, or into the location { } that answers the calls.',
      ...lines(safe),
    ]);
  },
};
