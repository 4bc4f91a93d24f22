import { hapi as recipe } from '../../../src/advice/servers/hapi.ts';
import { nodeApp } from '../node-app.ts';
import { LOGIN } from '../upstream.ts';

/** hapi with a login as the default of its routes. */
export const hapi = nodeApp({
  title: 'hapi',
  recipe,
  npm: 'full',
  packages: ['@hapi/hapi'],
  source: (text) => `
import Hapi from '@hapi/hapi';
const options = { port: Number(process.env.PORT), host: '127.0.0.1', debug: false };
${text === '' ? 'const server = Hapi.server(options);' : text}
server.auth.scheme('login', () => ({
  authenticate: (request, h) =>
    request.headers.authorization === '${LOGIN}'
      ? h.authenticated({ credentials: {} })
      : h.response('login').code(401).takeover(),
}));
server.auth.strategy('login', 'login');
const handler = (request, h) =>
  h.response({ cookie: request.headers.cookie ?? '' }).header('ETag', '"1"').header('X-Total-Count', '7');
// Any cookie will do.
server.state('session', { ignoreErrors: true });
for (const method of ['GET', 'PUT', 'DELETE']) {
  server.route({ method, path: '/api/items', handler });
  server.route({ method, path: '/api/private', handler, options: { auth: 'login' } });
}
server.route({ method: 'GET', path: '/api/boom', handler: () => { throw new Error('boom'); } });
await server.start();
`,
});
