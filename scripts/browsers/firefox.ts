import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, LaunchOptions } from './browser.ts';
import { newProfile, startChild } from './child.ts';
import { consoleVerdicts, forgetConsole, listenToConsole } from './firefox-console.ts';
import { exportHar, keepRequests } from './firefox-har.ts';
import { closeToolbox, openToolbox, showPanel } from './firefox-panel.ts';
import { writeProfile } from './firefox-profile.ts';
import { openSecondTab } from './firefox-second-tab.ts';
import { ensureBrowser } from './install.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { until } from './wait.ts';

/**
 * Starts Firefox with a throw-away profile and the extension installed for as long as it runs.
 * @throws Error when it is not installed, does not start, or refuses the extension
 */
export async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const { headless = true, size = { width: 1400, height: 1000 } } = options;
  const { path } = options.found ?? ensureBrowser('firefox');
  const profile = newProfile();
  writeProfile(profile, options);
  const args = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const dimensions = ['--width', String(size.width), '--height', String(size.height)];
  const child = startChild(path, [...(headless ? ['--headless'] : []), ...args, ...dimensions], profile, {
    stdio: 'ignore',
    env: {
      ...process.env,
      MOZ_HEADLESS_WIDTH: String(size.width),
      MOZ_HEADLESS_HEIGHT: String(size.height),
      // Firefox 159 wants this in place of the argument.
      MOZ_REMOTE_ALLOW_SYSTEM_ACCESS: '1',
    },
  });
  try {
    const marionette = await until(
      'Firefox to start',
      async () => {
        if (child.process.exitCode !== null) throw new Error(`${path} ended with code ${child.process.exitCode}`);
        return connectMarionette(Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8')));
      },
      { timeout: 60_000, every: 100 },
    );
    return await control(marionette, options, child);
  } catch (error) {
    await child.end(0);
    throw error;
  }
}

const EXTENSION_PROCESS = `
  const extensions = (await ChromeUtils.requestProcInfo()).children.find(({ type }) => type === 'extension');
  if (!extensions) throw new Error('no process runs extensions');`;

