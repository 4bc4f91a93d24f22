import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Empty pages on three origins of one host: cookies are the same on all of them, so that servers get them too. */
export interface Pages {
  /** Two origins that are allowed. */
  readonly allowed: readonly [string, string];
  readonly stranger: string;
  close(): Promise<void>;
}

export async function startPages(): Promise<Pages> {
  const servers: Server[] = [];
  const page = async (): Promise<string> => {
    const server = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.setHeader('Set-Cookie', 'session=1; Path=/');
      response.end('<!doctype html><title>page</title>');
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    return `http://localhost:${(server.address() as AddressInfo).port}`;
  };
  return {
    allowed: [await page(), await page()],
    stranger: await page(),
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise<void>((resolve) => server.close(() => resolve()));
      }
    },
  };
}
