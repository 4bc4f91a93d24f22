import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, openSession, type Session, waitFor } from './session.ts';

// What a user does with the list and sees of it, in the real panel: grouping, order, filter, keys, servers, settings.
describe.each(BROWSERS)('the list in %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession(name, { size: { width: 1400, height: 1000 } });
    // Loaded with DevTools open, so that the page load itself is recorded.
    await session.browser.goto(session.lab.url);
    await session.browser.evaluateInPage(`(async () => {
      const { api, remote } = lab.origins;
      const calls = [
        ...Array.from({ length: 5 }, (_, i) => fetch(api + '/storm/refused?n=' + i)),
        fetch(api + '/storm/slow?one'),
        fetch(remote + '/storm/slow?put', { method: 'PUT', headers: { 'X-Call': 'one' } }),
        fetch(remote + '/storm/refused?other', { method: 'PUT' }),
      ];
      await Promise.allSettled(calls);
    })()`);
    await session.report();
  }, 120_000);
  afterAll(() => session?.close());

  const ask = <T>(expression: string) => session.panel.evaluate<T>(expression);
  const text = (selector: string) =>
    ask<string>(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`);
  const count = (selector: string) => ask<number>(`document.querySelectorAll(${JSON.stringify(selector)}).length`);
  const until = (what: string, expression: string) => waitFor(what, () => ask<boolean>(expression));
  const press = async (...keys: string[]) => {
    for (const key of keys) await session.panel.press(key);
  };
  const shownIs = (number: number) =>
    until(`${number} rows`, `document.querySelectorAll('[data-testid=row], [data-testid=group]').length === ${number}`);

  // Reality: Firefox's DevTools open their split console with every Escape, whoever used it: there the other ways are taken.
  const leaveFilter = async () => {
    if (name === 'chromium') {
      await press('Escape');
      await until('the offers to go', `document.querySelector('[data-testid=filter-options]').hidden`);
      await press('Escape');
    } else {
      await session.panel.click('[data-testid=filter-clear]');
      await press('Enter');
    }
  };
  const closeDialog = async (dialog: string) => {
    if (name === 'chromium') await press('Escape');
    else await session.panel.click(`[data-testid=${dialog}-close]`);
    await until('the dialog to close', `!document.querySelector('[data-testid=${dialog}]')`);
  };

  it('says in one line how it stands, and shows identical failures as one row with a count, the worst first', async () => {
    expect(await text('[data-testid=summary]')).toMatch(/^8 calls, 2 servers, 6 blocked for 2 reasons/);
    expect(await count('[data-testid=page]')).toBe(1);
    const rows = await ask<string[]>(
      `[...document.querySelectorAll('[data-testid=row], [data-testid=group]')]
        .sort((a, b) => a.ariaRowIndex - b.ariaRowIndex).map((row) => row.dataset.verdict + ' ' + (row.dataset.count ?? 1))`,
    );
    expect(rows.toSorted()).toEqual(['allowed 1', 'allowed 1', 'blocked 1', 'blocked 5']);
    expect(rows.slice(0, 2).every((row) => row.startsWith('blocked'))).toBe(true);
  });

  it('opens a group with the mouse and with the keyboard, and leads from it to the fix', async () => {
    await session.panel.click('[data-testid=group] [data-testid=twisty]');
    await shownIs(9);
    expect(await text('[data-testid=group]')).toContain('5');
    await session.panel.click('[data-testid=group]');
    await until('the group’s explanation', `!!document.querySelector('[data-testid=detail]')`);
    expect(await text('[data-testid=detail]')).toMatch(/5 calls failed alike/);
    await press('ArrowLeft');
    await shownIs(4);
    await press('ArrowRight');
    await shownIs(9);
    await press('ArrowLeft');
    await session.panel.click('[data-testid=group] [data-testid=to-fix]');
    await until('the fix to have the focus', `document.activeElement?.closest('.fix') !== null`);
    await press(name === 'chromium' ? 'Escape' : 'x');
    await until('the overview', `!document.querySelector('[data-testid=detail]')`);
  });

  it('orders by time when asked to', async () => {
    const times = `[...document.querySelectorAll('[data-testid=row], [data-testid=group]')]
      .sort((a, b) => a.ariaRowIndex - b.ariaRowIndex).map((row) => row.dataset.verdict)`;
    const before = JSON.stringify(await ask<string[]>(times));
    await session.panel.click('[data-testid=order-time]');
    await until('the other order', `JSON.stringify(${times}) !== ${JSON.stringify(before)}`);
    await session.panel.click('[data-testid=order-worst]');
    await until('the first order', `JSON.stringify(${times}) === ${JSON.stringify(before)}`);
  });

  it('completes the filter from the keyboard, filters, and is emptied by Escape', async () => {
    const size = 'innerWidth + " × " + innerHeight';
    const room = await ask<string>(size);
    await press('/');
    await until('the filter to have the focus', `document.activeElement?.dataset.testid === 'filter'`);
    await session.panel.type('met');
    await until(
      'the field to be offered',
      `document.querySelector('[data-testid=filter-option]')?.textContent.startsWith('method:')`,
    );
    expect(await ask<string>(`document.activeElement.getAttribute('aria-expanded')`)).toBe('true');
    await press('ArrowDown', 'Enter');
    await until(
      'the values to be offered',
      `document.querySelector('[data-testid=filter]').value === 'method:' && document.querySelectorAll('[data-testid=filter-option]').length >= 2`,
    );
    await session.panel.type('PU');
    await until(
      'the value to be offered',
      `[...document.querySelectorAll('[data-testid=filter-option]')].map((option) => option.textContent).join() === 'method:PUT'`,
    );
    await press('ArrowDown');
    await until(
      'the value to be the active one',
      `document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent === 'method:PUT'`,
    );
    await press('Enter');
    await shownIs(2);
    expect(await text('[data-testid=summary]')).toMatch(/2 shown/);
    await session.panel.type('-is:a');
    await shownIs(1);
    await until('offers', `!document.querySelector('[data-testid=filter-options]').hidden`);
    await leaveFilter();
    await shownIs(4);
    expect(await ask<string>(`document.activeElement.dataset.testid`)).toBe('list');
    expect(await ask<string>(size), 'DevTools does not hear of an Escape that was used').toBe(room);
  });

  it('moves with j and k, explains with Enter, copies with c, helps with ?', async () => {
    await press('j');
    await until('a row to be chosen', `!!document.querySelector('[aria-selected=true][role=row]')`);
    const first = await ask<string>(`document.querySelector('[aria-selected=true][role=row]').dataset.id`);
    await press('j');
    await until(
      'the next row',
      `document.querySelector('[aria-selected=true][role=row]').dataset.id !== ${JSON.stringify(first)}`,
    );
    await press('k', 'Enter', 'c');
    await until('the copy to be told', `document.querySelector('.said').textContent.includes('Markdown')`);
    expect(await session.panel.readClipboard()).toMatch(/Access-Control-Allow-Origin/);
    await press('?');
    await until('the help', `document.querySelector('[data-testid=help]')?.open === true`);
    expect(await text('[data-testid=help]')).toContain('is:blocked');
    await closeDialog('help');
  });

  it('sums up each server: calls, preflights and their cost, policy, notes', async () => {
    await press('s');
    await until('the servers', `document.querySelectorAll('[data-testid=server]').length === 2`);
    const remote = await ask<string>(
      `[...document.querySelectorAll('[data-testid=server]')].find((row) => /2 preflights/.test(row.textContent))?.dataset.server ?? ''`,
    );
    expect(remote).not.toBe('');
    await session.panel.click(`[data-server="${remote}"] button`);
    await until('the policy', `!!document.querySelector('[data-testid=policy-preflight]')`);
    expect(await text('[data-testid=server-line]')).toMatch(/^2 calls; 2 preflights, \d+ ms in all, \d+ ms each/);
    expect(await text('[data-testid=policy-preflight]')).toContain('access-control-allow-origin');
    await session.panel.click('[data-testid=server-calls]');
    await shownIs(2);
    await session.panel.click('[data-testid=filter-clear]');
    await shownIs(4);
  });

  it('keeps settings and the filter when the panel is loaded anew', async () => {
    await session.panel.click('[data-testid=open-settings]');
    await until('the settings', `document.querySelector('[data-testid=settings]')?.open === true`);
    await session.panel.click('[data-testid=setting-column-type]');
    await session.panel.click('[data-testid=setting-column-origin]');
    await session.panel.click('[data-testid=setting-time-milliseconds]');
    await session.panel.click('[data-testid=setting-language-de]');
    await until('German', `document.documentElement.lang === 'de'`);
    await closeDialog('settings');
    await session.panel.click('[data-testid=order-time]');
    await session.panel.click('[data-testid=filter]');
    await session.panel.type('is:blocked');
    await until(
      'the filter to be stored',
      `(globalThis.browser ?? chrome).storage.session.get(null).then((all) => JSON.stringify(all).includes('is:blocked'))`,
    );
    await ask(`(document.documentElement.dataset.old = 'yes', setTimeout(() => location.reload(), 0), true)`);
    await waitFor('the panel to be back', () =>
      ask<boolean>(
        `document.documentElement.dataset.ready === 'true' && document.documentElement.lang === 'de' && !document.documentElement.dataset.old && document.querySelector('[data-testid=filter]')?.value === 'is:blocked'`,
      ),
    );
    const heads = await ask<string[]>(
      `[...document.querySelectorAll('[role=columnheader]')].map((cell) => cell.className)`,
    );
    expect(heads.some((head) => head.includes('cell-origin'))).toBe(false);
    expect(await ask<string>(`document.querySelector('[data-testid=order-time]').ariaPressed`)).toBe('true');
    expect(await text('[data-testid=summary]')).toMatch(/^8 Aufrufe, 2 Server, 6 blockiert/);
    expect(await text('.cell-time:not([role=columnheader])')).toMatch(/^(\d\d:\d\d:\d\d\.\d{3})?$/);
  });

  it('keeps no more calls than the limit, and says so', async () => {
    await session.panel.click('[data-testid=filter-clear]');
    await session.panel.click('[data-testid=open-settings]');
    await until('the settings', `document.querySelector('[data-testid=settings]')?.open === true`);
    await session.panel.click('[data-testid=settings-reset]');
    await until('English', `document.documentElement.lang === 'en'`);
    await session.panel.click('[data-testid=setting-limit]');
    await ask(`document.querySelector('[data-testid=setting-limit]').select()`);
    await session.panel.type('100');
    await press('Enter');
    await until('the limit to be taken', `document.querySelector('[data-testid=setting-limit]').value === '100'`);
    await closeDialog('settings');
    await session.browser.evaluateInPage(
      `Promise.all(Array.from({ length: 110 }, (_, i) => fetch(lab.origins.api + '/storm/slow?limit=' + i)))`,
    );
    await until('older calls to go', `corsLens.count() === 100`);
    await until(
      'the panel to say so',
      `/dropped: the log keeps 100/.test(document.querySelector('.dropped')?.textContent ?? '')`,
    );
  });

  it('shows cause and fix of the one failure without a click, also where there is no room beside the list', async () => {
    await session.panel.click('[data-testid=clear]');
    await until('an empty list', `corsLens.count() === 0`);
    await session.browser.evaluateInPage(`fetch(lab.origins.api + '/storm/refused').catch(() => {})`);
    await until('the explanation', `!!document.querySelector('[data-testid=detail] .fix')`);
    expect(await text('[data-testid=summary]')).toMatch(/^1 call, 1 server, 1 blocked for 1 reason/);
    expect(await text('[data-testid=detail]')).toContain('Access-Control-Allow-Origin');
    await session.browser.resize(500, 700);
    await until('the narrow layout', `!!document.querySelector('[data-testid=lead]')`);
    expect(await text('[data-testid=lead]')).toMatch(/\+ Access-Control-Allow-Origin: http/);
  });
});
