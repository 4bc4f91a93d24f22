import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, openSession, type Session, waitFor } from './session.ts';

// Given to the browser by its driver: the panel's policy lets no page load it.
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CALLS = ['methods-lacks-put', 'put-ok', 'redirect-login', 'near-slash', 'origin-missing-error', 'refused'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly string[];
}

describe.each(BROWSERS)('everyone can use the panel in %s', (name) => {
  let session: Session;
  const show = <T>(expression: string) => session.panel.evaluate<T>(expression);
  const has = (selector: string) =>
    waitFor(selector, () => show<boolean>(`document.querySelector(${JSON.stringify(selector)}) !== null`));
  const click = async (selector: string) => {
    await has(selector);
    await session.panel.click(selector);
  };
  const select = async (id: string) => {
    await show(
      `corsLens.select(JSON.parse(corsLens.report('json')).exchanges.findLast(({ hops }) => hops[0].url.includes('/s/${id}/')).id)`,
    );
    await waitFor(`the detail of ${id}`, () =>
      show<boolean>(`document.querySelector('.detail-url')?.textContent.includes('/s/${id}/') === true`),
    );
  };

  /** All rules of WCAG 2.2 A and AA, and axe's own advice. */
  const violations = () =>
    show<readonly Violation[]>(`(async () => {
      if (!window.axe) { ${AXE}; if (!window.axe) window.axe = axe; }
      // A colour on its way to another is nobody's colour.
      await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})));
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 200) + ' ' + node.failureSummary) }));
    })()`);

  /** The views, each as what a user does to come to it and how to leave it. */
  const views: readonly (readonly [string, () => Promise<unknown>, (() => Promise<unknown>)?])[] = [
    ['the list with the reasons of blocking', () => has('[data-testid="row"]')],
    ['a blocked call', () => select('methods-lacks-put')],
    [
      'all headers of a call, every step open',
      async () => {
        await select('near-slash');
        await show(`document.querySelectorAll('.detail details').forEach((details) => { details.open = true; })`);
        await click('.card [aria-expanded="false"]');
      },
    ],
    ['an allowed call', () => select('put-ok')],
    ['a redirected call', () => select('redirect-login')],
    ['a call that failed for another reason', () => select('refused')],
    ['the servers', () => click('[data-testid="open-servers"]'), () => click('[data-testid="open-servers"]')],
    ['the settings', () => click('[data-testid="open-settings"]'), () => click('[data-testid="settings-close"]')],
    ['the help', () => click('[data-testid="open-help"]'), () => click('[data-testid="help-close"]')],
    [
      'a filter that nothing matches',
      async () => {
        await click('[data-testid="filter"]');
        await session.panel.type('zzz');
        await has('[data-testid="empty"]');
      },
      async () => {
        for (const _ of 'zzz') await session.panel.press('Backspace');
        await has('[data-testid="row"]');
      },
    ],
  ];
  const visit = async () => {
    const found: Record<string, readonly Violation[]> = {};
    for (const [view, come, leave] of views) {
      await come();
      const here = await violations();
      if (here.length > 0) found[view] = here;
      await leave?.();
    }
    return found;
  };

  beforeAll(async () => {
    session = await openSession(name, { panelHeight: 620 });
  });
  afterAll(() => session?.close());

  it('finds nothing to object to before the first call', async () => {
    await has('[data-testid="empty"]');
    expect(await violations()).toEqual([]);
  });

  it('finds nothing to object to in any view, in the light theme', async () => {
    await session.browser.evaluateInPage(`lab.runAll(${JSON.stringify(CALLS)})`);
    await session.report();
    expect(await visit()).toEqual({});
  });

  it('follows DevTools from light to dark and back while it is open, and finds nothing to object to in the dark', async () => {
    const ground = () => show<string>(`getComputedStyle(document.body).backgroundColor`);
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await session.browser.setTheme('dark');
    await waitFor('a dark ground', async () => (await ground()) === 'rgb(36, 37, 40)');
    expect(await visit()).toEqual({});
    await session.browser.setTheme('light');
    await waitFor('a light ground', async () => (await ground()) === 'rgb(255, 255, 255)');
  });

  it('keeps everything within 320 px, which is 1280 px at 400 %, and finds nothing to object to', async () => {
    // The panel in its own window is never so narrow in a test: its document is.
    await show(`document.documentElement.style.width = '320px'`);
    for (const id of ['methods-lacks-put', 'redirect-login']) {
      await select(id);
      const wide = await waitFor('a narrow layout', () =>
        show<string[]>(`(() => {
          if (document.querySelector('.panel').clientWidth !== 320) return null;
          const detail = document.querySelector('.detail');
          return detail.scrollWidth <= detail.clientWidth ? ['fits'] : [...detail.querySelectorAll('*')]
            .filter((element) => element.getBoundingClientRect().right > detail.getBoundingClientRect().right + 1)
            .map((element) => element.className || element.tagName);
        })()`),
      );
      expect(wide).toEqual(['fits']);
      expect(await violations()).toEqual([]);
    }
    await show(`document.documentElement.style.removeProperty('width')`);
  });
});
