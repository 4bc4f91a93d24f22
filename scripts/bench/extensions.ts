import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../manifest.json' with { type: 'json' };
import type { BrowserName } from '../browsers/browser.ts';

/** The DevTools tab of an extension that is made here. */
export const TITLE = 'Nothing';

/** What CORS Lens is measured against: an extension that does less than it. */
export interface Bare {
  /** Asks for what CORS Lens asks for: some of that costs every page something, used or not. */
  readonly permissions: boolean;
  /** Where listeners that do nothing stand, of the kinds and with the options that CORS Lens has. */
  readonly listeners: 'nowhere' | 'background' | 'devtools';
  /** What its background runs besides. */
  readonly script?: string;
  /** Has a DevTools tab, with nothing in it. */
  readonly panel: boolean;
}

/** Writes an extension into a new folder, which `remove` takes away again. */
export function bareExtension(
  browser: BrowserName,
  { permissions, listeners, panel, script: more = '' }: Bare,
): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'cors-lens-bare-'));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const script = 'background.js';
  write(
    'manifest.json',
    JSON.stringify({
      manifest_version: 3,
      name: 'Nothing',
      version: '1',
      background: browser === 'firefox' ? { scripts: [script] } : { service_worker: script },
      ...(permissions ? { permissions: manifest.permissions, host_permissions: manifest.host_permissions } : {}),
      ...(panel ? { devtools_page: 'devtools.html' } : {}),
      ...(browser === 'firefox'
        ? { browser_specific_settings: { gecko: { id: 'nothing@cors-lens.example', strict_min_version: '142.0' } } }
        : {}),
    }),
  );
  write(script, more + (listeners === 'background' ? listening(browser, '{ urls }') : ''));
  write('devtools.html', '<script src="devtools.js"></script>');
  write(
    'devtools.js',
    `const api = globalThis.browser ?? chrome;
    api.devtools.panels.create('${TITLE}', '', 'panel.html');
    ${listeners === 'devtools' ? listening(browser, '{ urls, tabId: chrome.devtools.inspectedWindow.tabId }') : ''}`,
  );
  write('panel.html', '<!doctype html><title>Nothing</title><p>nothing');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** As src/capture/listen.ts adds them. */
const listening = (browser: BrowserName, filter: string): string => {
  const extra = browser === 'chromium' ? ", 'extraHeaders'" : '';
  return `{
    const urls = ['<all_urls>'];
    const filter = ${filter};
    const nothing = () => undefined;
    const { webRequest } = globalThis.browser ?? chrome;
    webRequest.onBeforeRequest.addListener(nothing, filter);
    webRequest.onSendHeaders.addListener(nothing, filter, ['requestHeaders'${extra}]);
    webRequest.onHeadersReceived.addListener(nothing, filter, ['responseHeaders'${extra}]);
    webRequest.onBeforeRedirect.addListener(nothing, filter, ['responseHeaders'${extra}]);
    webRequest.onResponseStarted.addListener(nothing, filter, ['responseHeaders'${extra}]);
    webRequest.onCompleted.addListener(nothing, filter);
    webRequest.onErrorOccurred.addListener(nothing, filter);
  }`;
};
