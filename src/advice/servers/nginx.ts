import type { Policy, Recipe } from '../fix.ts';
import { CORS_HEADERS, originPattern, preflightHeadersOf, safePolicy } from '../safe-policy.ts';

// Double-quoted strings of nginx: safePolicy lets no quote, backslash, $ or brace through.
const quoted = (text: string): string => `"${text}"`;
const addHeader = (name: string, value: string): string => `add_header ${name} ${value} always;`;
const mapOf = (source: string, target: string, lines: readonly string[]): string =>
  [`map ${source} ${target} {`, ...lines.map((line) => `    ${line}`), '}'].join('\n');

// Patterns, since a map of plain strings ignores case and has a limit on their length.
function maps(policy: Policy): readonly string[] {
  const anybody = policy.origins[0] === '*';
  const origins = policy.origins.map((origin) => `${quoted(`~${originPattern(origin)}`)} ${quoted(origin)};`);
  const onPreflight = (target: string, value: string): string =>
    mapOf('"$cors_preflight $cors_origin"', target, ['default "";', `"~^1 ." ${quoted(value)};`]);
  return [
    '# The origin that asks, if it is on the list; else empty, and nginx leaves empty headers out.',
    anybody
      ? mapOf('$http_origin', '$cors_origin', ['default "*";'])
      : mapOf('$http_origin', '$cors_origin', ['default "";', ...origins]),
    ...(policy.credentials ? [mapOf('$cors_origin', '$cors_credentials', ['default "";', '"~." "true";'])] : []),
    ...(policy.exposedHeaders.length === 0
      ? []
      : [mapOf('$cors_origin', '$cors_expose', ['default "";', `"~." ${quoted(policy.exposedHeaders.join(', '))};`])]),
    '# A preflight is an OPTIONS request that says which method it asks for.',
    mapOf('"$request_method $http_access_control_request_method"', '$cors_preflight', [
      'default "";',
      '"~^OPTIONS ." "1";',
    ]),
    ...preflightHeadersOf(policy).map(([name, value]) => onPreflight(variableFor(name), value)),
  ];
}

const variableFor = (name: string): string =>
  `$cors_${name.toLowerCase().replace('access-control-', '').replaceAll('-', '_')}`;

function lines(policy: Policy): readonly string[] {
  return [
    '# If nginx passes requests on to an application that adds such headers itself: only one may.',
    ...CORS_HEADERS.map((name) => `proxy_hide_header ${name};`),
    '',
    '# always: on errors too. A location with an add_header of its own loses all of these: repeat them there.',
    addHeader('Access-Control-Allow-Origin', '$cors_origin'),
    ...(policy.credentials ? [addHeader('Access-Control-Allow-Credentials', '$cors_credentials')] : []),
    ...(policy.exposedHeaders.length === 0 ? [] : [addHeader('Access-Control-Expose-Headers', '$cors_expose')]),
    ...preflightHeadersOf(policy).map(([name]) => addHeader(name, variableFor(name))),
    ...(policy.origins[0] === '*' ? [] : [addHeader('Vary', 'Origin')]),
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
  language: 'nginx',
  file: '/etc/nginx/conf.d/cors.conf (part 1) and the server { } block of the site (part 2)',
  reload: 'nginx -t && nginx -s reload',
  render(policy) {
    const safe = safePolicy(policy);
    return [
      `# CORS for ${safe.server}`,
      '# Part 1: into http { }, outside of server { }.',
      ...maps(safe),
      '',
      '# Part 2: into server { }, or into the location { } that answers the calls.',
      ...lines(safe),
      '',
    ].join('\n');
  },
};
