import { setTimeout as sleep } from 'node:timers/promises';
import type { Panel } from './browser.ts';
import { type Cdp, evaluate } from './cdp.ts';
import { heapUsed } from './chromium-trace.ts';
import { cdpKey, type KeyStroke } from './keys.ts';
import { until } from './wait.ts';

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const targets = async (cdp: Cdp): Promise<readonly TargetInfo[]> =>
  (await cdp.send<{ targetInfos: readonly TargetInfo[] }>('Target.getTargets', { filter: [{}] })).targetInfos;

export const attach = async (cdp: Cdp, targetId: string): Promise<string> =>
  (await cdp.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })).sessionId;

/** DevTools' own document; a `tab` target repeats it. */
export const isFrontEnd = ({ type, url }: TargetInfo): boolean => type !== 'tab' && url.startsWith('devtools://');

/** The session of the DevTools front end that was opened with the page. */
export async function attachDevtools(cdp: Cdp): Promise<string> {
  const front = await until('DevTools to open', async () => (await targets(cdp)).find(isFrontEnd));
  return attach(cdp, front.targetId);
}

// DevTools' own module; its path is the same in every version since 2020.
const VIEWS = "import('./ui/legacy/legacy.js').then((m) => m.ViewManager.ViewManager.instance())";

/** Shows the extension's tab in DevTools; `title` is the tab's, `others` are documents that belong to other DevTools. */
export async function showPanel(
  cdp: Cdp,
  devtools: string,
  extensionId: string,
  title: string,
  others: ReadonlySet<string> = new Set(),
): Promise<Panel> {
  const key = `chrome-extension://${extensionId}${title}`;
  // The first calls may throw "Unable to create settings": DevTools is still starting.
  await until(`the DevTools tab ${title}`, () =>
    evaluate<boolean>(cdp, devtools, `${VIEWS}.then((views) => views.views.has(${JSON.stringify(key)}))`),
  );
  const asked = Date.now();
  await evaluate(cdp, devtools, `${VIEWS}.then((views) => views.showView(${JSON.stringify(key)})).then(() => true)`);
  const session = await until('the panel', () => attachPanel(cdp, extensionId, others), { every: 10 });
  const shownAfter = Date.now() - asked;

  const stroke = async (key: KeyStroke): Promise<void> => {
    await cdp.send('Input.dispatchKeyEvent', { type: key.text ? 'keyDown' : 'rawKeyDown', ...key }, session);
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }, session);
  };
  /** Reality: the focus goes back to a panel by way of the browser's own process, and a key that comes before it is lost. */
  const withFocusBack = async <T>(read: () => Promise<T>): Promise<T> => {
    const hasFocus = () => evaluate<boolean>(cdp, session, 'document.hasFocus()');
    const had = await hasFocus();
    const value = await read();
    if (had) await until('the panel to have the focus again', hasFocus);
    return value;
  };
  return {
    shownAfter,
    evaluate: (expression) => evaluate(cdp, session, expression),
    async click(selector) {
      const box = await evaluate<Box | null>(cdp, session, boxOf(selector));
      if (!box) throw new Error(`nothing matches ${selector} in the panel`);
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2, button: 'left', clickCount: 1 };
      await cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at }, session);
      // Reality: a panel that the click leaves behind, as for the Sources panel, may never acknowledge it.
      const released = cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at }, session);
      await Promise.race([released, sleep(2_000, null, { ref: false })]);
    },
    async chooseFile(selector, path) {
      const { result } = await cdp.send<{ result: { objectId?: string } }>(
        'Runtime.evaluate',
        { expression: `document.querySelector(${JSON.stringify(selector)})` },
        session,
      );
      if (result.objectId === undefined) throw new Error(`nothing matches ${selector} in the panel`);
      await cdp.send('DOM.setFileInputFiles', { files: [path], objectId: result.objectId }, session);
    },
    async type(text) {
      for (const character of text) await stroke(cdpKey(character));
    },
    press: (key) => stroke(cdpKey(key)),
    screenshot: () => panelScreenshot(cdp, devtools, extensionId),
    async hover(selector) {
      const box = await evaluate<Box | null>(cdp, session, boxOf(selector));
      if (!box) throw new Error(`nothing matches ${selector} in the panel`);
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at }, session);
    },
    heapUsed: () => heapUsed(cdp, session),
    readClipboard: () => withFocusBack(() => readClipboard(cdp, devtools)),
    readClipboardImage: () => withFocusBack(() => readClipboardImage(cdp, devtools)),
    async forceColors(on) {
      const features = [{ name: 'forced-colors', value: on ? 'active' : 'none' }];
      await cdp.send('Emulation.setEmulatedMedia', { features }, session);
    },
    async emulate({ print = false, reducedMotion = false }) {
      const features = [{ name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : '' }];
      await cdp.send('Emulation.setEmulatedMedia', { media: print ? 'print' : '', features }, session);
    },
    async zoom(factor) {
      await evaluate(cdp, devtools, 'InspectorFrontendHost.resetZoom()');
      await until('the zoom to be reset', () => evaluate(cdp, devtools, 'InspectorFrontendHost.zoomFactor() === 1'));
      // The steps are the browser's own.
      for (let at = 1; at < factor; ) {
        await evaluate(cdp, devtools, 'InspectorFrontendHost.zoomIn()');
        const before = at;
        at = await until('a larger panel', async () => {
          const now = await evaluate<number>(cdp, devtools, 'InspectorFrontendHost.zoomFactor()');
          return now > before ? now : null;
        });
      }
    },
  };
}

