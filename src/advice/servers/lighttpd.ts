import type { Policy, Recipe } from '../fix.ts';
import { preflightHeadersOf, safePolicy } from '../safe-policy.ts';
import { anyOrigin, double, indented, joined, text, when } from './writing.ts';

type Headers = readonly (readonly [name: string, value: string])[];

const set = (how: 'add' | 'set', headers: Headers): readonly string[] =>
  headers.length === 0
    ? []
    : [
        `setenv.${how}-response-header += (`,
        ...indented(headers.map(([name, value]) => `${double(name)} => ${double(value)},`)),
        ')',
      ];

const block = (head: string, lines: readonly string[]): readonly string[] => [`${head} {`, ...indented(lines), '}'];

/** One list holds a name once: what depends on the origin is said in a chain of its own. */
function byOrigin(origins: readonly string[]): readonly string[] {
  const allow = (value: string): readonly string[] => set('set', [['Access-Control-Allow-Origin', value]]);
  return [
    ...origins.flatMap((origin, index) =>
      block(`${index === 0 ? '' : 'else '}$REQUEST_HEADER["Origin"] == ${double(origin)}`, allow(origin)),
    ),
    ...block('else $REQUEST_HEADER["Origin"] =~ ""', allow('')),
  ];
}

const always = (policy: Policy): Headers => [
  ...(anyOrigin(policy) ? [['Access-Control-Allow-Origin', '*'] as const] : []),
  ['Access-Control-Allow-Credentials', policy.credentials ? 'true' : ''],
  ['Access-Control-Expose-Headers', joined(policy.exposedHeaders)],
];

/** lighttpd 1.4.46 or newer (`$REQUEST_HEADER`). https://redmine.lighttpd.net/projects/lighttpd/wiki/Mod_setenv */
export const lighttpd: Recipe = {
  id: 'lighttpd',
  title: 'lighttpd',
  group: 'web-server',
  proof: 'run',
  language: 'lighttpd',
  file: '/etc/lighttpd/conf-available/01-cors.conf',
  reload: 'lighttpd-enable-mod cors; lighttpd -tt -f /etc/lighttpd/lighttpd.conf && systemctl reload lighttpd',
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `# CORS for ${safe.server}`,
      '# mod_redirect before mod_auth: preflights are answered before any authentication.',
      'server.modules += ( "mod_setenv", "mod_redirect" )',
      ...when(!anyOrigin(safe), ...set('add', [['Vary', 'Origin']])),
      '# An empty value takes away what an application sends: only one of the two may.',
      ...set('set', always(safe)),
      ...(anyOrigin(safe) ? [] : byOrigin(safe.origins)),
      '',
      '# A preflight is an OPTIONS request that says which method it asks for.',
      '# It is answered by a "redirect" with status 204.',
      ...block(
        '$HTTP["request-method"] == "OPTIONS"',
        block('$REQUEST_HEADER["Access-Control-Request-Method"] =~ "."', [
          ...set('add', preflightHeadersOf(safe)),
          'url.redirect-code = 204',
          'url.redirect = ( "" => "/" )',
        ]),
      ),
    ]);
  },
};
