import type { Permissions, WebRequest } from 'webextension-polyfill';
import type { NetworkEvent } from '../capture/event.ts';
import { listen, type Scope } from '../capture/listen.ts';
import { concerns, type RecorderScope } from '../capture/scope.ts';
import { type BrowserInfo, LINK_VERSION, type ToRecorder } from '../link/messages.ts';
import type { Connection } from './connection.ts';

export interface ObserveApi {
  readonly webRequest: WebRequest.Static;
  readonly permissions: Permissions.Static;
}

/**
 * Listens in the devtools page itself, where the browser lets it (Chromium 156 does, Firefox 153 does not): it lives as
 * long as the recording, so there is no worker whose death could take events with it, and none to keep awake.
 * Measured: of 200 calls during which the worker was stopped ten times, about eight lost an event that was on its way to
 * the worker at that moment; here none can be.
 */
export function observeHere(
  api: ObserveApi,
  tabId: number,
  browser: BrowserInfo,
  first: RecorderScope,
  receive: (message: ToRecorder) => void,
): Connection {
  let scope = first;
  const wanted = (): Scope => ({
    kind: 'tabs',
    tabIds: scope.listening ? [tabId] : [],
    workers: scope.workerOrigins.length > 0,
  });
  const permission = () => api.permissions.contains({ origins: ['<all_urls>'] });
  const hear = (event: NetworkEvent) => {
    if (concerns(event, tabId, scope)) receive({ kind: 'events', events: [event] });
  };
  const listening = listen(api.webRequest, wanted(), hear, permission);

  const changed = () => void permission().then((hostPermission) => receive({ kind: 'permission', hostPermission }));
  void permission().then((hostPermission) =>
    receive({ kind: 'welcome', version: LINK_VERSION, browser, hostPermission }),
  );
  api.permissions.onAdded.addListener(changed);
  api.permissions.onRemoved.addListener(changed);

  return {
    rescope(next) {
      scope = next;
      listening.rescope(wanted());
    },
  };
}
