import { express as recipe } from '../../../src/advice/servers/express.ts';
import { nodeApp } from '../node-app.ts';
import { LOGIN } from '../upstream.ts';

/** Express with a login before its routes, and its own answer to exceptions. */
export const express = nodeApp({
  title: 'Express',
  recipe,
  npm: 'short',
  packages: ['express', 'cors'],
  source: (text) => `
import express from 'express';
const app = express();
${text}
app.use('/api/private', (req, res, next) => (req.headers.authorization === '${LOGIN}' ? next() : res.sendStatus(401)));
app.use(express.json());
const items = (req, res) => res.set({ 'X-Total-Count': '7' }).json({ cookie: req.headers.cookie ?? '' });
app.all('/api/items', items);
app.all('/api/private', items);
app.get('/api/boom', async () => { throw new Error('boom'); });
app.listen(process.env.PORT, '127.0.0.1');
`,
});
