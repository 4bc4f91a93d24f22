import net from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { parseHead, type RawAnswer, type RawServer, serve } from '../../lab/raw-http.ts';

let server: RawServer | undefined;
afterEach(() => server?.close());

/** What a client gets that writes these bytes. */
async function exchange(answer: RawAnswer, ...pieces: readonly (string | Buffer)[]): Promise<string> {
  server = await serve(() => answer);
  const socket = net.connect(server.port, '127.0.0.1');
  const received: Buffer[] = [];
  socket.on('data', (data) => received.push(data));
  const closed = new Promise<string>((resolve) => {
    socket.on('error', (error) => resolve(`error ${(error as NodeJS.ErrnoException).code}`));
    socket.on('close', () => resolve(Buffer.concat(received).toString('latin1')));
  });
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return closed;
}

describe('a request’s head', () => {
  it('keeps names and values as they came', () => {
    const request = parseHead('PATCH /a?b=c HTTP/1.1\r\nX-Odd: \u00fc\u0001\r\nx-odd:two');
    expect(request).toMatchObject({ method: 'PATCH', target: '/a?b=c', path: '/a' });
    expect(request?.headers).toEqual([
      ['X-Odd', '\u00fc\u0001'],
      ['x-odd', 'two'],
    ]);
    expect(request?.header('x-odd')).toBe('\u00fc\u0001');
    expect(request?.header('absent')).toBeNull();
  });

  it('is null for what is no HTTP/1', () => {
    expect(parseHead('PRI * HTTP/2.0')).toBeNull();
    expect(parseHead('\u0016\u0003\u0001')).toBeNull();
  });
});

describe('the raw server', () => {
  const GET = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
  it('writes the bytes it is given, whatever they are', async () => {
    const bytes = Buffer.from('HTTP/1.1 999 ?\r\nX: \u0001\u00ff\r\n\r\nbody', 'latin1');
    expect(await exchange({ bytes }, GET)).toBe(bytes.toString('latin1'));
  });

  it('waits for the whole request', async () => {
    const bytes = Buffer.from('HTTP/1.1 200 OK\r\n\r\n');
    const answered = await exchange({ bytes }, 'PUT / HTTP/1.1\r\nContent-Le', 'ngth: 4\r\n\r\nab', 'cd');
    expect(answered).toBe(bytes.toString());
  });

  it('may close without an answer', async () => {
    expect(await exchange('close', GET)).toBe('');
  });

  it('may reset the connection', async () => {
    expect(await exchange('reset', GET)).toBe('error ECONNRESET');
  });

  it('answers TLS in plain text, as other plain servers do', async () => {
    expect(await exchange('close', Buffer.from([0x16, 3, 1, 0, 4, 1, 0, 0, 0]))).toMatch(/^HTTP\/1.1 400 /);
  });
});
