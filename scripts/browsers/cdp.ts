import type { Readable, Writable } from 'node:stream';

export type Params = Readonly<Record<string, unknown>>;
/** `params` has the shape that the protocol gives the event; the listener names what it reads. */
export type CdpListener = (method: string, params: unknown, sessionId: string | undefined) => void;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string; readonly data?: string };
}

/** A Chrome DevTools Protocol connection: JSON messages ended by a NUL byte, over two pipes. */
export interface Cdp {
  /** `T` names what is read of the protocol's answer. @throws Error when the browser refuses the call or is gone */
  send<T = unknown>(method: string, params?: Params, sessionId?: string): Promise<T>;
  on(listener: CdpListener): void;
}

/** https://chromium.googlesource.com/chromium/src/+/main/content/browser/devtools/devtools_pipe_handler.cc */
export function connectCdp(toBrowser: Writable, fromBrowser: Readable): Cdp {
  const waiting = new Map<number, { done: (result: unknown) => void; failed: (error: Error) => void }>();
  const listeners: CdpListener[] = [];
  let lastId = 0;
  let lost: Error | null = null;
  let pending: Buffer[] = [];

  const receive = (text: string): void => {
    const message = JSON.parse(text) as Message;
    if (message.id === undefined) {
      for (const listener of listeners) listener(message.method ?? '', message.params, message.sessionId);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) call?.failed(new Error(`${message.error.message} ${message.error.data ?? ''}`.trim()));
    else call?.done(message.result);
  };
  fromBrowser.on('data', (data: Buffer) => {
    let rest = data;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      pending.push(rest.subarray(0, end));
      receive(Buffer.concat(pending).toString('utf8'));
      pending = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) pending.push(rest);
  });
  const lose = (): void => {
    lost = new Error('the browser has closed its connection');
    for (const call of waiting.values()) call.failed(lost);
    waiting.clear();
  };
  fromBrowser.on('close', lose);
  fromBrowser.on('error', lose);
  toBrowser.on('error', lose);

  return {
    on: (listener) => void listeners.push(listener),
    send: <T>(method: string, params: Params = {}, sessionId?: string) =>
      new Promise<T>((done, failed) => {
        if (lost) return failed(lost);
        lastId += 1;
        waiting.set(lastId, {
          done: (result) => done(result as T),
          failed: (error) => failed(new Error(`${method}: ${error.message}`, { cause: error })),
        });
        toBrowser.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
      }),
  };
}

/**
 * Value of an expression in a session's page.
 * @throws Error with the page's own exception
 */
export async function evaluate<T>(cdp: Cdp, sessionId: string, expression: string): Promise<T> {
  const { result, exceptionDetails: thrown } = await cdp.send<Evaluated>(
    'Runtime.evaluate',
    { expression, awaitPromise: true, returnByValue: true },
    sessionId,
  );
  if (thrown) throw new Error(thrown.exception?.description ?? String(thrown.exception?.value ?? thrown.text));
  return result.value as T;
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string; readonly value?: unknown };
  };
}
