import { fastify as recipe } from '../../../src/advice/servers/fastify.ts';
import { nodeApp } from '../node-app.ts';
import { LOGIN } from '../upstream.ts';

/** Fastify with a login as a hook, and its own answer to exceptions. */
export const fastify = nodeApp({
  title: 'Fastify',
  recipe,
  npm: 'short',
  packages: ['fastify', '@fastify/cors'],
  source: (text) => `
import Fastify from 'fastify';
const app = Fastify();
${text}
app.addHook('onRequest', async (request, reply) => {
  if (request.url === '/api/private' && request.headers.authorization !== '${LOGIN}') return reply.code(401).send('login');
});
app.addContentTypeParser('*', (_request, _payload, done) => done(null));
const items = async (request, reply) => {
  reply.headers({ ETag: '"1"', 'X-Total-Count': '7' });
  return { cookie: request.headers.cookie ?? '' };
};
for (const url of ['/api/items', '/api/private']) app.route({ method: ['GET', 'PUT', 'DELETE'], url, handler: items });
app.get('/api/boom', async () => { throw new Error('boom'); });
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
`,
});
