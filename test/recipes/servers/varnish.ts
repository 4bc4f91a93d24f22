import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { varnish as recipe } from '../../../src/advice/servers/varnish.ts';
import { worldReadable } from '../parts.ts';
import { output, serve, versionIn } from '../process.ts';
import type { ServerUnderTest, Site } from '../server.ts';
import { LOGIN } from '../upstream.ts';

const configuration = ({ folder, upstream }: Site): string => `vcl 4.1;
include "${folder}/cors.vcl";
backend default { .host = "127.0.0.1"; .port = "${upstream}"; }
sub vcl_recv {
    if (req.url == "/api/private" && req.http.Authorization != "${LOGIN}") {
        return (synth(401));
    }
    if (req.url == "/api/missing") {
        return (synth(404));
    }
    if (req.method == "GET" && req.url == "/api/items") {
        return (hash);
    }
}
sub vcl_backend_response {
    if (bereq.url == "/api/items") {
        set beresp.ttl = 60s;
    }
}
`;

/** Varnish before an application: it asks for the login, answers 404 itself, and stores what it may. */
export const varnish: ServerUnderTest = {
  title: 'Varnish',
  recipe,
  needs: { commands: ['varnishd', 'cc'], debian: ['varnish'] },
  version: () => versionIn(output('varnishd', ['-V'])),
  write(text, site) {
    writeFileSync(join(site.folder, 'default.vcl'), configuration(site));
    writeFileSync(join(site.folder, 'cors.vcl'), text);
    worldReadable(site.folder);
  },
  test: ({ folder }) =>
    void output('varnishd', ['-C', '-n', join(folder, 'test'), '-f', join(folder, 'default.vcl')], folder),
  start: (site) =>
    serve(site, 'varnishd', [
      ...['-F', '-n', join(site.folder, 'work'), '-a', `127.0.0.1:${site.port}`],
      ...['-f', join(site.folder, 'default.vcl'), '-s', 'default,10m'],
      // Its own user would not get into the folder.
      ...(process.getuid?.() === 0 ? ['-j', 'none'] : []),
    ]),
};
