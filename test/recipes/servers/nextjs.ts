import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextjs as recipe } from '../../../src/advice/servers/nextjs.ts';
import { npmFolder } from '../install.ts';
import { npmVersion } from '../node-app.ts';
import { output, serve } from '../process.ts';
import type { ServerUnderTest } from '../server.ts';
import { LOGIN } from '../upstream.ts';

const items = (login: boolean): string => `
const items = (request) =>
  ${login ? `request.headers.get('Authorization') !== '${LOGIN}' ? new Response('login', { status: 401 }) :` : ''}
  Response.json(
    { cookie: request.headers.get('Cookie') ?? '' },
    { headers: { ETag: '"1"', 'X-Total-Count': '7' } },
  );
export const GET = items, PUT = items, DELETE = items;
`;

/** Next.js with route handlers, built and started as in production. */
export const nextjs: ServerUnderTest = {
  title: 'Next.js',
  recipe,
  needs: { npm: 'full' },
  version: () => npmVersion('full', 'next'),
  write(text, { folder }) {
    const route = (path: string, source: string): void => {
      mkdirSync(join(folder, 'app', path), { recursive: true });
      writeFileSync(join(folder, 'app', path, 'route.js'), source);
    };
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    // The packages stand elsewhere: the bundler must be allowed to look there.
    writeFileSync(
      join(folder, 'next.config.js'),
      "export default { turbopack: { root: '/' }, outputFileTracingRoot: '/' };",
    );
    if (text !== '') writeFileSync(join(folder, 'proxy.js'), text);
    route('api/items', items(false));
    route('api/private', items(true));
    route('api/boom', "export const GET = () => { throw new Error('boom'); };");
    // As the recipe says: Next's own page would overwrite Vary.
    route('api/[...rest]', "export const GET = () => new Response('none', { status: 404 }), PUT = GET;");
    symlinkSync(join(npmFolder('full'), 'node_modules'), join(folder, 'node_modules'));
  },
  test: ({ folder }) => void output(process.execPath, ['--check', 'proxy.js'], folder),
  async start(site) {
    const next = join(npmFolder('full'), 'node_modules', 'next', 'dist', 'bin', 'next');
    const env = { NEXT_TELEMETRY_DISABLED: '1' };
    output(process.execPath, [next, 'build', '--webpack'], site.folder, env);
    return serve(site, process.execPath, [next, 'start', '-p', String(site.port), '-H', '127.0.0.1'], { env });
  },
};
