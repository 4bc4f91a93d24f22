import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../../scripts/browsers/wait.ts';
import { php as recipe } from '../../../src/advice/servers/php.ts';
import { worldReadable } from '../parts.ts';
import { beside, output, serve, versionIn } from '../process.ts';
import type { ServerUnderTest, Site } from '../server.ts';
import { LOGIN } from '../upstream.ts';

const script = (bare: boolean): string => `<?php
${bare ? '' : "require __DIR__ . '/cors.php';"}
$path = strtok($_SERVER['REQUEST_URI'], '?');
if ($path === '/api/private' && ($_SERVER['HTTP_AUTHORIZATION'] ?? '') !== '${LOGIN}') {
    http_response_code(401);
    exit('login');
}
if ($path === '/api/boom') {
    throw new Exception('boom');
}
if ($path !== '/api/items' && $path !== '/api/private') {
    http_response_code(404);
    exit('none');
}
header('ETag: "1"');
header('X-Total-Count: 7');
echo json_encode(['cookie' => $_SERVER['HTTP_COOKIE'] ?? '']);
`;

function write(text: string, { folder }: Site): void {
  writeFileSync(join(folder, 'index.php'), script(text === ''));
  writeFileSync(join(folder, 'cors.php'), text);
  worldReadable(folder);
}
const test = ({ folder }: Site): void => void output('php', ['-l', join(folder, 'cors.php')]);
const version = (): string => versionIn(output('php', ['-v']));

/** PHP's own server. */
export const phpCli: ServerUnderTest = {
  title: 'PHP (php -S)',
  recipe,
  needs: { commands: ['php'], debian: ['php-cli'] },
  version,
  write,
  test,
  start: (site) =>
    serve(site, 'php', ['-d', 'display_errors=0', '-d', 'log_errors=0', '-S', `127.0.0.1:${site.port}`, 'index.php']),
};

const nginx = ({ folder, port }: Site): string => `
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
daemon off;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  fastcgi_temp_path ${folder}/fastcgi;
  proxy_temp_path ${folder}/proxy;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    location / {
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME ${folder}/index.php;
      fastcgi_pass unix:${folder}/php.sock;
    }
  }
}
`;

const pool = ({ folder }: Site): string => `[global]
error_log = ${folder}/fpm.log
[www]
${process.getuid?.() === 0 ? 'user = www-data\ngroup = www-data\nlisten.mode = 0666' : ''}
listen = ${folder}/php.sock
pm = static
pm.max_children = 2
php_admin_flag[display_errors] = off
`;

/** PHP behind nginx. */
export const phpFpm: ServerUnderTest = {
  title: 'PHP (php-fpm behind nginx)',
  recipe,
  needs: {
    commands: ['php', 'nginx', 'php-fpm8.2'],
    files: ['/etc/nginx/fastcgi_params'],
    debian: ['php-cli', 'php-fpm', 'nginx-light'],
  },
  version,
  write(text, site) {
    write(text, site);
    writeFileSync(join(site.folder, 'nginx.conf'), nginx(site));
    writeFileSync(join(site.folder, 'fpm.conf'), pool(site));
  },
  test,
  async start(site) {
    const fpm = beside(site, 'php-fpm8.2', ['-R', '-F', '-y', join(site.folder, 'fpm.conf')]);
    const args = ['-e', join(site.folder, 'error.log'), '-c', join(site.folder, 'nginx.conf')];
    try {
      await until('php-fpm', async () => existsSync(join(site.folder, 'php.sock')));
      const web = await serve(site, 'nginx', args);
      return {
        async stop() {
          await web.stop();
          await fpm.stop();
        },
      };
    } catch (error) {
      await fpm.stop();
      throw error;
    }
  },
};
