import net from 'node:net';

/** A connection to Firefox's remote control. Both contexts run async function bodies; `args` holds the arguments. */
export interface Marionette {
  send<T = unknown>(command: string, parameters?: Readonly<Record<string, unknown>>): Promise<T>;
  /** Runs an async function body with Firefox's own privileges. @throws Error with the body's own error */
  chrome<T = unknown>(body: string, ...args: readonly unknown[]): Promise<T>;
  /** Runs an async function body in the page. @throws Error with the body's own error */
  content<T = unknown>(body: string, ...args: readonly unknown[]): Promise<T>;
  /** Runs commands in the context of the page, or of the browser's own window; nothing else runs in between. */
  inContext<T>(context: 'chrome' | 'content', commands: () => Promise<T>): Promise<T>;
  close(): void;
}

type Reply = [1, number, { readonly error: string; readonly message: string } | null, unknown];

/**
 * Connects and opens a session.
 * Frames are `<length>:<json>`; https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = await new Promise<net.Socket>((resolve, reject) => {
    const opened = net.connect(port, '127.0.0.1', () => resolve(opened));
    opened.once('error', reject);
  });
  const waiting = new Map<number, { done: (value: unknown) => void; failed: (error: Error) => void }>();
  let lastId = 0;
  let lost = false;
  let received = Buffer.alloc(0);
  let greeted: () => void = () => {};
  const hello = new Promise<void>((resolve) => {
    greeted = resolve;
  });

  socket.on('data', (data) => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const colon = received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(received.subarray(0, colon).toString());
      if (received.length < end) return;
      const message = JSON.parse(received.subarray(colon + 1, end).toString()) as Reply | object;
      received = received.subarray(end);
      if (!Array.isArray(message)) {
        greeted();
        continue;
      }
      const [, id, error, result] = message as Reply;
      const call = waiting.get(id);
      waiting.delete(id);
      if (error) call?.failed(new Error(`${error.error}: ${error.message}`));
      else call?.done(result);
    }
  });
  const lose = (): void => {
    lost = true;
    for (const call of waiting.values()) call.failed(new Error('the browser has closed its connection'));
    waiting.clear();
    greeted();
  };
  socket.on('close', lose);
  socket.on('error', lose);
  await hello;

  const send = <T>(command: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<T> =>
    new Promise<T>((done, failed) => {
      if (lost) return failed(new Error('the browser has closed its connection'));
      lastId += 1;
      waiting.set(lastId, {
        done: (value) => done(value as T),
        failed: (error) => failed(new Error(`${command}: ${error.message}`, { cause: error })),
      });
      const frame = JSON.stringify([0, lastId, command, parameters]);
      socket.write(`${Buffer.byteLength(frame)}:${frame}`);
    });

  // The context is the session's state: commands of two callers must not mix.
  let turn: Promise<unknown> = Promise.resolve();
  const inContext = <T>(context: 'chrome' | 'content', commands: () => Promise<T>): Promise<T> => {
    const result = turn.then(async () => {
      await send('Marionette:SetContext', { value: context });
      return commands();
    });
    turn = result.catch(() => {});
    return result;
  };
  const execute = <T>(context: 'chrome' | 'content', body: string, args: readonly unknown[]): Promise<T> =>
    inContext(context, async () => {
      const script = `const args = [...arguments], done = args.pop();
        (async () => {${body}})().then((v) => done({ v }), (e) => done({ e: String(e?.message ?? e), s: String(e?.stack ?? '') }));`;
      const { value } = await send<{ value: { v?: T; e?: string; s?: string } }>('WebDriver:ExecuteAsyncScript', {
        script,
        args,
        newSandbox: true,
        ...(context === 'chrome' ? { sandbox: 'system' } : {}),
      });
      if (value.e !== undefined) throw new Error(value.e, { cause: value.s });
      return value.v as T;
    });

  // acceptInsecureCerts is ignored inside capabilities.alwaysMatch.
  await send('WebDriver:NewSession', { acceptInsecureCerts: true });
  await send('WebDriver:SetTimeouts', { script: 120_000, pageLoad: 60_000 });
  return {
    send,
    chrome: (body, ...args) => execute('chrome', body, args),
    content: (body, ...args) => execute('content', body, args),
    inContext,
    close: () => socket.destroy(),
  };
}
