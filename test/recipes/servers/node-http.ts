import { nodeHttp as recipe } from '../../../src/advice/servers/node-http.ts';
import { nodeApp } from '../node-app.ts';
import { LOGIN } from '../upstream.ts';

/** Node's own server, with nothing else. */
export const nodeHttp = nodeApp({
  title: 'Node.js (node:http)',
  recipe,
  npm: null,
  packages: [],
  source: (text) => `
import { createServer } from 'node:http';
createServer((req, res) => {
  ${text === '' ? '' : 'if (cors(req, res)) return;'}
  if (req.url === '/api/private' && req.headers.authorization !== '${LOGIN}') return res.writeHead(401).end();
  if (req.url === '/api/boom') return res.writeHead(500).end();
  if (req.url !== '/api/items' && req.url !== '/api/private') return res.writeHead(404).end();
  res.setHeader('ETag', '"1"');
  res.setHeader('X-Total-Count', '7');
  res.end(JSON.stringify({ cookie: req.headers.cookie ?? '' }));
}).listen(process.env.PORT, '127.0.0.1');
${text}
`,
});
