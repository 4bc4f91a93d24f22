import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nginx as recipe } from '../../../src/advice/servers/nginx.ts';
import { parts, worldReadable } from '../parts.ts';
import { output, serve, versionIn } from '../process.ts';
import type { ServerUnderTest, Site } from '../server.ts';

const configuration = ([http = '', server = '']: readonly string[], { folder, port, upstream }: Site): string => `
pid ${folder}/pid;
error_log ${folder}/error.log;
daemon off;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  ${http}
  server {
    listen 127.0.0.1:${port};
    ${server}
    error_page 404 /404.html;
    location = /404.html { root ${folder}; internal; }
    location /api/ { proxy_pass http://127.0.0.1:${upstream}; }
    location /api/missing { root ${folder}/nothing; }
    location /api/private {
      auth_basic "private";
      auth_basic_user_file ${folder}/users;
      proxy_pass http://127.0.0.1:${upstream};
    }
  }
}
`;

/** nginx before an application: it asks for the login, and its own 404 has a page of its own. */
export const nginx: ServerUnderTest = {
  title: 'nginx',
  recipe,
  needs: { commands: ['nginx'], debian: ['nginx-light'] },
  version: () => versionIn(output('nginx', ['-v'])),
  write(text, site) {
    writeFileSync(join(site.folder, 'nginx.conf'), configuration(parts(text), site));
    writeFileSync(join(site.folder, 'users'), 'u:{PLAIN}p\n');
    writeFileSync(join(site.folder, '404.html'), 'not here');
    mkdirSync(join(site.folder, 'nothing'), { recursive: true });
    worldReadable(site.folder);
  },
  test: ({ folder }) => void output('nginx', ['-t', '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')]),
  start: (site) => serve(site, 'nginx', ['-e', join(site.folder, 'error.log'), '-c', join(site.folder, 'nginx.conf')]),
};
