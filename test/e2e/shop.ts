import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small application as many have it: a front end on one origin, its API on another. */
export interface Shop {
  readonly url: string;
  /** Deploys the API with, or without, what CORS asks of it. */
  mend(mended: boolean): void;
  close(): Promise<void>;
}

const PAGE = (api: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Shop</title><ul></ul>
<script type="module">
  const items = await fetch('${api}/items').then((answer) => answer.json()).catch(() => []);
  document.querySelector('ul').append(...items.map((item) => Object.assign(document.createElement('li'), { textContent: item })));
  await fetch('${api}/orders', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ items }),
  }).catch(() => {});
</script>`;

/** Both listen on free ports of the loopback interface. */
export async function startShop(): Promise<Shop> {
  let mended = false;
  let origin = '';
  const api = await listen((request, response) => {
    if (mended) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Vary', 'Origin');
    }
    if (request.method === 'OPTIONS') {
      if (mended) response.setHeader('Access-Control-Allow-Headers', 'Content-Type');
      response.writeHead(204).end();
    } else {
      response.setHeader('Content-Type', 'application/json');
      response.end(request.url === '/items' ? '["tea", "milk"]' : '{"order": 1}');
    }
  });
  const front = await listen((request, response) => {
    if (request.url !== '/') return void response.writeHead(404).end();
    response.setHeader('Content-Type', 'text/html');
    response.end(PAGE(api.origin));
  });
  origin = front.origin;
  return {
    url: `${front.origin}/`,
    mend(now) {
      mended = now;
    },
    async close() {
      await Promise.all([front, api].map(({ server }) => closed(server)));
    },
  };
}

async function listen(answer: RequestListener): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
