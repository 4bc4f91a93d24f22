import browser from 'webextension-polyfill';
import { browserInfo } from '../capture/browser-info.ts';
import type { FromPanel, ToRecorder } from '../link/messages.ts';
import { keepConnected } from './connection.ts';
import { askPage } from './page-probe.ts';
import { createRecorder } from './recorder.ts';

const { tabId } = browser.devtools.inspectedWindow;
const channel = new BroadcastChannel(`cors-lens:${tabId}`);

const recorder = createRecorder({
  browser: browserInfo(navigator.userAgent),
  askPage: () => askPage((expression) => browser.devtools.inspectedWindow.eval(expression)),
  toPanel: (message) => channel.postMessage(message),
  rescope: (scope) => connection.rescope(scope),
  now: Date.now,
  later: (ms, then) => setTimeout(then, ms),
});

const connection = keepConnected(
  () => browser.runtime.connect({ name: `recorder:${tabId}` }),
  tabId,
  recorder.scope(),
  (message: ToRecorder) => recorder.fromBackground(message),
  (trouble) => recorder.trouble(trouble),
);

channel.addEventListener('message', ({ data }) => recorder.fromPanel(data as FromPanel));
browser.devtools.network.onNavigated.addListener((url) => recorder.navigated(url));
setInterval(recorder.refresh, 20_000);

void browser.devtools.panels.create('CORS', '/icons/icon-32.png', '/src/panel/panel.html');
