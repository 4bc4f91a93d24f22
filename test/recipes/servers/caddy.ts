import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caddy as recipe } from '../../../src/advice/servers/caddy.ts';
import { output, serve, versionIn } from '../process.ts';
import type { ServerUnderTest, Site } from '../server.ts';

// caddy hash-password --plaintext p
const HASH = '$2a$14$GHwBnqWTFXAhRTKOcOLJB.kwoy4jlwFfodqK/EBzPlpuAwDNxyGYe';

const configuration = (text: string, { folder, port, upstream }: Site): string => `
{
	admin off
	auto_https off
}
http://:${port} {
	bind 127.0.0.1
	route {
		${text.split('\n').join('\n\t\t')}
		basicauth /api/private {
			u ${HASH}
		}
		root * ${folder}/www
		file_server /api/missing
		reverse_proxy 127.0.0.1:${upstream} {
			${/header_down .*/.exec(text)?.[0] ?? ''}
		}
	}
}
`;

/** Caddy before an application: it asks for the login, and its own 404 comes from its files. */
export const caddy: ServerUnderTest = {
  title: 'Caddy',
  recipe,
  needs: { commands: ['caddy'], debian: ['caddy'] },
  version: () => versionIn(output('caddy', ['version'])),
  write(text, site) {
    writeFileSync(join(site.folder, 'Caddyfile'), configuration(text, site));
    mkdirSync(join(site.folder, 'www'));
  },
  test: ({ folder }) => void output('caddy', ['validate', '--config', join(folder, 'Caddyfile')]),
  start: (site) =>
    serve(site, 'caddy', ['run', '--config', join(site.folder, 'Caddyfile')], {
      env: { HOME: site.folder, XDG_DATA_HOME: site.folder, XDG_CONFIG_HOME: site.folder },
    }),
};
