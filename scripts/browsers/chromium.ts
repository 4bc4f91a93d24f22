import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, LaunchOptions } from './browser.ts';
import { type Cdp, connectCdp, evaluate } from './cdp.ts';
import { newProfile, startChild } from './child.ts';
import { type Loading, lacksLoadUnpacked, loadExtension, loadFlag } from './chromium-extension.ts';
import { exportHar, keepRequests } from './chromium-har.ts';
import { type NetworkLog, openNetworkLog } from './chromium-network.ts';
import { attach, attachDevtools, isFrontEnd, screenshot, showPanel, targets } from './chromium-panel.ts';
import { writeDevtoolsSettings } from './chromium-profile.ts';
import { heapUsed, processTime, trace } from './chromium-trace.ts';
import { ensureBrowser } from './install.ts';
import { netLogIn, readNetLog } from './net-log.ts';
import { until } from './wait.ts';

const FLAGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  '--disable-features=Translate',
  '--password-store=basic',
  '--remote-debugging-pipe',
  // Allows `Extensions.loadUnpacked`.
  '--enable-unsafe-extension-debugging',
];

/**
 * Starts Chromium, Chrome or Edge with a throw-away profile, DevTools open.
 * @throws Error when it is not installed, does not start, or cannot load the extension
 */
export async function launchChromium(options: LaunchOptions): Promise<Browser> {
  try {
    return await start(options, 'protocol');
  } catch (error) {
    if (!lacksLoadUnpacked(error)) throw error;
    return start(options, 'flag');
  }
}

