import browser from 'webextension-polyfill';
import { OPEN_GRANT, type ToPanel } from '../link/messages.ts';
import { ui } from '../words/ui.ts';
import { openShelf } from './browser-shelf.ts';
import { mountPanel } from './mount.tsx';
import type { RecordingSource } from './source.ts';
import type { OpenSource } from './stores/panel-store.ts';
import { followTheme } from './theme.ts';

/** The devtools page of the same tab keeps the recording; this channel is the way to it. */
function channelSource(tabId: number): RecordingSource {
  const channel = new BroadcastChannel(`cors-lens:${tabId}`);
  return {
    subscribe(listener) {
      channel.onmessage = (event: MessageEvent<ToPanel>) => listener(event.data);
      channel.postMessage({ kind: 'subscribe' });
      return () => channel.close();
    },
    send: (message) => channel.postMessage(message),
    // The background opens the page: panels can open no tab, and Firefox lets them ask for nothing.
    grant: () => void browser.runtime.sendMessage(OPEN_GRANT),
  };
}

/** Reality: Chromium's panels.openResource counts lines and columns from 0; Firefox 153 has no such function. */
function sourceOpener(): OpenSource | null {
  type Open = (url: string, line: number, column: number) => void;
  const panels = browser.devtools.panels as { openResource?: Open };
  if (panels.openResource === undefined) return null;
  return ({ url, line, column }) => panels.openResource?.(url, line - 1, column - 1);
}

const { tabId } = browser.devtools.inspectedWindow;
document.title = ui.title;
followTheme(browser.devtools.panels);
const root = document.getElementById('root');
void openShelf(browser.storage, tabId).then((shelf) => {
  if (root) mountPanel(root, channelSource(tabId), shelf, sourceOpener());
});
