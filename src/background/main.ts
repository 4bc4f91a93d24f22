import browser from 'webextension-polyfill';
import { browserInfo } from '../capture/browser-info.ts';
import { listen } from '../capture/listen.ts';
import { hearUncaught, type Uncaught } from '../link/funnel.ts';
import { OPEN_GRANT, type ToBackground, type ToTrial } from '../link/messages.ts';
import { createRelay, GRACE, type RecorderPort } from './relay.ts';
import { createTrials, type RuleApi, type TrialPort } from './trials.ts';
import { createWaking } from './waking.ts';

// All listeners are added in this first turn: the browser hands a restarted background only what it asks for here.
const ALL_HOSTS = { origins: ['<all_urls>'] };

const hostPermission = () => browser.permissions.contains(ALL_HOSTS);
const relay = createRelay({
  browser: browserInfo(navigator.userAgent),
  hostPermission,
  rescope: (scope) => listening.rescope(scope),
  later: (ms, then) => setTimeout(then, ms),
});
hearUncaught(globalThis as unknown as Uncaught, relay.failed);
const storage = (globalThis as { readonly localStorage?: Storage }).localStorage ?? null;
const waking = createWaking({
  storage,
  listenToAll: () => listening.rescope({ kind: 'everything' }),
  restart() {
    relay.flush();
    location.reload();
  },
  later: (then) => setTimeout(then, GRACE),
});
const listening = listen(browser.webRequest, waking.first, relay.event, hostPermission);

const trials = createTrials((browser as unknown as { declarativeNetRequest: RuleApi }).declarativeNetRequest, storage);

browser.runtime.onConnect.addListener((port) => {
  if (port.name.startsWith('trial:')) {
    const tabId = Number(port.name.slice('trial:'.length));
    const trial: TrialPort = { post: (message) => port.postMessage(message) };
    port.onMessage.addListener((message) => trials.message(tabId, trial, message as ToTrial));
    port.onDisconnect.addListener(() => trials.disconnected(tabId));
    return;
  }
  if (!port.name.startsWith('recorder:')) return;
  const recorder: RecorderPort = { post: (message) => port.postMessage(message) };
  port.onMessage.addListener((message) => {
    const known = message as ToBackground;
    relay.message(recorder, known);
    if (known.kind === 'hello') waking.joined(recorder);
  });
  port.onDisconnect.addListener(() => {
    relay.disconnected(recorder);
    waking.left(recorder);
  });
});
browser.runtime.onSuspend.addListener(() => relay.suspending(true));
browser.runtime.onSuspendCanceled.addListener(() => relay.suspending(false));
browser.permissions.onAdded.addListener(relay.permissionChanged);
browser.permissions.onRemoved.addListener(relay.permissionChanged);
browser.runtime.onMessage.addListener((message: unknown) => {
  if (message === OPEN_GRANT) void browser.tabs.create({ url: '/src/grant/grant.html' });
});
