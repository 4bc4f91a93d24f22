import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, openSession, type Session, waitFor } from './session.ts';

// An exception anywhere on the way from the browser to the list is said where the list is, and what comes next is recorded.
describe.each(BROWSERS)('when CORS Lens itself fails in %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession(name);
  }, 120_000);
  afterAll(() => session?.close());

  const trouble = () =>
    session.panel.evaluate<string>(`document.querySelector('[data-testid="trouble"]')?.textContent ?? ''`);
  /** Sends a message that neither side ever makes, over the channel of recorder and panel. */
  const send = (message: string) =>
    session.panel.evaluate(`(() => {
      const { tabId } = (window.browser ?? window.chrome).devtools.inspectedWindow;
      new window.BroadcastChannel('cors-lens:' + tabId).postMessage(window.JSON.parse(${JSON.stringify(message)}));
    })()`);
  const call = (mark: string) =>
    session.browser.evaluateInPage(`fetch(lab.origins.api + '/storm/refused?${mark}').catch(() => {})`);
  const recorded = async (mark: string) => (await session.report(500)).exchanges.some(({ url }) => url.endsWith(mark));
  const clear = async () => {
    await session.panel.click('[data-testid="clear"]');
    await waitFor('the trouble to go', async () => (await trouble()) === '');
  };

  it('in the recorder: the panel says so, and recording goes on', async () => {
    await send('{"kind":"trial","trial":{},"reload":false}');
    expect(await waitFor('the panel to say so', trouble)).toMatch(
      /Calls may be missing or incomplete since .* because CORS Lens itself failed/,
    );
    await call('after-recorder');
    expect(await recorded('after-recorder')).toBe(true);
    await clear();
  });

  it('in the panel: it says so, and takes in what comes next', async () => {
    await send('{"kind":"changed","changed":[{"id":"broken","revision":1}],"removed":[],"dropped":0}');
    expect(await waitFor('the panel to say so', trouble)).toMatch(/because CORS Lens itself failed/);
    await call('after-panel');
    await clear();
    await call('after-clear');
    expect(await recorded('after-clear')).toBe(true);
  });

  // A program that drives Firefox speaks to the panel from outside its document: what it throws is not the panel's.
  if (name === 'chromium')
    it('where nobody caught it: an exception in a timer, a promise that is refused', async () => {
      for (const how of [
        "throw new Error('nobody caught this')",
        "void Promise.reject(new Error('nobody caught this'))",
      ]) {
        await session.panel.evaluate(`void setTimeout(() => { ${how}; })`);
        expect(await waitFor('the panel to say so', trouble)).toContain('nobody caught this');
        await clear();
      }
    });
});
