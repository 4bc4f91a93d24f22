import type { Panel } from './browser.ts';
import { webdriverKeys } from './keys.ts';
import type { Marionette } from './marionette.ts';

/** Runs in the browser's own window; names its toolbox there. `TOOL` stands for what the toolbox is to show. */
export const TOOLBOX = `
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const until = async (what, find) => {
    const end = Date.now() + 20000;
    for (;;) {
      const value = find();
      if (value) return value;
      if (Date.now() > end) throw new Error('timed out waiting for ' + what);
      await new Promise((resolve) => window.setTimeout(resolve, 10));
    }
  };
  const toolbox = await gDevTools.showToolboxForTab(window.gBrowser.selectedTab, TOOL);
`;

export const openToolbox = (marionette: Marionette): Promise<void> =>
  marionette.chrome(TOOLBOX.replace('TOOL', "{ toolId: 'webconsole' }"));

export const closeToolbox = (marionette: Marionette): Promise<void> =>
  marionette.chrome(`
    const window = Services.wm.getMostRecentWindow('navigator:browser');
    const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
    await require('devtools/client/framework/devtools').gDevTools.closeToolboxForTab(window.gBrowser.selectedTab);
  `);

/** Shows the extension's tab in the toolbox of the selected tab. */
export async function showPanel(marionette: Marionette, extensionId: string): Promise<Panel> {
  const shownAfter = await marionette.chrome<number>(
    `${TOOLBOX.replace('TOOL', "{ toolId: 'webconsole' }")}
    const tool = await until('the extension’s tab', () =>
      toolbox.getAdditionalTools().find((tool) => tool.extensionId === args[0]));
    const asked = Date.now();
    await toolbox.selectTool(tool.id);
    const find = () => toolbox.doc.getElementById('toolbox-panel-iframe-' + tool.id)
      ?.contentDocument?.getElementById('webext-panels-browser');
    window.corsLensPanel = await until('the panel', () => {
      const browser = find();
      const loaded = browser?.browsingContext?.currentWindowGlobal?.documentURI?.spec.startsWith('moz-extension:');
      return loaded && !browser.webProgress?.isLoadingDocument ? browser : null;
    });
    return Date.now() - asked;`,
    extensionId,
  );
  const evaluate = <T>(expression: string): Promise<T> => evaluateInPanel(marionette, expression);
  const perform = async (actions: readonly unknown[]): Promise<void> => {
    await marionette.inContext('chrome', async () => {
      await marionette.send('WebDriver:PerformActions', { actions });
      await marionette.send('WebDriver:ReleaseActions');
    });
    await marionette.chrome(PANEL_HAS_PAINTED);
  };
  const point = async (selector: string, then: readonly unknown[]): Promise<void> => {
    const inPanel = await evaluate<{ x: number; y: number; ratio: number } | null>(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      if (!element) return null;
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2, ratio: devicePixelRatio };
    })()`);
    if (!inPanel) throw new Error(`nothing matches ${selector} in the panel`);
    const panel = await marionette.chrome<{ x: number; y: number; ratio: number }>(PANEL_POSITION);
    // Of an enlarged panel's own pixels, fewer go into one of the window's.
    const zoom = inPanel.ratio / panel.ratio;
    const [x, y] = [Math.round(panel.x + inPanel.x * zoom), Math.round(panel.y + inPanel.y * zoom)];
    const move = { type: 'pointerMove', x, y, origin: 'viewport', duration: 0 };
    await perform([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [move, ...then] }]);
  };
  return {
    shownAfter,
    evaluate,
    async click(selector) {
      await point(selector, [
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]);
    },
    hover: (selector) => point(selector, []),
    chooseFile: (selector, path) => chooseFile(marionette, selector, path),
    type: (text) => perform([{ type: 'key', id: 'keys', actions: [...text].flatMap((key) => webdriverKeys(key)) }]),
    press: (key) => perform([{ type: 'key', id: 'keys', actions: webdriverKeys(key) }]),
    screenshot: () => panelScreenshot(marionette),
    readClipboard: () => marionette.chrome<string>(READ_CLIPBOARD),
    // The clipboard of a headless Firefox keeps text alone.
    readClipboardImage: async () => null,
    forceColors: (on) =>
      marionette.chrome(`Services.prefs.setIntPref('browser.display.document_color_use', args[0] ? 2 : 0);`, on),
    emulate: ({ print = false, reducedMotion = false }) =>
      marionette.chrome(
        `Services.wm.getMostRecentWindow('navigator:browser').corsLensPanel.browsingContext.mediumOverride = args[0];
        Services.prefs.setIntPref('ui.prefersReducedMotion', args[1]);`,
        print ? 'print' : '',
        reducedMotion ? 1 : 0,
      ),
    zoom: (factor) =>
      marionette.chrome(
        `${TOOLBOX.replace('TOOL', '{}')}
        toolbox.win.browsingContext.fullZoom = args[0];`,
        factor,
      ),
  };
}

/** The panel's document stands in frames of frames of the browser's window. */
const PANEL_POSITION = `
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  let [x, y] = [0, 0];
  for (let element = window.corsLensPanel; element; ) {
    const box = element.getBoundingClientRect();
    const within = element.ownerDocument.defaultView;
    x += (box.x * within.devicePixelRatio) / window.devicePixelRatio;
    y += (box.y * within.devicePixelRatio) / window.devicePixelRatio;
    element = within === window ? null : within.browsingContext.embedderElement;
  }
  return { x, y, ratio: window.devicePixelRatio };`;

/**
 * Reality: Marionette answers when the browser's own process has sent the keys, and what is asked of the panel next may
 * overtake them. They come before its next frames. A panel that is hidden or gone by then draws none.
 */
const PANEL_HAS_PAINTED = `
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const manager = window.corsLensPanel.messageManager, name = 'cors-lens:' + Math.random();
  return new Promise((done) => {
    const end = () => {
      window.clearTimeout(enough);
      manager?.removeMessageListener(name, end);
      done();
    };
    const enough = window.setTimeout(end, 300);
    manager?.addMessageListener(name, end);
    const script = '(' + ((name) => {
      content.requestAnimationFrame(() => content.requestAnimationFrame(() => sendAsyncMessage(name)));
    }) + ')(' + JSON.stringify(name) + ')';
    manager?.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
  });`;

const READ_CLIPBOARD = `
  const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
  transferable.init(null);
  transferable.addDataFlavor('text/plain');
  Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
  const data = {};
  try { transferable.getTransferData('text/plain', data); } catch { return ''; }
  return data.value.QueryInterface(Ci.nsISupportsString).data;`;

/** The panel's CSP forbids eval: a sandbox of the panel's own principal with its window as prototype stands in for it. */
const evaluateInPanel = <T>(marionette: Marionette, expression: string): Promise<T> =>
  marionette.chrome<T>(
    `const panel = Services.wm.getMostRecentWindow('navigator:browser').corsLensPanel;
    const manager = panel.messageManager, name = 'cors-lens:' + Math.random();
    return new Promise((done, failed) => {
      manager.addMessageListener(name, function answer({ data }) {
        manager.removeMessageListener(name, answer);
        if (data.error !== undefined) failed(new Error(data.error));
        else done(data.json === undefined ? undefined : JSON.parse(data.json));
      });
      const script = '(' + ((name, expression) => {
        const sandbox = Cu.Sandbox(content.document.nodePrincipal, { sandboxPrototype: content, wantXrays: false });
        const run = '(async () => JSON.stringify(await (' + expression + ')))()';
        try {
          Cu.evalInSandbox(run, sandbox).then(
            (json) => sendAsyncMessage(name, { json }),
            (error) => sendAsyncMessage(name, { error: String(error) }),
          );
        } catch (error) {
          sendAsyncMessage(name, { error: String(error) });
        }
      }) + ')(' + JSON.stringify(name) + ',' + JSON.stringify(args[0]) + ')';
      manager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
    });`,
    expression,
  );

async function panelScreenshot(marionette: Marionette): Promise<Buffer> {
  const base64 = await marionette.chrome<string>(`
    const window = Services.wm.getMostRecentWindow('navigator:browser');
    const shown = window.corsLensPanel.browsingContext.currentWindowGlobal;
    // The panel's document may be transparent: DevTools' own background shows through.
    const dark = window.matchMedia('(prefers-color-scheme: dark)').matches
      || Services.prefs.getStringPref('devtools.theme') === 'dark';
    const image = await shown.drawSnapshot(null, 1, dark ? 'rgb(35,35,38)' : 'rgb(255,255,255)');
    const canvas = window.document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1];`);
  return Buffer.from(base64, 'base64');
}

/** A page cannot make a file from a path; a frame script in the panel's process can. */
const chooseFile = (marionette: Marionette, selector: string, path: string): Promise<void> =>
  marionette.chrome(
    `const panel = Services.wm.getMostRecentWindow('navigator:browser').corsLensPanel;
    const manager = panel.messageManager, name = 'cors-lens:' + Math.random();
    return new Promise((done, failed) => {
      manager.addMessageListener(name, function answer({ data }) {
        manager.removeMessageListener(name, answer);
        if (data.error === undefined) done();
        else failed(new Error(data.error));
      });
      const script = '(' + (async (name, selector, path) => {
        try {
          Cu.importGlobalProperties(['File']);
          const input = content.document.querySelector(selector);
          if (!input) throw new Error('nothing matches ' + selector + ' in the panel');
          input.mozSetFileArray([await File.createFromFileName(path)]);
          input.dispatchEvent(new content.Event('input', { bubbles: true }));
          input.dispatchEvent(new content.Event('change', { bubbles: true }));
          sendAsyncMessage(name, {});
        } catch (error) {
          sendAsyncMessage(name, { error: String(error) });
        }
      }) + ')(' + [name, ...args].map((arg) => JSON.stringify(arg)).join() + ')';
      manager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
    });`,
    selector,
    path,
  );
