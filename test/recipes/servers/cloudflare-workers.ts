import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloudflareWorkers as recipe } from '../../../src/advice/servers/cloudflare-workers.ts';
import { npmFolder } from '../install.ts';
import { npmVersion } from '../node-app.ts';
import { output, serve } from '../process.ts';
import type { ServerUnderTest, Site } from '../server.ts';
import { LOGIN } from '../upstream.ts';

const WORKER = `
export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/boom') throw new Error('boom');
    if (pathname === '/api/private' && request.headers.get('Authorization') !== '${LOGIN}') {
      return new Response('login', { status: 401 });
    }
    if (pathname !== '/api/items' && pathname !== '/api/private') return new Response('none', { status: 404 });
    return Response.json(
      { cookie: request.headers.get('Cookie') ?? '' },
      { headers: { ETag: '"1"', 'X-Total-Count': '7' } },
    );
  },
};
`;

const configuration = ({ port }: Site, bare: boolean): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [
    ${bare ? '' : '(name = "cors.js", esModule = embed "cors.js"),'}
    (name = "index.js", esModule = embed "index.js"),
  ],
  compatibilityDate = "2026-01-01",
);
`;

const command = (): string => join(npmFolder('full'), 'node_modules', '.bin', 'workerd');

/** A worker in workerd, the runtime of Cloudflare's own servers. */
export const cloudflareWorkers: ServerUnderTest = {
  title: 'Cloudflare Workers (workerd)',
  recipe,
  needs: { npm: 'full' },
  version: () => npmVersion('full', 'workerd'),
  write(text, site) {
    writeFileSync(join(site.folder, 'index.js'), WORKER);
    writeFileSync(join(site.folder, 'cors.js'), text);
    writeFileSync(join(site.folder, 'config.capnp'), configuration(site, text === ''));
    writeFileSync(join(site.folder, 'package.json'), '{"type":"module"}');
  },
  test: ({ folder }) => void output(process.execPath, ['--check', 'cors.js'], folder),
  start: (site) => serve(site, command(), ['serve', 'config.capnp']),
};