async function control(
  marionette: Marionette,
  options: LaunchOptions,
  child: ReturnType<typeof startChild>,
): Promise<Browser> {
  await listenToConsole(marionette);
  // All requests of all processes pass the parent's; none of the extension's own can be before it is installed.
  if (options.traffic) {
    await marionette.chrome(`
      const noted = (Services.wm.getMostRecentWindow('navigator:browser').corsLensTraffic = []);
      Services.obs.addObserver((subject) => {
        const { URI, loadInfo } = subject.QueryInterface(Ci.nsIHttpChannel);
        const { triggeringPrincipal: asking } = loadInfo;
        noted.push({ url: URI.spec, by: asking.isSystemPrincipal ? '' : asking.origin });
      }, 'http-on-modify-request');`);
  }
  const extensionId =
    options.extension === undefined
      ? ''
      : (await marionette.send<{ value: string }>('Addon:Install', { path: options.extension, temporary: true })).value;
  const version = await marionette.chrome<string>('return Services.appinfo.version;');
  const goto = async (url: string): Promise<void> =>
    void (await marionette.inContext('content', () => marionette.send('WebDriver:Navigate', { url })));
  if (options.url !== undefined) await goto(options.url);
  const extension = `WebExtensionPolicy.getByID(args[0]).extension`;

  return {
    name: 'firefox',
    version,
    goto,
    openDevtools: () => openToolbox(marionette),
    async inAnotherTab<T>(url: string, expression: string) {
      const own = await marionette.inContext('content', () =>
        marionette.send<{ value: string } | string>('WebDriver:GetWindowHandle'),
      );
      const { handle } = await marionette.inContext('content', () =>
        marionette.send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab', focus: false }),
      );
      const to = (tab: string): Promise<unknown> =>
        marionette.inContext('content', () =>
          marionette.send('WebDriver:SwitchToWindow', { handle: tab, focus: false }),
        );
      await to(handle);
      try {
        await goto(url);
        return await marionette.content<T>(`return (${expression});`);
      } finally {
        await marionette.inContext('content', () => marionette.send('WebDriver:CloseWindow'));
        await to(typeof own === 'string' ? own : own.value);
      }
    },
    closeDevtools: () => closeToolbox(marionette),
    openPanel: () => showPanel(marionette, extensionId),
    evaluateInPage: (expression) => marionette.content(`return (${expression});`),
    async screenshotWindow() {
      // The stripes that tell that a program drives this browser are no part of what a person sees.
      await marionette.chrome(
        `Services.wm.getMostRecentWindow('navigator:browser').document.documentElement.removeAttribute('remotecontrol');`,
      );
      return marionette.inContext('chrome', async () => {
        const { value } = await marionette.send<{ value: string }>('WebDriver:TakeScreenshot', { full: false });
        return Buffer.from(value, 'base64');
      });
    },
    // Firefox stops no event page that has events on their way to it; asked a second time it would, half a minute later.
    stopBackground: () =>
      marionette.chrome(
        `const extension = ${extension};
        const window = Services.wm.getMostRecentWindow('navigator:browser');
        for (let tries = 0; tries < 500; tries++) {
          const onTheirWay = extension.backgroundContext?.pendingRunListenerPromisesCount ?? 0;
          if (onTheirWay === 0) await extension.terminateBackground();
          if (extension.backgroundState !== 'running') return;
          await new Promise((resolve) => window.setTimeout(resolve, 10));
        }
        throw new Error('the event page could not be stopped');`,
        extensionId,
      ),
    backgroundRuns: () => marionette.chrome(`return ${extension}.backgroundState === 'running';`, extensionId),
    setHostAccess: (on) =>
      marionette.chrome(
        `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const change = args[1] ? 'add' : 'remove';
        await ExtensionPermissions[change](args[0], { permissions: [], origins: ['<all_urls>'] }, ${extension});`,
        extensionId,
        on,
      ),
    allowOnGrantPage: () =>
      marionette.chrome(
        `Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);
        const { gBrowser, setTimeout } = Services.wm.getMostRecentWindow('navigator:browser');
        for (let tries = 0; tries < 200; tries++) {
          const tab = gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.endsWith('/src/grant/grant.html'));
          if (tab && !tab.linkedBrowser.webProgress.isLoadingDocument) {
            const press = () => {
              const button = content.document.querySelector('button');
              content.document.notifyUserGestureActivation();
              button?.click();
            };
            tab.linkedBrowser.messageManager.loadFrameScript(
              'data:application/javascript;charset=utf-8,' + encodeURIComponent('(' + press + ')()'), false);
            await new Promise((done) => setTimeout(done, 500));
            if (${extension}.allowedOrigins.patterns.some(({ pattern }) => pattern === '<all_urls>')) {
              gBrowser.removeTab(tab);
              return;
            }
          }
          await new Promise((done) => setTimeout(done, 100));
        }
        throw new Error('the access was not granted');`,
        extensionId,
      ),
    async crashPage() {
      const pid = await marionette.chrome<number>(
        `return Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.osPid;`,
      );
      process.kill(pid, 'SIGKILL');
      await sleep(1_000);
    },
    async crashExtension() {
      process.kill(await marionette.chrome<number>(`${EXTENSION_PROCESS} return extensions.pid;`), 'SIGKILL');
      await sleep(1_000);
    },
    discardTab: () =>
      marionette.chrome(`
        const { gBrowser, setTimeout } = Services.wm.getMostRecentWindow('navigator:browser');
        const tab = gBrowser.selectedTab;
        const other = gBrowser.addTrustedTab('about:blank');
        gBrowser.selectedTab = other;
        await gBrowser.prepareDiscardBrowser(tab);
        if (!gBrowser.discardBrowser(tab, true)) throw new Error('Firefox did not discard the tab');
        await new Promise((done) => setTimeout(done, 500));
        const url = tab.linkedBrowser.currentURI.spec;
        gBrowser.selectedTab = tab;
        gBrowser.removeTab(other);
        for (let tries = 0; tries < 100; tries++) {
          const { browsingContext, webProgress } = tab.linkedBrowser;
          if (browsingContext?.currentWindowGlobal?.documentURI.spec === url && !webProgress.isLoadingDocument) return;
          await new Promise((done) => setTimeout(done, 100));
        }
        throw new Error('the tab was not loaded again');`),
    moveTabToNewWindow: () =>
      marionette.chrome(`
        const { gBrowser, setTimeout } = Services.wm.getMostRecentWindow('navigator:browser');
        const tab = gBrowser.selectedTab;
        gBrowser.addTrustedTab('about:blank'); // a window's only tab cannot leave it
        const moved = gBrowser.replaceTabWithWindow(tab);
        for (let tries = 0; tries < 100; tries++) {
          if (Services.wm.getMostRecentWindow('navigator:browser') === moved && moved.gBrowserInit?.delayedStartupFinished) return;
          await new Promise((done) => setTimeout(done, 100));
        }
        throw new Error('no new window came');`),
    openSecondTab: (url) => openSecondTab(marionette, url, extensionId),
    reloadUnderDevtools: () =>
      marionette.chrome(
        `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        await (await AddonManager.getAddonByID(args[0])).reload();`,
        extensionId,
      ),
    reloadExtension: () =>
      marionette.chrome(
        `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        await (await AddonManager.getAddonByID(args[0])).reload();`,
        extensionId,
      ),
    setTheme: (theme) =>
      marionette.chrome(
        `Services.prefs.setStringPref('devtools.theme', args[0]);
        Services.prefs.setIntPref('ui.systemUsesDarkTheme', args[0] === 'dark' ? 1 : 0);`,
        theme,
      ),
    corsErrors: () => consoleVerdicts(marionette),
    keepRequests: () => keepRequests(marionette),
    har: () => exportHar(marionette),
    requests: async () => [],
    traffic: () => marionette.chrome(`return Services.wm.getMostRecentWindow('navigator:browser').corsLensTraffic;`),
    cpu: () =>
      marionette.chrome(`
        const { cpuTime, children } = await ChromeUtils.requestProcInfo();
        return children.reduce((sum, child) => sum + child.cpuTime, cpuTime) / 1e6;`),
    extensionCpu: () => marionette.chrome(`${EXTENSION_PROCESS} return extensions.cpuTime / 1e6;`),
    extensionBytes: () =>
      marionette.chrome(`
        Services.obs.notifyObservers(null, 'child-gc-request');
        Services.obs.notifyObservers(null, 'child-mmu-request');
        await new Promise((done) => Services.wm.getMostRecentWindow('navigator:browser').setTimeout(done, 2000));
        ${EXTENSION_PROCESS} return extensions.memory;`),
    forgetVerdicts: () => forgetConsole(marionette),
    resize: (width, height) =>
      marionette.chrome(
        // Its own least width is more than a DevTools that is docked at the side has.
        `const window = Services.wm.getMostRecentWindow('navigator:browser');
        window.document.documentElement.style.setProperty('min-width', '0', 'important');
        window.resizeTo(args[0], args[1]);`,
        width,
        height,
      ),
    ended: child.ended,
    async close() {
      await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
      marionette.close();
      await child.end(8000);
    },
  };
}
