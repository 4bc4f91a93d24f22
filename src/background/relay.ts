import type { NetworkEvent } from '../capture/event.ts';
import type { Scope } from '../capture/listen.ts';
import { concerns, type RecorderScope } from '../capture/scope.ts';
import { messageOf } from '../link/funnel.ts';
import { type BrowserInfo, LINK_VERSION, type ToBackground, type ToRecorder } from '../link/messages.ts';
import { createParcels, type Parcels } from './parcels.ts';

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
  /** The browser is about to end this background: what waits is sent, and what still comes is at once. */
  suspending(on: boolean): void;
  /** Sends what waits. */
  flush(): void;
}

interface Recorder {
  readonly tabId: number;
  readonly scope: RecorderScope;
  readonly parcels: Parcels<NetworkEvent>;
}

/**
 * Passes events on to the recorders they concern. It keeps no exchange: what a stopped background forgets is only who
 * was connected, and that is said again by the devtools pages. Events that come before their hello wait for it.
 */
export function createRelay(options: RelayOptions): Relay {
  const recorders = new Map<RecorderPort, Recorder>();
  let backlog: NetworkEvent[] | null = [];
  let ending = false;

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

  /** What is refused together is sent one by one: what can be is not to be lost with what cannot. */
  const postEvents = (port: RecorderPort, events: readonly NetworkEvent[]) => {
    if (events.length === 1) {
      post(port, { kind: 'events', events });
      return;
    }
    try {
      port.post({ kind: 'events', events });
    } catch {
      for (const event of events) post(port, { kind: 'events', events: [event] });
    }
  };
  const flush = () => {
    for (const { parcels } of recorders.values()) parcels.flush();
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
      for (const { tabId, scope, parcels } of recorders.values()) {
        if (concerns(event, tabId, scope)) parcels.add(event);
      }
      if (ending) flush();
    },
    message(port, message) {
      switch (message.kind) {
        case 'hello': {
          if (message.version !== LINK_VERSION) {
            const detail = `background ${LINK_VERSION}, DevTools ${message.version}`;
            post(port, { kind: 'trouble', trouble: { code: 'version-mismatch', detail } });
            return;
          }
          const { tabId, scope } = message;
          const parcels = createParcels<NetworkEvent>((events) => postEvents(port, events), options.later);
          recorders.set(port, { tabId, scope, parcels });
          void welcome(port);
          for (const event of backlog ?? []) if (concerns(event, tabId, scope)) parcels.add(event);
          parcels.flush();
          rescope();
          return;
        }
        case 'scope': {
          const recorder = recorders.get(port);
          if (recorder) recorders.set(port, { ...recorder, scope: message.scope });
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
    suspending(on) {
      ending = on;
      flush();
    },
    flush,
    permissionChanged() {
      void options.hostPermission().then((hostPermission) => {
        for (const port of recorders.keys()) post(port, { kind: 'permission', hostPermission });
      });
    },
  };
}
