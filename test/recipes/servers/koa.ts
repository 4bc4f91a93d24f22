import { koa as recipe } from '../../../src/advice/servers/koa.ts';
import { nodeApp } from '../node-app.ts';
import { LOGIN } from '../upstream.ts';

/** Koa, which answers exceptions itself and drops headers then. */
export const koa = nodeApp({
  title: 'Koa',
  recipe,
  npm: 'full',
  packages: ['koa', '@koa/cors'],
  source: (text) => `
import Koa from 'koa';
const app = new Koa();
app.silent = true;
${text}
app.use((ctx) => {
  if (ctx.path === '/api/private' && ctx.get('Authorization') !== '${LOGIN}') ctx.throw(401);
  if (ctx.path === '/api/boom') throw new Error('boom');
  if (ctx.path !== '/api/items' && ctx.path !== '/api/private') return;
  ctx.set({ ETag: '"1"', 'X-Total-Count': '7' });
  ctx.body = { cookie: ctx.get('Cookie') };
});
app.listen(process.env.PORT, '127.0.0.1');
`,
});