async function start(options: LaunchOptions, loading: Loading): Promise<Browser> {
  const { headless = true, size = { width: 1400, height: 900 }, theme = 'light', dock = 'bottom' } = options;
  const { path } = options.found ?? ensureBrowser('chromium');
  const profile = newProfile();
  writeDevtoolsSettings(profile, theme, dock, options.panelHeight);
  const args = [
    ...FLAGS,
    ...(options.devtools === false ? [] : ['--auto-open-devtools-for-tabs']),
    ...(headless ? ['--headless=new', '--disable-gpu', '--hide-scrollbars'] : []),
    // Chromium's sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    ...(options.traffic ? [`--log-net-log=${netLogIn(profile)}`] : []),
    ...(options.extension !== undefined && loading === 'flag' ? [loadFlag(options.extension)] : []),
    `--window-size=${size.width},${size.height}`,
    'about:blank',
  ];
  const child = startChild(path, args, profile, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const [, , , toBrowser, fromBrowser] = child.process.stdio;
  const cdp = connectCdp(toBrowser as Writable, fromBrowser as Readable);
  try {
    return await control(cdp, options, loading, child, netLogIn(profile));
  } catch (error) {
    await child.end(0);
    throw error;
  }
}

async function control(
  cdp: Cdp,
  options: LaunchOptions,
  loading: Loading,
  child: ReturnType<typeof startChild>,
  netLog: string,
): Promise<Browser> {
  const { product } = await cdp.send<{ product: string }>('Browser.getVersion');
  const load = async (): Promise<string> =>
    options.extension === undefined ? '' : loadExtension(cdp, options.extension, loading);
  let extensionId = await load();
  let tab = await watchTab(cdp, options);

  /** The extension's service worker; null while it is stopped. */
  const background = async (): Promise<string | null> =>
    (await targets(cdp)).find(
      (target) => target.type === 'service_worker' && target.url.startsWith(`chrome-extension://${extensionId}/`),
    )?.targetId ?? null;

  let attached: { readonly target: string; readonly session: string } | null = null;
  /** The session of the extension's devtools page. */
  const devtoolsPage = async (): Promise<string> => {
    const { targetId: target } = await until('the devtools page', async () =>
      (await targets(cdp)).find(
        ({ url }) => url.startsWith(`chrome-extension://${extensionId}/`) && url.endsWith('devtools.html'),
      ),
    );
    if (attached?.target !== target) attached = { target, session: await attach(cdp, target) };
    return attached.session;
  };

  const hostAccess = (on: boolean): Promise<void> => {
    const change = { extensionId, hostAccess: on ? 'ON_ALL_SITES' : 'ON_CLICK' };
    return onExtensionsPage(cdp, `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(change)})`);
  };

  /** A page of the extension's own has the APIs for tabs; it stands in front of the others while it asks. */
  const onOwnPage = async (expression: string): Promise<void> => {
    const url = `chrome-extension://${extensionId}/src/grant/grant.html`;
    const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', { url });
    const own = await attach(cdp, targetId);
    await until('the page of the extension', () => evaluate<boolean>(cdp, own, 'chrome.tabs !== undefined'));
    await evaluate(cdp, own, `${expression}.then(() => true)`);
    await cdp.send('Target.closeTarget', { targetId });
  };

  const goto = async (url: string): Promise<void> => {
    const { errorText } = await cdp.send<{ errorText?: string }>('Page.navigate', { url }, tab.session);
    if (errorText) throw new Error(`${url}: ${errorText}`);
    await until(`${url} to load`, () =>
      evaluate<boolean>(cdp, tab.session, "location.href !== 'about:blank' && document.readyState === 'complete'"),
    );
  };
  if (options.downloads !== undefined) {
    await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: options.downloads });
  }
  if (options.url !== undefined) await goto(options.url);

  return {
    name: 'chromium',
    version: product.split('/').at(-1) ?? product,
    goto,
    async openDevtools() {
      if ((await targets(cdp)).some(isFrontEnd)) return; // it was opened with the page
      await cdp.send('Target.openDevTools', { targetId: tab.page });
      tab = { ...tab, devtools: await attachDevtools(cdp) };
    },
    async closeDevtools() {
      await evaluate(cdp, tab.devtools, 'InspectorFrontendHost.closeWindow()');
      await until('DevTools to close', async () => !(await targets(cdp)).some(isFrontEnd));
    },
    async crashPage() {
      // It never answers.
      void cdp.send('Page.crash', {}, tab.session).catch(() => {});
      await sleep(1_000);
    },
    async crashExtension() {
      void cdp.send('Page.crash', {}, await devtoolsPage()).catch(() => {});
      await sleep(1_000);
    },
    moveTabToNewWindow: () =>
      onOwnPage(`chrome.tabs.query({ index: 0 }).then(([{ id }]) => chrome.windows.create({ tabId: id }))`),
    async discardTab() {
      await onOwnPage(
        `chrome.tabs.query({ index: 0 }).then(([{ id }]) => chrome.tabs.discard(id))
          .then(({ id }) => chrome.tabs.update(id, { active: true }))`,
      );
      tab = await watchTab(cdp, { ...options, devtools: false }, tab.page);
      await until('the page to be back', () =>
        evaluate<boolean>(cdp, tab.session, "location.href !== 'about:blank' && document.readyState === 'complete'"),
      );
    },
    async openSecondTab(url) {
      const before = new Set((await targets(cdp)).map(({ targetId }) => targetId));
      const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', { url });
      const session = await attach(cdp, targetId);
      const front = await until('DevTools of the second tab', async () =>
        (await targets(cdp)).find((target) => isFrontEnd(target) && !before.has(target.targetId)),
      );
      const devtools = await attach(cdp, front.targetId);
      const known = new Set(
        (await targets(cdp)).filter(({ targetId }) => before.has(targetId)).map(({ targetId }) => targetId),
      );
      return {
        openPanel: () => showPanel(cdp, devtools, extensionId, options.panelTitle ?? 'CORS', known),
        evaluateInPage: (expression) => evaluate(cdp, session, expression),
        close: async () => void (await cdp.send('Target.closeTarget', { targetId })),
      };
    },
    keepRequests: () => keepRequests(cdp, tab.devtools),
    openPanel: () => showPanel(cdp, tab.devtools, extensionId, options.panelTitle ?? 'CORS'),
    evaluateInPage: (expression) => evaluate(cdp, tab.session, expression),
    inDevtools: (expression) => evaluate(cdp, tab.devtools, expression),
    screenshotWindow: () => screenshot(cdp, tab.devtools),
    async stopBackground() {
      const targetId = await background();
      if (targetId === null) return;
      // A worker that is asked while it starts may not hear of it.
      await until('the service worker to stop', async () => {
        await cdp.send('Target.closeTarget', { targetId }).catch(() => {});
        return (await background()) !== targetId;
      });
    },
    backgroundRuns: async () => (await background()) !== null,
    setHostAccess: hostAccess,
    async allowOnGrantPage() {
      const page = await until('the page that asks', async () =>
        (await targets(cdp)).find(({ url }) => url.endsWith('/src/grant/grant.html')),
      );
      const session = await attach(cdp, page.targetId);
      await until('its button', () => evaluate<boolean>(cdp, session, "!!document.querySelector('button')"));
      const press = { expression: "document.querySelector('button').click()", userGesture: true };
      await cdp.send('Runtime.evaluate', press, session);
      // Reality: the question itself is a window of the browser's that no protocol reaches: the answer is given elsewhere.
      await hostAccess(true);
      await cdp.send('Target.closeTarget', { targetId: page.targetId });
    },
    async reloadUnderDevtools() {
      // Reality: without developer mode Chromium disables what is unpacked when it is loaded anew.
      await onExtensionsPage(cdp, `chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })`);
      await onExtensionsPage(cdp, `chrome.developerPrivate.reload(${JSON.stringify(extensionId)})`);
    },
    async reloadExtension() {
      const url = await evaluate<string>(cdp, tab.session, 'location.href');
      const old = tab.page;
      // Chromium closes the DevTools that show the extension's old tab; they open with a new page only.
      extensionId = await load();
      await cdp.send('Target.createTarget', { url });
      await cdp.send('Target.closeTarget', { targetId: old });
      tab = await watchTab(cdp, options, old);
    },
    async inAnotherTab(url, expression) {
      const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', { url, background: true });
      try {
        const session = await attach(cdp, targetId);
        const loaded = "location.href !== 'about:blank' && document.readyState === 'complete'";
        await until(`${url} to load`, () => evaluate<boolean>(cdp, session, loaded));
        return await evaluate(cdp, session, expression);
      } finally {
        await cdp.send('Target.closeTarget', { targetId });
      }
    },
    har: (sanitized = false) => exportHar(cdp, tab.devtools, sanitized),
    async setTheme(theme) {
      const value = JSON.stringify(theme === 'dark' ? 'dark' : 'default');
      await evaluate(
        cdp,
        tab.devtools,
        `import('./core/common/common.js').then(({ Settings }) =>
          void Settings.Settings.instance().moduleSetting('ui-theme').set(${value}))`,
      );
    },
    corsErrors: async () => tab.log.verdicts,
    trace: (run) => trace(cdp, run),
    requests: async () => tab.log.requests,
    async cpu() {
      type Info = { readonly processInfo: readonly { readonly cpuTime: number }[] };
      const { processInfo } = await cdp.send<Info>('SystemInfo.getProcessInfo');
      return 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    },
    extensionCpu: async () => processTime(cdp, await devtoolsPage()),
    extensionBytes: async () => heapUsed(cdp, await devtoolsPage()),
    traffic: async () => readNetLog(netLog),
    forgetVerdicts: async () => tab.log.forget(),
    async resize(width, height) {
      const { windowId } = await cdp.send<{ windowId: number }>('Browser.getWindowForTarget', {
        targetId: tab.page,
      });
      await cdp.send('Browser.setWindowBounds', { windowId, bounds: { width, height } });
    },
    ended: child.ended,
    async close() {
      await cdp.send('Browser.close').catch(() => {});
      await child.end(5000);
    },
  };
}

