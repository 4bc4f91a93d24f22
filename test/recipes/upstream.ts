import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What every application of these tests allows in: `u` with the password `p`, as `Authorization: Basic`. */
export const LOGIN = `Basic ${Buffer.from('u:p').toString('base64')}`;

/**
 * The application behind the servers that stand before one. The contract that all applications here keep:
 * - `/api/items` answers any method with JSON of the cookies that came, an `ETag` and `X-Total-Count`
 * - `/api/private` the same, but 401 without `LOGIN` (for proxies it is they who ask)
 * - `/api/boom` fails: 500, by whatever failing means there
 * - everything else is 404
 *
 * This one says CORS headers of its own, for an origin of long ago: a recipe must replace them.
 */
export async function startUpstream(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', 'http://long-ago.example.test');
    response.setHeader('Access-Control-Allow-Methods', 'LINK');
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('Cache-Control', 'no-store');
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/api/items' || pathname === '/api/private') {
      response.setHeader('ETag', '"1"');
      response.setHeader('X-Total-Count', '7');
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ cookie: request.headers.cookie ?? '' }));
    } else {
      response.statusCode = pathname === '/api/boom' ? 500 : 404;
      response.end('sorry');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
