import type { EventBase, NetworkEvent, ResourceType } from '../../../src/capture/event.ts';
import { failureKind } from '../../../src/capture/failure.ts';
import type { Header } from '../../../src/cors/header-list.ts';
import { createAssembly } from '../../../src/exchange/assembly.ts';
import type { BrowserName, Exchange } from '../../../src/exchange/exchange.ts';

/** Headers as `Name: value` lines. */
export const headers = (...lines: string[]): Header[] =>
  lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const);

export const PAGE = 'http://localhost:8080';
export const API = 'http://localhost:8081';

/** Writes event lists tersely: one call a webRequest event, times counted up by one ms. */
export function script(browser: BrowserName, page = PAGE) {
  let time = 1_000;
  const base = (requestId: string, method: string, url: string, more: Partial<EventBase> = {}): EventBase => ({
    requestId,
    tabId: 7,
    frameId: 0,
    documentId: 'D1',
    time: time++,
    url,
    method,
    type: 'xmlhttprequest' as ResourceType,
    initiator: page,
    documentUrl: null,
    ...more,
  });
  type Of<K extends NetworkEvent['kind']> = Extract<NetworkEvent, { kind: K }>;
  return {
    start: (id: string, method: string, url: string, more?: Partial<EventBase>): Of<'start'> => ({
      kind: 'start',
      ...base(id, method, url, more),
    }),
    send: (id: string, method: string, url: string, lines: string[] = [], more?: Partial<EventBase>): Of<'send'> => ({
      kind: 'send',
      ...base(id, method, url, more),
      headers: headers(...lines),
    }),
    headers: (id: string, method: string, url: string, status: number, lines: string[] = []): Of<'headers'> => ({
      kind: 'headers',
      ...base(id, method, url),
      status,
      headers: headers(...lines),
      fromCache: false,
    }),
    redirect: (id: string, method: string, url: string, to: string, lines: string[] = []): Of<'redirect'> => ({
      kind: 'redirect',
      ...base(id, method, url),
      status: 307,
      headers: headers(...lines),
      redirectUrl: to,
      internal: false,
    }),
    response: (id: string, method: string, url: string, status: number, lines: string[] = []): Of<'response'> => ({
      kind: 'response',
      ...base(id, method, url),
      status,
      headers: headers(...lines),
      fromCache: false,
    }),
    complete: (id: string, method: string, url: string, status: number): Of<'complete'> => ({
      kind: 'complete',
      ...base(id, method, url),
      status,
      fromCache: false,
    }),
    error: (id: string, method: string, url: string, error: string): Of<'error'> => ({
      kind: 'error',
      ...base(id, method, url),
      error,
      failure: failureKind(error, browser),
    }),
    /** A preflight's request headers. */
    asks: (method: string, ...names: string[]): string[] => [
      `Origin: ${page}`,
      `Access-Control-Request-Method: ${method}`,
      ...(names.length ? [`Access-Control-Request-Headers: ${names.join(',')}`] : []),
    ],
  };
}

/** Feeds events to a fresh assembly and keeps what it tells, as the devtools page's store would. */
export function assemble(browser: BrowserName, events: readonly NetworkEvent[]): Exchange[] {
  const assembly = createAssembly(browser);
  const store = new Map<string, Exchange>();
  for (const event of events) {
    const { changed, removed } = assembly.accept(event);
    for (const exchange of changed) store.set(exchange.id, exchange);
    for (const id of removed) store.delete(id);
  }
  return [...store.values()];
}