/** Runs in the browser's own page of extensions, which may change what a user may change there. */
async function onExtensionsPage(cdp: Cdp, expression: string): Promise<void> {
  const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', { url: 'chrome://extensions' });
  const session = await attach(cdp, targetId);
  await until('chrome://extensions', () => evaluate<boolean>(cdp, session, 'chrome.developerPrivate !== undefined'));
  await evaluate(cdp, session, `${expression}.then(() => true)`);
  await cdp.send('Target.closeTarget', { targetId });
}

const NO_LOG: NetworkLog = { verdicts: [], requests: [], forget() {} };

/** The page, what its network log tells, and the DevTools that were opened with it. */
interface Tab {
  readonly page: string;
  readonly session: string;
  readonly devtools: string;
  readonly log: NetworkLog;
}

async function watchTab(
  cdp: Cdp,
  { devtools = true, networkLog = true }: LaunchOptions,
  except?: string,
): Promise<Tab> {
  const page = await until('the page', async () =>
    (await targets(cdp)).find(
      ({ type, url, targetId }) => type === 'page' && !url.startsWith('devtools://') && targetId !== except,
    ),
  );
  const session = await attach(cdp, page.targetId);
  await cdp.send('Page.enable', {}, session);
  const log = networkLog ? await openNetworkLog(cdp, session) : NO_LOG;
  return { page: page.targetId, session, devtools: devtools ? await attachDevtools(cdp) : '', log };
}
