import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apache as recipe } from '../../../src/advice/servers/apache.ts';
import { worldReadable } from '../parts.ts';
import { output, serve, versionIn } from '../process.ts';
import type { ServerUnderTest, Site } from '../server.ts';

const MODULES = '/usr/lib/apache2/modules';
const load = ['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic', 'proxy']
  .concat(['proxy_http', 'headers', 'setenvif', 'rewrite', 'dir', 'alias'])
  .map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`)
  .join('\n');

const configuration = (text: string, { folder, port, upstream }: Site): string => `
ServerRoot ${folder}
ServerName localhost
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
Listen 127.0.0.1:${port}
${load}
<VirtualHost *:${port}>
${text}
  DocumentRoot ${folder}/www
  ErrorDocument 404 /404.html
  Alias /404.html ${folder}/404.html
  <Directory ${folder}>
    Require all granted
  </Directory>
  ProxyPass /api/missing !
  ProxyPass /404.html !
  ProxyPass / http://127.0.0.1:${upstream}/
  <Location /api/private>
    AuthType Basic
    AuthName private
    AuthUserFile ${folder}/users
    Require valid-user
  </Location>
</VirtualHost>
`;

/** Apache httpd before an application: it asks for the login, and its own 404 has a page of its own. */
export const apache: ServerUnderTest = {
  title: 'Apache httpd',
  recipe,
  needs: { commands: ['apache2'], debian: ['apache2'] },
  version: () => versionIn(output('apache2', ['-v'])),
  write(text, site) {
    writeFileSync(join(site.folder, 'apache.conf'), configuration(text, site));
    // htpasswd -nbs u p
    writeFileSync(join(site.folder, 'users'), 'u:{SHA}UWuXg/ylF+7L0dBk2i0WUxCxl1k=\n');
    writeFileSync(join(site.folder, '404.html'), 'not here');
    mkdirSync(join(site.folder, 'www'));
    worldReadable(site.folder);
  },
  test: ({ folder }) => void output('apache2', ['-t', '-f', join(folder, 'apache.conf')]),
  start: (site) => serve(site, 'apache2', ['-D', 'FOREGROUND', '-f', join(site.folder, 'apache.conf')]),
};
