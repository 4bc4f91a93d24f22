import type { NetworkEvent } from '../capture/event.ts';
import type { Scope } from '../capture/listen.ts';
import { concerns, type RecorderScope } from '../capture/scope.ts';
import { messageOf } from '../link/funnel.ts';
import { type BrowserInfo, LINK_VERSION, type ToBackground, type ToRecorder } from '../link/messages.ts';

/** A recorder's end of its Port, as far as the relay uses it. */
export interface RecorderPort {
  post(message: ToRecorder): void;
}

export interface RelayOptions {
  readonly browser: BrowserInfo;
  readonly hostPermission: () => Promise<boolean>;
  readonly rescope: (scope: Scope) => void;
  /** Runs `then` once after `ms`. */
  readonly later: (ms: number, then: () => void) => void;
}

/**
 * How long a background that has just started keeps all events for recorders that have not said hello yet, in ms.
 * Devtools pages reconnect within milliseconds of losing a background.
 */
export const GRACE = 3_000;
/** How many events are kept meanwhile, at the most; the oldest go first. */
export const BACKLOG_LIMIT = 20_000;

export interface Relay {
  event(event: NetworkEvent): void;
  message(port: RecorderPort, message: ToBackground): void;
  disconnected(port: RecorderPort): void;
  permissionChanged(): void;
  /** CORS Lens itself failed here: each recorder is told. */
  failed(detail: string): void;
}

/**
 * Passes events on to the recorders they concern. It keeps no exchange: what a stopped background forgets is only who
 * was connected, and that is said again by the devtools pages. Events that come before their hello wait for it.
 */
export function createRelay(options: RelayOptions): Relay {
  const recorders = new Map<RecorderPort, { tabId: number; scope: RecorderScope }>();
  let backlog: NetworkEvent[] | null = [];

  const rescope = () => {
    if (backlog !== null) return; // everything is listened to until all recorders had time to say hello
    const listening = [...recorders.values()].filter(({ scope }) => scope.listening);
    const tabIds = [...new Set(listening.map(({ tabId }) => tabId))];
    options.rescope({ kind: 'tabs', tabIds, workers: listening.some(({ scope }) => scope.workerOrigins.length > 0) });
  };

  const post = (port: RecorderPort, message: ToRecorder) => {
    try {
      port.post(message);
    } catch (error) {
      // Either its DevTools was closed between two messages, or this one cannot be sent: then that can.
      try {
        port.post({ kind: 'trouble', trouble: { code: 'internal-error', detail: messageOf(error) } });
      } catch {
        recorders.delete(port);
      }
    }
  };

  const welcome = async (port: RecorderPort) => {
    const hostPermission = await options.hostPermission();
    post(port, { kind: 'welcome', version: LINK_VERSION, browser: options.browser, hostPermission });
  };

  options.later(GRACE, () => {
    backlog = null;
    rescope();
  });

  return {
    event(event) {
      if (backlog !== null) {
        backlog.push(event);
        if (backlog.length > BACKLOG_LIMIT) backlog.shift();
      }
      for (const [port, { tabId, scope }] of recorders) {
        if (concerns(event, tabId, scope)) post(port, { kind: 'event', event });
      }
    },
    message(port, message) {
      switch (message.kind) {
        case 'hello': {
          if (message.version !== LINK_VERSION) {
            const detail = `background ${LINK_VERSION}, DevTools ${message.version}`;
            post(port, { kind: 'trouble', trouble: { code: 'version-mismatch', detail } });
            return;
          }
          recorders.set(port, { tabId: message.tabId, scope: message.scope });
          void welcome(port);
          for (const event of backlog ?? []) {
            if (concerns(event, message.tabId, message.scope)) post(port, { kind: 'event', event });
          }
          rescope();
          return;
        }
        case 'scope': {
          const recorder = recorders.get(port);
          if (recorder) recorder.scope = message.scope;
          rescope();
          return;
        }
        case 'ping':
          post(port, { kind: 'pong' });
      }
    },
    disconnected(port) {
      recorders.delete(port);
      rescope();
    },
    failed(detail) {
      for (const port of recorders.keys()) post(port, { kind: 'trouble', trouble: { code: 'internal-error', detail } });
    },
    permissionChanged() {
      void options.hostPermission().then((hostPermission) => {
        for (const port of recorders.keys()) post(port, { kind: 'permission', hostPermission });
      });
    },
  };
}
