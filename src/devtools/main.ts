/// <reference types="vite/types/importMeta.d.ts" />
import browser from 'webextension-polyfill';
import { browserInfo } from '../capture/browser-info.ts';
import { hearUncaught } from '../link/funnel.ts';
import type { FromPanel, FromTrial, ToRecorder } from '../link/messages.ts';
import { parseSettings, SETTINGS_KEY } from '../settings/settings.ts';
import { type Connection, keepConnected } from './connection.ts';
import { createNetworkWitness } from './network-witness.ts';
import { observeHere } from './observe.ts';
import { askPage } from './page-probe.ts';
import { createRecorder } from './recorder.ts';
import { createTimingWitness } from './timing-witness.ts';
import { createTrialKeeper, type TrialLink } from './trial-keeper.ts';
import type { OwnWitness, OwnWitnessHost } from './witness-host.ts';

/** How often it is looked whether the extension was reloaded or removed, in ms. */
const ALIVE_EVERY = 2_000;
/** How often it is looked whether a service worker has come to control the page, in ms. */
const REFRESH_EVERY = 20_000;

const { tabId } = browser.devtools.inspectedWindow;
const info = browserInfo(navigator.userAgent);
const channel = new BroadcastChannel(`cors-lens:${tabId}`);

const later = (ms: number, then: () => void): void => void setTimeout(then, ms);
const reload = (injectedScript?: string): void =>
  void browser.devtools.inspectedWindow.reload(injectedScript === undefined ? {} : { injectedScript });
let asking: Promise<unknown> = Promise.resolve();
const trial = createTrialKeeper({
  tabId,
  connect: connectTrial,
  tell: (state) => channel.postMessage({ kind: 'trial', trial: state }),
  reload: () => reload(),
  now: Date.now,
  later,
});

const recorder = createRecorder({
  browser: info,
  tabId,
  evaluate: async (expression) => (await evaluate(expression))[0],
  askPage: () => askPage(evaluate),
  toPanel: (message) => channel.postMessage(message),
  rescope: (scope) => connection.rescope(scope),
  trial,
  reload,
  now: Date.now,
  soon: queueMicrotask.bind(globalThis),
  later,
  witness: ownWitness,
});

hearUncaught(window, recorder.failed);

const receive = (message: ToRecorder) => recorder.fromBackground(message);
const connection: Connection = canListenHere()
  ? observeHere(browser, tabId, info, recorder.scope(), receive)
  : keepConnected(
      () => browser.runtime.connect({ name: `recorder:${tabId}` }),
      tabId,
      recorder.scope(),
      receive,
      recorder.trouble,
    );

channel.addEventListener('message', ({ data }) => recorder.fromPanel(data as FromPanel));
// Recording begins before the panel is shown, so what the user chose for it is read here too.
const follow = (stored: unknown) => {
  const { keep, limit } = parseSettings(stored);
  recorder.fromPanel({ kind: 'keep', on: keep });
  recorder.fromPanel({ kind: 'limit', limit });
};
void browser.storage.local.get(SETTINGS_KEY).then((stored) => follow(stored[SETTINGS_KEY]));
browser.storage.onChanged.addListener((changes, area) => {
  const change = changes[SETTINGS_KEY];
  if (area === 'local' && change) follow(change.newValue);
});
browser.devtools.network.onNavigated.addListener((url) => recorder.navigated(url));
setInterval(recorder.refresh, REFRESH_EVERY);

const alive = setInterval(() => {
  if (browser.runtime?.id !== undefined) return;
  clearInterval(alive);
  recorder.trouble({ code: 'extension-reloaded', detail: 'the extension was updated, reloaded or removed' });
}, ALIVE_EVERY);

void browser.devtools.panels.create('CORS', '/icons/icon-32.png', '/src/panel/panel.html');

/** How long one question to the page may hold up the next, in ms: a page that is stopped in its debugger answers late. */
const ANSWER_WITHIN = 5_000;

/**
 * Asks the page, one question after the other.
 * Reality: Chromium's own `browser` namespace (which the polyfill leaves as it is) evaluates with a callback only; the
 * `chrome` namespace does so in both browsers.
 */
function evaluate(expression: string): Promise<readonly unknown[]> {
  type Eval = (expression: string, done: (...answer: unknown[]) => void) => void;
  const { chrome } = globalThis as unknown as { chrome: { devtools: { inspectedWindow: { eval: Eval } } } };
  const answer = asking.then(
    () =>
      new Promise<readonly unknown[]>((resolve) => {
        chrome.devtools.inspectedWindow.eval(expression, (...answer) => resolve(answer));
        later(ANSWER_WITHIN, () => resolve([]));
      }),
  );
  asking = answer;
  return answer;
}

/**
 * What each browser has of its own; its package carries nothing of the other's.
 * Reality: Firefox's entries tell nothing that webRequest does not, and gathering them costs the page time. In Chromium
 * webRequest itself shows how each call ended.
 */
function ownWitness(host: OwnWitnessHost): OwnWitness {
  if (import.meta.env.MODE === 'firefox') return createTimingWitness(host);
  return createNetworkWitness({ ...host, entries: { listen: listenToEntries, all: allEntries } });
}

function hearEntry(entry: unknown): void {
  recorder.networkEntry(entry);
}

function listenToEntries(on: boolean): void {
  const { onRequestFinished } = browser.devtools.network;
  if (on) onRequestFinished.addListener(hearEntry);
  else onRequestFinished.removeListener(hearEntry);
}

/** Reality: Chromium's devtools namespaces answer with a callback only, see `evaluate`. */
function allEntries(): Promise<readonly unknown[]> {
  type Log = { readonly entries: readonly unknown[] };
  type Network = { getHAR(done: (log: Log) => void): void };
  const { chrome } = globalThis as unknown as { chrome: { devtools: { network: Network } } };
  return new Promise((resolve) => chrome.devtools.network.getHAR(({ entries }) => resolve(entries)));
}

function connectTrial(receive: (message: FromTrial) => void, closed: () => void): TrialLink {
  const port = browser.runtime.connect({ name: `trial:${tabId}` });
  port.onMessage.addListener((message) => receive(message as FromTrial));
  port.onDisconnect.addListener(closed);
  return {
    post(message) {
      try {
        port.postMessage(message);
      } catch {
        // The Port closed a moment ago: `closed` is on its way.
      }
    },
    close: () => port.disconnect(),
  };
}

/** The polyfill's types promise every API everywhere; devtools pages have few of them (Firefox no webRequest). */
function canListenHere(): boolean {
  const api = browser as { webRequest?: unknown; permissions?: unknown };
  return api.webRequest !== undefined && api.permissions !== undefined;
}
