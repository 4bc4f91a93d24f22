import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CallsServer {
  /** A page without scripts of its own. */
  readonly page: string;
  /** Another origin, whose every answer lets the page read it and lets no preflight be remembered. */
  readonly api: string;
  close(): Promise<void>;
}

const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'PUT',
  'Access-Control-Allow-Headers': 'X-Call',
  'Access-Control-Max-Age': '0',
  'Cache-Control': 'no-store',
};

/** Answers at once and keeps its connections, so that what an extension costs is not hidden behind the network. */
export async function startCallsServer(): Promise<CallsServer> {
  const page = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Calls</title><p>calls');
  });
  const api = createServer((request, response) => {
    if (request.method === 'OPTIONS') response.writeHead(204, OPEN).end();
    else response.writeHead(200, { ...OPEN, 'Content-Type': 'application/json' }).end('{"ok":true}');
  });
  const at = async (server: Server): Promise<string> => {
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://localhost:${(server.address() as AddressInfo).port}`;
  };
  const origins = [await at(page), await at(api)] as const;
  return {
    page: `${origins[0]}/`,
    api: origins[1],
    async close() {
      for (const server of [page, api]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

/** In flight at once: more than a browser's connections to one server, so that it never waits for the page. */
const AT_ONCE = 24;

/**
 * An expression for the page: makes so many calls, every other one preflighted, and gives the milliseconds that took.
 * @param first number of the first call; those of one page must differ
 */
export const makeCalls = (api: string, count: number, first = 0): string => `(async () => {
  let next = ${first};
  const started = performance.now();
  const one = async () => {
    while (next < ${first + count}) {
      const number = next++;
      const url = ${JSON.stringify(`${api}/items/`)} + number;
      const response = await (number % 2
        ? fetch(url, { method: 'PUT', headers: { 'X-Call': String(number) } })
        : fetch(url));
      await response.text();
    }
  };
  await Promise.all(Array.from({ length: ${AT_ONCE} }, one));
  return performance.now() - started;
})()`;
