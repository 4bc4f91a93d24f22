import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lighttpd as recipe } from '../../../src/advice/servers/lighttpd.ts';
import { output, serve, versionIn } from '../process.ts';
import type { ServerUnderTest, Site } from '../server.ts';

const configuration = (text: string, { folder, port, upstream }: Site): string => `
server.bind = "127.0.0.1"
server.port = ${port}
server.document-root = "${folder}/www"
${text}
server.modules += ( "mod_auth", "mod_authn_file", "mod_proxy" )
auth.backend = "plain"
auth.backend.plain.userfile = "${folder}/users"
auth.require = ( "/api/private" => ( "method" => "basic", "realm" => "private", "require" => "valid-user" ) )
$HTTP["url"] !~ "^/api/missing" {
  proxy.server = ( "" => ( ( "host" => "127.0.0.1", "port" => ${upstream} ) ) )
}
`;

/** lighttpd before an application: it asks for the login, and its own 404 comes from its files. */
export const lighttpd: ServerUnderTest = {
  title: 'lighttpd',
  recipe,
  needs: { commands: ['lighttpd'], debian: ['lighttpd'] },
  version: () => versionIn(output('lighttpd', ['-v'])),
  write(text, site) {
    writeFileSync(join(site.folder, 'lighttpd.conf'), configuration(text, site));
    writeFileSync(join(site.folder, 'users'), 'u:p\n');
    mkdirSync(join(site.folder, 'www'));
  },
  test: ({ folder }) => void output('lighttpd', ['-tt', '-f', join(folder, 'lighttpd.conf')]),
  start: (site) => serve(site, 'lighttpd', ['-D', '-f', join(site.folder, 'lighttpd.conf')]),
};
