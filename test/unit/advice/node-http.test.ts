import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeHttp } from '../../../src/advice/servers/node-http.ts';
import { policyWith } from './policies.ts';

type Cors = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The rendered text as it runs, in a listener with a login. */
function serve(text: string): Server {
  const cors = new Function(`${text}; return cors;`)() as Cors;
  return createServer((request, response) => {
    if (cors(request, response)) return;
    response.statusCode = request.url === '/boom' ? 500 : request.headers.cookie ? 200 : 401;
    response.end();
  });
}

let server: Server;
let url = '';
beforeAll(async () => {
  server = serve(nodeHttp.render(policyWith()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function ask(method: string, path: string, headers: Record<string, string>) {
  const { status, headers: got } = await fetch(url + path, { method, headers });
  const cors = [...got].filter(([name]) => name.startsWith('access-control-') || name === 'vary');
  return { status, ...Object.fromEntries(cors) };
}
// fetch of Node lets a script set Origin, as no browser does.
const PAGE = { Origin: 'http://localhost:8080' };
const WITH = {
  'access-control-allow-origin': PAGE.Origin,
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'ETag',
  vary: 'Origin',
};

describe('the function for node:http', () => {
  it('answers a preflight before anything else', async () => {
    expect(await ask('OPTIONS', '/', { ...PAGE, 'Access-Control-Request-Method': 'PUT' })).toEqual({
      status: 204,
      ...WITH,
      'access-control-allow-methods': 'PUT, DELETE',
      'access-control-allow-headers': 'content-type, x-a',
      'access-control-max-age': '600',
    });
  });
  it('gives every answer its headers, errors too', async () => {
    expect(await ask('GET', '/', PAGE)).toEqual({ status: 401, ...WITH });
    expect(await ask('GET', '/boom', PAGE)).toEqual({ status: 500, ...WITH });
  });
  it('allows no other origin, and says that it depends on the origin', async () => {
    const foreign = { Origin: 'http://localhost:80801' };
    expect(await ask('GET', '/', foreign)).toEqual({ status: 401, vary: 'Origin' });
    expect(await ask('OPTIONS', '/', { ...foreign, 'Access-Control-Request-Method': 'PUT' })).toEqual({
      status: 204,
      vary: 'Origin',
      'access-control-allow-methods': 'PUT, DELETE',
      'access-control-allow-headers': 'content-type, x-a',
      'access-control-max-age': '600',
    });
    expect(await ask('GET', '/', { Origin: 'null' })).toEqual({ status: 401, vary: 'Origin' });
    expect(await ask('GET', '/', {})).toEqual({ status: 401, vary: 'Origin' });
  });
  it('leaves an OPTIONS that is no preflight to the application', async () => {
    expect(await ask('OPTIONS', '/', PAGE)).toEqual({ status: 401, ...WITH });
  });
});