/** The extension's devtools page is an iframe target too: the panel is the one that DevTools shows. */
async function attachPanel(cdp: Cdp, extensionId: string, others: ReadonlySet<string>): Promise<string | null> {
  const origin = `chrome-extension://${extensionId}/`;
  for (const target of await targets(cdp)) {
    if (target.type !== 'iframe' || !target.url.startsWith(origin) || others.has(target.targetId)) continue;
    const session = await attach(cdp, target.targetId);
    const ready = await evaluate<boolean>(
      cdp,
      session,
      "document.readyState === 'complete' && innerWidth > 0 && innerHeight > 0",
    ).catch(() => false);
    if (ready) return session;
    await cdp.send('Target.detachFromTarget', { sessionId: session }).catch(() => {});
  }
  return null;
}

const boxOf = (selector: string): string => `(() => {
  const element = document.querySelector(${JSON.stringify(selector)});
  if (!element) return null;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
})()`;

/** A frame's own session cannot take a picture: DevTools' is cut to where the frame stands. */
async function panelScreenshot(cdp: Cdp, devtools: string, extensionId: string): Promise<Buffer> {
  const clip = await evaluate<Box | null>(
    cdp,
    devtools,
    `(() => {
      const frames = [];
      const walk = (root) => {
        for (const element of root.querySelectorAll('*')) {
          if (element instanceof HTMLIFrameElement && element.src.startsWith('chrome-extension://${extensionId}/')) frames.push(element);
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document);
      const boxes = frames.map((frame) => frame.getBoundingClientRect()).filter((box) => box.width > 1 && box.height > 1);
      if (boxes.length === 0) return null;
      const { x, y, width, height } = boxes[0];
      return { x, y, width, height };
    })()`,
  );
  if (!clip) throw new Error('the panel is not shown in DevTools');
  return screenshot(cdp, devtools, clip);
}

export async function screenshot(cdp: Cdp, session: string, clip?: Box): Promise<Buffer> {
  const parameters = clip ? { clip: { ...clip, scale: 1 } } : {};
  const { data } = await cdp.send<{ data: string }>('Page.captureScreenshot', parameters, session);
  return Buffer.from(data, 'base64');
}

const paste = async (cdp: Cdp, devtools: string): Promise<void> => {
  const stroke = { key: 'v', code: 'KeyV', windowsVirtualKeyCode: 86, modifiers: 2 };
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: ['paste'], ...stroke }, devtools);
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke }, devtools);
};

/** Pastes into a scratch element of DevTools' own document and takes the file that comes with the event. */
async function readClipboardImage(cdp: Cdp, devtools: string): Promise<Buffer | null> {
  await evaluate(
    cdp,
    devtools,
    `(() => {
      const area = document.createElement('div');
      area.contentEditable = 'true';
      globalThis.corsLensFocus = document.activeElement;
      globalThis.corsLensImage = new Promise((done) => area.addEventListener('paste', (event) => {
        event.preventDefault();
        const file = [...event.clipboardData.files].find(({ type }) => type === 'image/png');
        if (!file) return done(null);
        const reader = new FileReader();
        reader.onload = () => done(reader.result.split(',')[1]);
        reader.readAsDataURL(file);
      }));
      globalThis.corsLensArea = area;
      document.body.append(area);
      area.focus();
    })()`,
  );
  await paste(cdp, devtools);
  const base64 = await evaluate<string | null>(
    cdp,
    devtools,
    `corsLensImage.finally(() => { corsLensArea.remove(); globalThis.corsLensFocus?.focus?.(); })`,
  );
  return base64 === null ? null : Buffer.from(base64, 'base64');
}

/** Pastes into a scratch text area of DevTools' own document, which needs no permission; the focus goes back after it. */
async function readClipboard(cdp: Cdp, devtools: string): Promise<string> {
  await evaluate(
    cdp,
    devtools,
    `(() => {
      const area = document.createElement('textarea');
      area.id = 'cors-lens-clipboard';
      globalThis.corsLensFocus = document.activeElement;
      document.body.append(area);
      area.focus();
    })()`,
  );
  await paste(cdp, devtools);
  return evaluate<string>(
    cdp,
    devtools,
    `(() => {
      const area = document.getElementById('cors-lens-clipboard');
      const text = area.value;
      area.remove();
      globalThis.corsLensFocus?.focus?.();
      return text;
    })()`,
  );
}
