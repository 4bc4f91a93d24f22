import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, openSession, type Session, sleep, waitFor } from './session.ts';

// A fix is tried in the real page through the real panel: what is promised of its switch is what happens.
describe.each(BROWSERS)('trying a fix in %s', (name) => {
  let session: Session;
  const SCENARIO = 'methods-lacks-put';

  beforeAll(async () => {
    session = await openSession(name);
  }, 120_000);
  afterAll(() => session?.close());

  const url = () => `${session.lab.origins.api}/s/${SCENARIO}/call`;
  const put = (query = '') =>
    session.browser.evaluateInPage<string>(
      `fetch(${JSON.stringify(url() + query)}, { method: 'PUT' }).then(({ status }) => String(status), ({ name }) => name)`,
    );
  const shown = (selector: string) =>
    session.panel.evaluate<boolean>(`document.querySelector(${JSON.stringify(selector)}) !== null`);
  const state = () =>
    session.panel.evaluate<string>(
      `document.querySelector('[data-testid="trial-banner"]')?.dataset.state ??
        (document.querySelector('[data-testid="trial-ended"]') ? 'ended' : 'off')`,
    );
  const becomes = (wanted: string) => waitFor(`the trial to be ${wanted}`, async () => (await state()) === wanted);
  /** Opens the newest call to the scenario in the panel. */
  const select = async (query: string) => {
    await waitFor('the call to be listed', () =>
      session.panel.evaluate<boolean>(`(() => {
        const { exchanges } = JSON.parse(corsLens.report('json'));
        const found = exchanges.findLast(({ url, verdict }) => url.includes('${SCENARIO}/call') && url.includes('${query}') && verdict !== 'pending');
        if (!found) return false;
        corsLens.select(found.id);
        return true;
      })()`),
    );
  };
  const switchOn = async () => {
    await waitFor('the switch', () => shown('[data-testid="trial-switch"]'));
    // What is still being laid out moves away under a click, where the machine is busy.
    let clicked = 0;
    await waitFor('the trial to be on', async () => {
      const now = await state();
      if (now === 'on') return true;
      if (now !== 'starting' && Date.now() - clicked > 3_000) {
        clicked = Date.now();
        await session.panel.click('[data-testid="trial-switch"]');
      }
      return false;
    });
  };

  it('is blocked without, succeeds with, and is blocked again at once after it', async () => {
    expect(await put('?first')).toBe('TypeError');
    await select('?first');
    await switchOn();
    expect([await put('?under'), await put('?under')]).toEqual(['200', '200']);
    await session.panel.click('[data-testid="trial-off"]');
    await becomes('off');
    // The preflight's answer of the trial must not be in any cache.
    expect([await put('?late'), await put('?after')]).toEqual(['TypeError', 'TypeError']);
  });

  it('marks the calls that met it, and no others', async () => {
    await select('?under');
    await waitFor('the mark', () => shown('[data-testid="seen-under-trial"]'));
    await select('?after');
    await waitFor('no mark', async () => !(await shown('[data-testid="seen-under-trial"]')));
  });

  it('leaves another tab of the same site alone, and counts what it touched', async () => {
    await select('?after');
    await switchOn();
    expect(await put('?counted')).toBe('200');
    await waitFor('the count', () =>
      session.panel.evaluate<boolean>(`/1/.test(document.querySelector('[data-testid="trial-touched"]').textContent)`),
    );
    const other = await session.browser.inAnotherTab<string>(
      `${session.lab.url}blank`,
      `fetch(${JSON.stringify(`${url()}?other`)}, { method: 'PUT' }).then((r) => String(r.status), (e) => e.name)`,
    );
    expect(other).toBe('TypeError');
    expect(await put('?still')).toBe('200');
  });

  it('survives a reload of the page, which "Reload the page" makes', async () => {
    await session.browser.evaluateInPage("(document.documentElement.dataset.before = 'yes')");
    await session.panel.click('[data-testid="trial-reload"]');
    await waitFor('another document', async () => {
      const ready = "document.documentElement.dataset.before === undefined && document.readyState === 'complete'";
      return session.browser.evaluateInPage<boolean>(ready);
    });
    expect(await state()).toBe('on');
    expect(await put('?reloaded')).toBe('200');
  });

  it('ends with the background, whose rules go as well', async () => {
    await session.browser.stopBackground();
    await becomes('ended');
    await waitFor('the rules to go', async () => (await put('?lost')) === 'TypeError');
  });

  it('ends when the tab goes to another site', async () => {
    expect(await put('?elsewhere')).toBe('TypeError');
    await select('?elsewhere');
    await switchOn();
    expect(await put('?again')).toBe('200');
    const { page, remote } = session.lab.origins;
    await session.browser.goto(`${remote}/blank`);
    await becomes('ended');
    await session.browser.goto(`${page}/`);
    expect(await put('?back')).toBe('TypeError');
  });

  it('says plainly that an error status cannot be tried', async () => {
    await session.browser.evaluateInPage(`lab.run('preflight-405')`);
    await waitFor('the call', () =>
      session.panel.evaluate<boolean>(`(() => {
        const found = JSON.parse(corsLens.report('json')).exchanges.findLast(({ url, verdict }) => url.includes('preflight-405/call') && verdict === 'blocked');
        if (found) corsLens.select(found.id);
        return found !== undefined;
      })()`),
    );
    await waitFor('the reason', () => shown('[data-testid="trial-impossible"]'));
    expect(await shown('[data-testid="trial-switch"]')).toBe(false);
  });

  it('ends with DevTools', async () => {
    await put('?last');
    await select('?last');
    await switchOn();
    expect(await put('?last')).toBe('200');
    await session.browser.closeDevtools();
    await waitFor('the rules to go', async () => {
      await sleep(100);
      return (await put('?closed')) === 'TypeError';
    });
  });
});
