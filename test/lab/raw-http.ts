import net from 'node:net';

/** One request as it came, header names and values untouched. */
export interface RawRequest {
  readonly method: string;
  /** The request target as sent: path and query. */
  readonly target: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** First value of a header; null when absent. */
  header(name: string): string | null;
}

/** What the server does with a request: bytes to write (Latin-1 above the body), or an ending without any. */
export type RawAnswer =
  | { readonly bytes: Buffer; readonly delay?: number; readonly unfinished?: boolean }
  | 'close'
  | 'reset'
  | 'hang';

export interface RawServer {
  readonly port: number;
  close(): Promise<void>;
}

/** First byte of a TLS record that greets the server. */
const TLS_HANDSHAKE = 0x16;
const HEAD_LIMIT = 4 * 1024 * 1024;

/**
 * A server that reads requests and writes answers itself, one per connection: Node's own refuses some methods, header
 * bytes and broken answers that a lab must serve.
 */
export async function serve(answer: (request: RawRequest) => RawAnswer): Promise<RawServer> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    receive(socket, answer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the lab server has no port');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function receive(socket: net.Socket, answer: (request: RawRequest) => RawAnswer): void {
  let received = Buffer.alloc(0);
  const onData = (data: Buffer): void => {
    received = Buffer.concat([received, data]);
    const head = received.indexOf('\r\n\r\n');
    if (received[0] === TLS_HANDSHAKE) {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'); // as other plain servers do
      return;
    }
    if (head < 0) {
      if (received.length > HEAD_LIMIT) socket.destroy();
      return;
    }
    const request = parseHead(received.subarray(0, head).toString('latin1'));
    if (request === null) {
      socket.destroy(); // not HTTP
      return;
    }
    if (received.length < head + 4 + Number(request.header('content-length') ?? 0)) return;
    socket.off('data', onData);
    socket.on('data', () => {}); // a body sent in chunks is not needed
    reply(socket, answer(request));
  };
  socket.on('data', onData);
}

/** Null when the bytes are no HTTP/1 request head. */
export function parseHead(head: string): RawRequest | null {
  const [first = '', ...lines] = head.split('\r\n');
  const [method = '', target = '', version = ''] = first.split(' ');
  if (!version.startsWith('HTTP/1.')) return null;
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  return {
    method,
    target,
    path: target.split('?')[0] ?? target,
    headers,
    header: (name) => headers.find(([given]) => given.toLowerCase() === name)?.[1] ?? null,
  };
}

function reply(socket: net.Socket, answer: RawAnswer): void {
  if (answer === 'hang') return;
  if (answer === 'close') socket.end();
  else if (answer === 'reset') socket.resetAndDestroy();
  else {
    const finish = answer.unfinished ? () => socket.write(answer.bytes) : () => socket.end(answer.bytes);
    setTimeout(() => socket.writable && finish(), answer.delay ?? 0);
  }
}
