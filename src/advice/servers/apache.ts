import type { Policy, Recipe } from '../fix.ts';
import { CORS_HEADERS, originPattern, preflightHeadersOf, safePolicy } from '../safe-policy.ts';
import { anyOrigin, double, joined, text, when } from './writing.ts';

// Values of Header are format strings: a safe policy holds no %, which would mean something.
const set = (name: string, value: string, variable?: string): string =>
  `Header always set ${name} ${double(value)}${variable ? ` env=${variable}` : ''}`;

function headers(policy: Policy): readonly string[] {
  return [
    '# What an application sends of these goes: only one of the two may.',
    ...CORS_HEADERS.flatMap((name) => [`Header onsuccess unset ${name}`, `Header always unset ${name}`]),
    '',
    '# always: on errors too.',
    anyOrigin(policy)
      ? set('Access-Control-Allow-Origin', '*')
      : set('Access-Control-Allow-Origin', '%{CORS_ORIGIN}e', 'CORS_ORIGIN'),
    ...when(policy.credentials, set('Access-Control-Allow-Credentials', 'true', 'CORS_ORIGIN')),
    ...when(policy.exposedHeaders.length > 0, set('Access-Control-Expose-Headers', joined(policy.exposedHeaders))),
    ...preflightHeadersOf(policy).map(([name, value]) => set(name, value, 'CORS_PREFLIGHT')),
    ...when(!anyOrigin(policy), 'Header always merge Vary "Origin"'),
  ];
}

/** Apache httpd 2.4 with mod_headers, mod_setenvif and mod_rewrite. https://httpd.apache.org/docs/2.4/mod/mod_headers.html */
export const apache: Recipe = {
  id: 'apache',
  title: 'Apache httpd',
  group: 'web-server',
  proof: 'run',
  language: 'apache',
  file: '/etc/apache2/sites-available/…',
  reload: 'a2enmod headers setenvif rewrite && apachectl configtest && systemctl reload apache2',
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `# CORS for ${safe.server}`,
      '# Into <VirtualHost>, not into <Directory> or .htaccess: there authentication would come first.',
      ...when(
        !anyOrigin(safe),
        '# The origin that asks, if it is on the list.',
        ...safe.origins.map((origin) => `SetEnvIf Origin ${double(originPattern(origin))} CORS_ORIGIN=$0`),
      ),
      '# A preflight is an OPTIONS request that says which method it asks for.',
      `SetEnvIfExpr "%{REQUEST_METHOD} == 'OPTIONS' && -n %{HTTP:Access-Control-Request-Method}" CORS_PREFLIGHT`,
      '',
      ...headers(safe),
      '',
      '# Preflights are answered here, before any authentication.',
      'RewriteEngine On',
      'RewriteCond %{ENV:CORS_PREFLIGHT} =1',
      'RewriteRule ^ - [R=204,L]',
    ]);
  },
};
