import type { Policy, Recipe } from '../fix.ts';
import { CORS_HEADERS, originPattern, preflightHeadersOf, safePolicy } from '../safe-policy.ts';

// Values of Header are format strings; safePolicy lets no %, quote, backslash or $ through, which would mean something.
const quoted = (text: string): string => `"${text}"`;

// A preflight is an OPTIONS request that says which method it asks for.
const IS_PREFLIGHT =
  "expr=%{REQUEST_METHOD} == 'OPTIONS' && -n %{HTTP:Access-Control-Request-Method} && -n reqenv('CORS_ORIGIN')";

function originLines(policy: Policy): readonly string[] {
  if (policy.origins[0] === '*') return ['SetEnvIf Request_URI ".*" CORS_ORIGIN=*'];
  return policy.origins.map((origin) => `SetEnvIf Origin ${quoted(originPattern(origin))} CORS_ORIGIN=$0`);
}

function headerLines(policy: Policy): readonly string[] {
  const set = (name: string, value: string): string => `Header always set ${name} ${quoted(value)} env=CORS_ORIGIN`;
  const onPreflight = (name: string, value: string): string =>
    `Header always set ${name} ${quoted(value)} ${quoted(IS_PREFLIGHT)}`;
  return [
    '# What an application sends of these goes: only one of the two may.',
    ...CORS_HEADERS.flatMap((name) => [`Header onsuccess unset ${name}`, `Header always unset ${name}`]),
    '',
    '# always: on errors too.',
    set('Access-Control-Allow-Origin', '%{CORS_ORIGIN}e'),
    ...(policy.credentials ? [set('Access-Control-Allow-Credentials', 'true')] : []),
    ...(policy.exposedHeaders.length === 0
      ? []
      : [set('Access-Control-Expose-Headers', policy.exposedHeaders.join(', '))]),
    ...preflightHeadersOf(policy).map(([name, value]) => onPreflight(name, value)),
    ...(policy.origins[0] === '*' ? [] : ['Header always merge Vary "Origin"']),
  ];
}

/** Apache httpd 2.4 with mod_headers, mod_setenvif and mod_rewrite. https://httpd.apache.org/docs/2.4/mod/mod_headers.html */
export const apache: Recipe = {
  id: 'apache',
  title: 'Apache httpd',
  language: 'apache',
  file: 'the <VirtualHost> of the site, for example in /etc/apache2/sites-available/',
  reload: 'a2enmod headers setenvif rewrite && apachectl configtest && systemctl reload apache2',
  render(policy) {
    const safe = safePolicy(policy);
    return [
      `# CORS for ${safe.server}`,
      '# Into <VirtualHost>, not into <Directory> or .htaccess: there authentication would come first.',
      '# The origin that asks, if it is on the list.',
      ...originLines(safe),
      '',
      ...headerLines(safe),
      '',
      '# Preflights are answered here, before any authentication.',
      'RewriteEngine On',
      'RewriteCond %{REQUEST_METHOD} =OPTIONS',
      'RewriteCond %{HTTP:Access-Control-Request-Method} .',
      'RewriteRule ^ - [R=204,L]',
      '',
    ].join('\n');
  },
};
