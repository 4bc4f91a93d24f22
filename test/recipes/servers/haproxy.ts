import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { haproxy as recipe } from '../../../src/advice/servers/haproxy.ts';
import { output, serve, versionIn } from '../process.ts';
import type { ServerUnderTest, Site } from '../server.ts';

const configuration = (text: string, { port, upstream }: Site): string => `
defaults
    mode http
    timeout client 10s
    timeout server 10s
    timeout connect 10s
userlist users
    user u insecure-password p
frontend api
    bind 127.0.0.1:${port}
    ${text.split('\n').join('\n    ')}
    http-request auth realm private if { path /api/private } !{ http_auth(users) }
    http-request return status 404 content-type text/plain string none if { path /api/missing }
    default_backend app
backend app
    server app 127.0.0.1:${upstream}
`;

/** HAProxy before an application: it asks for the login, and answers 404 itself. */
export const haproxy: ServerUnderTest = {
  title: 'HAProxy',
  recipe,
  needs: { commands: ['haproxy'], debian: ['haproxy'] },
  version: () => versionIn(output('haproxy', ['-v'])),
  write: (text, site) => writeFileSync(join(site.folder, 'haproxy.cfg'), configuration(text, site)),
  test: ({ folder }) => void output('haproxy', ['-c', '-f', join(folder, 'haproxy.cfg')]),
  start: (site) => serve(site, 'haproxy', ['-db', '-f', join(site.folder, 'haproxy.cfg')]),
};
