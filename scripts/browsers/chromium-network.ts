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
interface CorsErrorStatus {
  readonly corsError: string;
  readonly failedParameter: string;
}
interface Failed {
  readonly requestId: string;
  readonly errorText: string;
  readonly canceled?: boolean;
  readonly blockedReason?: string;
  readonly corsErrorStatus?: CorsErrorStatus;
}

/** Calls that the page's own process refuses never reach the network log: DevTools' Issues tab alone tells of them. */
interface Issue {
  readonly issue: {
    readonly details: {
      readonly corsIssueDetails?: {
        readonly request?: { readonly requestId: string; readonly url: string };
        readonly corsErrorStatus?: CorsErrorStatus;
        readonly isWarning?: boolean;
      };
    };
  };
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
  let issues: BrowserVerdict[] = [];
  let requests = new Map<string, Log>();

  /** Nothing is awaited in between: a worker that waits for its debugger answers some of these only once it runs. */
  const observe = (sessionId: string): Promise<unknown> => {
    sessions.add(sessionId);
    const calls = [
      cdp.send('Network.enable', {}, sessionId),
      cdp.send('Audits.enable', {}, sessionId),
      cdp.send('Target.setAutoAttach', AUTO_ATTACH, sessionId),
      cdp.send('Runtime.runIfWaitingForDebugger', {}, sessionId),
    ];
    // Workers of some versions lack one or the other domain.
    return Promise.allSettled(calls);
  };
  const fail = (key: string, failed: Failed): void => {
    const request = requests.get(key);
    if (request) request.ended = 'failed';
    const { urls = [], method = null } = request ?? {};
    const call = { urls, method, error: failed.errorText, canceled: failed.canceled ?? false };
    verdicts.push(refused(call, failed.corsErrorStatus, failed.blockedReason));
  };

  cdp.on((method, params, sessionId) => {
    // The browser itself tells of shared workers, which belong to no page.
    if (sessionId !== undefined && !sessions.has(sessionId)) return;
    const keyOf = (requestId: string): string => `${sessionId}|${requestId}`;
    switch (method) {
      case 'Target.attachedToTarget': {
        void observe((params as Attached).sessionId);
        return;
      }
      case 'Audits.issueAdded': {
        const { request, corsErrorStatus, isWarning } = (params as Issue).issue.details.corsIssueDetails ?? {};
        if (!request || !corsErrorStatus || isWarning) return;
        issues.push(refused({ urls: [request.url], method: null, error: null, canceled: false }, corsErrorStatus));
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
  await cdp.send('Target.setAutoAttach', { ...AUTO_ATTACH, filter: [{ type: 'shared_worker' }] });

  return {
    get verdicts() {
      // Most issues repeat what the network log has told.
      const told = new Set(verdicts.flatMap(({ urls, code }) => urls.map((url) => `${code} ${url}`)));
      return [...verdicts, ...issues.filter(({ urls, code }) => !told.has(`${code} ${urls[0]}`))];
    },
    get requests() {
      return [...requests.values()];
    },
    forget() {
      verdicts = [];
      issues = [];
      requests = new Map();
    },
  };
}

const refused = (
  call: Omit<BrowserVerdict, 'code' | 'detail' | 'at'>,
  status: CorsErrorStatus | undefined,
  why = '',
): BrowserVerdict => ({ ...call, code: status?.corsError ?? null, detail: status?.failedParameter ?? why, at: null });
