import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WebRequest } from 'webextension-polyfill';
import type { NetworkEvent } from '../../../src/capture/event.ts';
import { listen } from '../../../src/capture/listen.ts';

/**
 * A browser like Firefox, whose parent process hears of an extension's listeners, and the extension of its events, in the
 * order in which each was sent but late: what is on its way to a listener that goes meanwhile is lost.
 */
function lateBrowser() {
  type Listener = (details: object) => void;
  const KINDS = [
    'onBeforeRequest',
    'onSendHeaders',
    'onHeadersReceived',
    'onBeforeRedirect',
    'onResponseStarted',
    'onCompleted',
    'onErrorOccurred',
  ] as const;
  const here = new Set<Listener>();
  const inParent = new Map<string, Set<Listener>>(KINDS.map((kind) => [kind, new Set()]));
  const toParent: (() => void)[] = [];
  const toExtension: (() => void)[] = [];
  const event = (kind: string) => ({
    addListener(listener: Listener) {
      here.add(listener);
      toParent.push(() => inParent.get(kind)?.add(listener));
    },
    removeListener(listener: Listener) {
      here.delete(listener);
      toParent.push(() => inParent.get(kind)?.delete(listener));
    },
  });
  const drain = (queue: (() => void)[]) => {
    for (const message of queue.splice(0)) message();
  };
  return {
    webRequest: {
      ...Object.fromEntries(KINDS.map((kind) => [kind, event(kind)])),
      getSecurityInfo: () => Promise.resolve({}),
    } as unknown as WebRequest.Static,
    answered: () => new Promise<void>((resolve) => toParent.push(() => toExtension.push(resolve))),
    /** A request that one listener of each kind is told of. */
    request(requestId: string) {
      for (const kind of ['onBeforeRequest', 'onCompleted']) {
        for (const listener of inParent.get(kind) ?? []) {
          const details = { requestId, tabId: 7, frameId: 0, timeStamp: 1, url: 'https://a.test/', method: 'GET' };
          toExtension.push(
            () => here.has(listener) && listener({ ...details, type: 'xmlhttprequest', statusCode: 200 }),
          );
        }
      }
    },
    parentCatchesUp: () => drain(toParent),
    async extensionCatchesUp() {
      drain(toExtension);
      await vi.advanceTimersByTimeAsync(0);
    },
    listeners: () => here.size,
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const TAB = { kind: 'tabs', tabIds: [7], workers: false } as const;
const BOTH = ['start', 'complete'];

it('loses nothing and hears nothing twice while the browser is seconds behind', async () => {
  const browser = lateBrowser();
  const heard: NetworkEvent[] = [];
  const of = (id: string) => heard.filter(({ requestId }) => requestId === id).map(({ kind }) => kind);
  const listening = listen(browser.webRequest, { kind: 'everything' }, (event) => heard.push(event), browser.answered);
  browser.parentCatchesUp();
  listening.rescope(TAB);
  browser.request('old listeners only');
  await vi.advanceTimersByTimeAsync(5_000);
  await browser.extensionCatchesUp();
  browser.parentCatchesUp();
  browser.request('both');
  await browser.extensionCatchesUp();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(browser.listeners()).toBe(7);
  browser.parentCatchesUp();
  browser.request('new listeners only');
  await browser.extensionCatchesUp();
  expect([of('old listeners only'), of('both'), of('new listeners only')]).toEqual([BOTH, BOTH, BOTH]);
});

it('keeps listeners that are wanted again before they went', async () => {
  const browser = lateBrowser();
  const heard: NetworkEvent[] = [];
  const listening = listen(browser.webRequest, TAB, (event) => heard.push(event), browser.answered);
  listening.rescope({ ...TAB, tabIds: [] });
  listening.rescope(TAB);
  browser.parentCatchesUp();
  await browser.extensionCatchesUp();
  await vi.advanceTimersByTimeAsync(10_000);
  browser.parentCatchesUp();
  browser.request('a');
  await browser.extensionCatchesUp();
  expect(heard.map(({ kind }) => kind)).toEqual(BOTH);
  expect(browser.listeners()).toBe(7);
});

it('drops old listeners also when the browser does not answer the question', async () => {
  const browser = lateBrowser();
  const listening = listen(
    browser.webRequest,
    TAB,
    () => {},
    () => Promise.reject(new Error('no')),
  );
  listening.rescope({ ...TAB, tabIds: [] });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(browser.listeners()).toBe(0);
});
