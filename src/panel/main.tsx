import browser from 'webextension-polyfill';
import type { ToPanel } from '../link/messages.ts';
import { ui } from '../words/ui.ts';
import { openShelf } from './browser-shelf.ts';
import { mountPanel } from './mount.tsx';
import type { RecordingSource } from './source.ts';
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
  };
}

const { tabId } = browser.devtools.inspectedWindow;
document.title = ui.title;
followTheme(browser.devtools.panels);
const root = document.getElementById('root');
void openShelf(browser.storage, tabId).then((shelf) => {
  if (root) mountPanel(root, channelSource(tabId), shelf);
});
