import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Panel } from '../../scripts/browsers/browser.ts';
import { BROWSERS, openSession, type Report, type Session, sleep, waitFor } from './session.ts';

// What happens to tabs, DevTools and the extension while something is recorded: nothing is lost in silence.
describe.each(BROWSERS)('recording goes on in %s', (name) => {
  let session: Session;
  let panel: Panel;
  beforeAll(async () => {
    session = await openSession(name);
    panel = session.panel;
  }, 120_000);
  afterAll(() => session?.close());

  const path = (mark: string) => `/storm/refused?${mark}`;
  const call = (mark: string, tab: Pick<Session['browser'], 'evaluateInPage'> = session.browser) =>
    tab.evaluateInPage(`fetch('${session.lab.origins.api}${path(mark)}').then(() => 'ok', () => 'refused')`);
  const marks = async (of: Pick<Panel, 'evaluate'>) => {
    const report = JSON.parse(await of.evaluate<string>("corsLens.report('json')")) as Report;
    return report.exchanges.map(({ url }) => new URL(url).search.slice(1));
  };
  /** Once the call with this mark is there, and nothing more has come for a moment. */
  const seen = async (mark: string, of: Pick<Panel, 'evaluate'> = panel) => {
    await waitFor(`the call ${mark}`, async () => (await marks(of)).includes(mark), 20_000);
    await sleep(700);
    return marks(of);
  };
  const showPanel = async () => {
    panel = await session.browser.openPanel();
    await waitFor('the panel', () => panel.evaluate<boolean>("document.documentElement.dataset.ready === 'true'"));
    await sleep(500); // a devtools page that has just begun listens some moments later
  };
  const reopen = async () => {
    await session.browser.openDevtools();
    await showPanel();
  };

  it('when DevTools is closed and opened again: anew, each call once; and meanwhile nobody listens', async () => {
    await call('before');
    await seen('before');
    await session.browser.closeDevtools();
    await sleep(5_000); // by then the background has let go of what it listened to
    // Reality: Firefox wakes the background once more; that start then listens to nothing.
    for (let turn = 0; turn < (name === 'firefox' ? 2 : 1); turn++) {
      if (await session.browser.backgroundRuns()) await session.browser.stopBackground();
      await call('closed');
      await sleep(1_500);
    }
    expect(await session.browser.backgroundRuns(), 'a call in a tab without DevTools started the background').toBe(
      false,
    );
    await reopen();
    await call('again');
    expect(await seen('again')).toEqual(['again']);
  }, 120_000);

  it('when the page’s process crashes and the page is loaded again', async () => {
    await session.browser.crashPage();
    await session.browser.goto(session.lab.url);
    await showPanel();
    await call('after-crash');
    expect((await seen('after-crash')).filter((mark) => mark === 'after-crash')).toHaveLength(1);
  }, 120_000);

  it('when the browser unloads the tab to save memory, and the user comes back to it', async () => {
    await session.browser.discardTab();
    await reopen();
    await call('after-discard');
    // Reality: both browsers close the DevTools of a tab that they unload, and its recording goes with them.
    expect(await seen('after-discard')).toEqual(['after-discard']);
  }, 120_000);

  it('in two tabs with DevTools each, without mixing them', async () => {
    const other = await session.browser.openSecondTab(session.lab.url);
    const otherPanel = await other.openPanel();
    await waitFor('the second panel', () =>
      otherPanel.evaluate<boolean>("document.documentElement.dataset.ready === 'true'"),
    );
    await sleep(500);
    await Promise.all([0, 1, 2, 3].map((n) => call(`other-${n}`, other)));
    await call('mine');
    const [mine, theirs] = [await seen('mine'), await seen('other-3', otherPanel)];
    expect(mine.filter((mark) => mark.startsWith('other'))).toEqual([]);
    expect(theirs.toSorted()).toEqual(['other-0', 'other-1', 'other-2', 'other-3']);
    await other.close();
    await call('alone');
    expect(await seen('alone')).toContain('alone');
  }, 120_000);

  it('when the extension is loaded anew under open DevTools', async () => {
    await session.browser.reloadUnderDevtools();
    await sleep(2_000);
    // Reality: Chromium closes the DevTools that showed it; Firefox puts the new panel in the old one's place.
    await reopen();
    await session.browser.goto(session.lab.url);
    await call('after-reload');
    expect(await seen('after-reload')).toEqual(['after-reload']);
  }, 120_000);

  it('when the tab moves to another window', async () => {
    await panel.evaluate("document.documentElement.dataset.same = 'yes'");
    await session.browser.moveTabToNewWindow();
    await call('moved');
    await showPanel();
    // Reality: Firefox 153 opens DevTools anew in the other window.
    const same = await panel.evaluate<boolean>("document.documentElement.dataset.same === 'yes'");
    await call('after-move');
    const list = await seen('after-move');
    expect(list.filter((mark) => mark === 'after-move')).toHaveLength(1);
    if (same) expect(list.filter((mark) => mark === 'moved')).toHaveLength(1);
    expect(same).toBe(name === 'chromium');
  }, 120_000);

  it('when the process of the extension crashes and DevTools is opened again', async () => {
    await session.browser.crashExtension();
    await session.browser.closeDevtools();
    await reopen();
    await call('after-extension-crash');
    expect(await seen('after-extension-crash')).toEqual(['after-extension-crash']);
  }, 120_000);
});
