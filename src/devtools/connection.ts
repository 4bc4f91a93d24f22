import type { Runtime } from 'webextension-polyfill';
import type { RecorderScope } from '../capture/scope.ts';
import { messageOf } from '../link/funnel.ts';
import { LINK_VERSION, type ToBackground, type ToRecorder, type Trouble } from '../link/messages.ts';

/** The background is stopped after about 30 s without a message, even with a Port open (Chromium 156, Firefox 153). */
const PING_EVERY = 20_000;
/** A background that has not answered a hello by then is said to be lost; connecting goes on. */
const WELCOME_WITHIN = 2_000;
const RETRY_AFTER = [0, 50, 200, 1_000, 5_000];

export interface Connection {
  rescope(scope: RecorderScope): void;
}

/**
 * Keeps a Port to the background open for as long as DevTools is: says hello, pings, and connects again, which starts a
 * stopped background, as soon as the Port closes.
 */
export function keepConnected(
  connect: () => Runtime.Port,
  tabId: number,
  first: RecorderScope,
  receive: (message: ToRecorder) => void,
  trouble: (trouble: Trouble | null) => void,
): Connection {
  let scope = first;
  let port: Runtime.Port | null = null;
  let failures = 0;
  let welcomeTimer: ReturnType<typeof setTimeout> | undefined;

  const send = (message: ToBackground) => {
    try {
      port?.postMessage(message);
    } catch {
      // The Port closed a moment ago: onDisconnect follows and says hello anew.
    }
  };

  const retry = () => {
    port = null;
    setTimeout(open, RETRY_AFTER[Math.min(failures, RETRY_AFTER.length - 1)]);
    failures++;
  };

  const open = () => {
    try {
      port = connect();
    } catch (error) {
      // An extension that was reloaded or removed cannot be reached from its old pages any more.
      trouble({ code: 'extension-reloaded', detail: messageOf(error) });
      return;
    }
    port.onMessage.addListener((message) => {
      const known = message as ToRecorder;
      if (known.kind === 'welcome') {
        clearTimeout(welcomeTimer);
        failures = 0;
        trouble(null);
      }
      receive(known);
    });
    port.onDisconnect.addListener(retry);
    send({ kind: 'hello', version: LINK_VERSION, tabId, scope });
    clearTimeout(welcomeTimer);
    welcomeTimer = setTimeout(() => {
      trouble({ code: 'worker-lost', detail: `no answer within ${WELCOME_WITHIN} ms` });
    }, WELCOME_WITHIN);
  };

  open();
  setInterval(() => send({ kind: 'ping' }), PING_EVERY);
  return {
    rescope(next) {
      scope = next;
      send({ kind: 'scope', scope });
    },
  };
}
