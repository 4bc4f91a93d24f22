import { hono as recipe } from '../../../src/advice/servers/hono.ts';
import { nodeApp } from '../node-app.ts';
import { LOGIN } from '../upstream.ts';

/** Hono on Node.js, with a login as middleware. */
export const hono = nodeApp({
  title: 'Hono',
  recipe,
  npm: 'full',
  packages: ['hono'],
  source: (text) => `
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
const app = new Hono();
${text}
app.use('/api/private', (c, next) => (c.req.header('Authorization') === '${LOGIN}' ? next() : c.text('login', 401)));
const items = (c) => c.json({ cookie: c.req.header('Cookie') ?? '' }, 200, { ETag: '"1"', 'X-Total-Count': '7' });
app.all('/api/items', items);
app.all('/api/private', items);
app.get('/api/boom', () => { throw new Error('boom'); });
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
`,
});
