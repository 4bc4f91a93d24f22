import { h3 as recipe } from '../../../src/advice/servers/h3.ts';
import { nodeApp } from '../node-app.ts';
import { LOGIN } from '../upstream.ts';

/** h3 on Node.js, with a login as middleware. */
export const h3 = nodeApp({
  title: 'h3 / Nitro',
  recipe,
  npm: 'full',
  packages: ['h3'],
  source: (text) => `
import { H3, HTTPError, serve } from 'h3';
const app = new H3({ silent: true });
${text}
app.use('/api/private', (event) => {
  if (event.req.headers.get('Authorization') !== '${LOGIN}') throw new HTTPError({ status: 401 });
});
const items = (event) => {
  event.res.headers.set('ETag', '"1"');
  event.res.headers.set('X-Total-Count', '7');
  return { cookie: event.req.headers.get('Cookie') ?? '' };
};
app.all('/api/items', items);
app.all('/api/private', items);
app.get('/api/boom', () => { throw new Error('boom'); });
serve(app, { port: Number(process.env.PORT), hostname: '127.0.0.1' });
`,
});
