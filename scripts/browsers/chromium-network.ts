import type { BrowserRequest, BrowserVerdict } from './browser.ts';
import type { Cdp } from './cdp.ts';

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly type: string; readonly url: string; readonly targetId: string };
  readonly waitingForDebugger: boolean;
}
interface WillBeSent {
  readonly requestId: string;
  readonly type?: string;
  readonly request: { readonly url: string; readonly method: string };
  readonly redirectResponse?: { readonly status: number };
}
interface Received {
  readonly requestId: string;
  readonly response: { readonly status: number };
}
interface Failed {
  readonly requestId: string;
  readonly errorText: string;
  readonly canceled?: boolean;
  readonly blockedReason?: string;
  readonly corsErrorStatus?: { readonly corsError: string; readonly failedParameter: string };
}

interface Log {
  readonly urls: string[];
  readonly method: string;
  status: number | null;
  ended: 'finished' | 'failed' | null;
}

const AUTO_ATTACH = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };

/** Chromium's own network log of a page, its frames and its workers: what it refused, and by which code. */
export interface NetworkLog {
  readonly verdicts: readonly BrowserVerdict[];
  readonly requests: readonly BrowserRequest[];
  forget(): void;
}

/**
 * Listens before anything is requested: new frames and workers wait until this log is attached to them.
 * https://chromedevtools.github.io/devtools-protocol/tot/Network/#event-loadingFailed
 */
export async function openNetworkLog(cdp: Cdp, pageSession: string): Promise<NetworkLog> {
  const sessions = new Set<string>([pageSession]);
  let verdicts: BrowserVerdict[] = [];
  let requests = new Map<string, Log>();

  const observe = async (sessionId: string): Promise<void> => {
    sessions.add(sessionId);
    await cdp.send('Network.enable', {}, sessionId);
    // Worker sessions of some versions refuse this: they have no children.
    await cdp.send('Target.setAutoAttach', AUTO_ATTACH, sessionId).catch(() => {});
  };
  const fail = (key: string, failed: Failed): void => {
    const request = requests.get(key);
    if (request) request.ended = 'failed';
    verdicts.push({
      urls: request?.urls ?? [],
      method: request?.method ?? null,
      code: failed.corsErrorStatus?.corsError ?? null,
      detail: failed.corsErrorStatus?.failedParameter ?? failed.blockedReason ?? '',
      error: failed.errorText,
      canceled: failed.canceled ?? false,
    });
  };

  cdp.on((method, params, sessionId) => {
    if (sessionId === undefined || !sessions.has(sessionId)) return;
    const keyOf = (requestId: string): string => `${sessionId}|${requestId}`;
    switch (method) {
      case 'Target.attachedToTarget': {
        const child = params as Attached;
        void observe(child.sessionId)
          .catch(() => {})
          .then(() => cdp.send('Runtime.runIfWaitingForDebugger', {}, child.sessionId).catch(() => {}));
        return;
      }
      case 'Network.requestWillBeSent': {
        const { requestId, request, redirectResponse } = params as WillBeSent;
        const known = requests.get(keyOf(requestId));
        if (known && redirectResponse) known.urls.push(request.url);
        else requests.set(keyOf(requestId), { urls: [request.url], method: request.method, status: null, ended: null });
        return;
      }
      case 'Network.responseReceived': {
        const { requestId, response } = params as Received;
        const known = requests.get(keyOf(requestId));
        if (known) known.status = response.status;
        return;
      }
      case 'Network.loadingFinished': {
        const known = requests.get(keyOf((params as Received).requestId));
        if (known) known.ended = 'finished';
        return;
      }
      case 'Network.loadingFailed':
        fail(keyOf((params as Failed).requestId), params as Failed);
    }
  });
  await observe(pageSession);

  return {
    get verdicts() {
      return verdicts;
    },
    get requests() {
      return [...requests.values()];
    },
    forget() {
      verdicts = [];
      requests = new Map();
    },
  };
}
