import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sizePanel, type Visit, visitOf } from '../views/visit.ts';
import { BROWSERS, openSession, type Session } from './session.ts';

// The real panel as people need it who enlarge it, who print it, who bear no motion.
describe.each(BROWSERS)('other ways to look at the panel in %s', (name) => {
  let session: Session;
  let visit: Visit;
  beforeAll(async () => {
    session = await openSession(name, { size: { width: 1280, height: 900 }, panelHeight: 2000 });
    visit = visitOf(session);
    await session.browser.evaluateInPage(
      `lab.runAll(['put-ok', 'near-slash', 'redirect-login', 'methods-lacks-put']).then(() => true)`,
    );
    await session.report();
  }, 120_000);
  afterAll(() => session?.close());

  /** What lies across the panel's edges, or is wider than what it stands in without scrolling there. */
  const cutOff = () =>
    visit.ask<readonly string[]>(`(() => {
      const told = (element, what) => what + ': ' + element.outerHTML.slice(0, 160);
      const root = document.documentElement;
      const found = root.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth ? ['the panel scrolls sideways'] : [];
      for (const element of document.querySelectorAll('button, input, select, textarea, a, summary, h2, h3, p, svg.picture-svg, dialog')) {
        if (element.closest('[inert]') || !element.checkVisibility({ visibilityProperty: true })) continue;
        const { left, right, width, height } = element.getBoundingClientRect();
        // Words for those who hear the panel alone are a pixel wide.
        if (width <= 1 || height <= 1 || element.closest('.unseen, .offscreen, .is-compact .list-head')) continue;
        if (left < -1 || right > innerWidth + 1) found.push(told(element, 'beyond the edge'));
      }
      for (const pane of document.querySelectorAll('.detail, .bench-side, .dialog, .toolbar, .summary')) {
        if (pane.scrollWidth > pane.clientWidth + 1) found.push(told(pane, 'scrolls sideways'));
      }
      return found;
    })()`);

  const dialogs: readonly (readonly [string, () => Promise<unknown>, () => Promise<unknown>])[] = (
    ['settings', 'help'] as const
  ).map((dialog) => [
    dialog,
    () => visit.click(`[data-testid="open-${dialog}"]`),
    async () => {
      await visit.click(`[data-testid="${dialog}-close"]`);
      await visit.gone('dialog');
    },
  ]);

  it('loses nothing at 200 %, and scrolls down alone', async () => {
    // At the side of a screen of 1280 pixels, enlarged twice.
    await sizePanel(session, { width: 860, height: 760 });
    const usual = await visit.ask<number>('innerWidth');
    await session.panel.zoom(2);
    await visit.until('the enlarged panel', `innerWidth <= ${usual} / 2 && innerWidth >= 400`);
    for (const scenario of ['methods-lacks-put', 'redirect-login', 'near-slash']) {
      await visit.explain(scenario);
      await visit.ask(`document.querySelectorAll('.detail details').forEach((details) => { details.open = true; })`);
      expect(await cutOff(), scenario).toEqual([]);
    }
    for (const [dialog, open, close] of dialogs) {
      await open();
      await visit.has('dialog[open]');
      expect(await cutOff(), dialog).toEqual([]);
      await close();
    }
    await visit.click('[data-testid="hand-over-call"]');
    await visit.has('[data-testid="preview"]:not(:empty)');
    expect(await cutOff(), 'hand over').toEqual([]);
    await visit.click('[data-testid="hand-over-close"]');
    await visit.gone('dialog');
    await visit.click('[data-testid="open-what-if"]');
    await visit.has('[data-testid="what-if-verdict"]');
    expect(await cutOff(), 'what if').toEqual([]);
    await visit.click('[data-testid="bench-close"]');
    await session.panel.zoom(1);
    await visit.until('the usual size', `innerWidth === ${usual}`);
  }, 90_000);

  it('prints the explanation of the call alone, all of it, in dark ink', async () => {
    await sizePanel(session, { width: 1280, height: 560 });
    await session.browser.setTheme('dark');
    await visit.explain('methods-lacks-put');
    await session.panel.emulate({ print: true });
    await visit.until('paper', `matchMedia('print').matches`);
    const paper = await visit.ask<Record<string, unknown>>(`(() => {
      const shown = (selector) => [...document.querySelectorAll(selector)].some((element) => element.checkVisibility());
      const detail = document.querySelector('.detail');
      const lightness = (colour) => Math.max(...colour.match(/\\d+/g).slice(0, 3).map(Number));
      return {
        around: ['.toolbar', '.list', '.divider', '.detail .button', '.detail .check'].filter(shown),
        told: ['.detail-url', '.sentence', '.fix .change-list', '.picture-svg', '.messages', '.steps'].filter((part) => !shown(part)),
        cut: [...document.querySelectorAll('html, body, #root, .panel, .split, .pane-detail, .detail')]
          .filter((element) => getComputedStyle(element).overflowY !== 'visible' || element.getBoundingClientRect().height < detail.scrollHeight - 1)
          .map((element) => element.className || element.tagName),
        ink: lightness(getComputedStyle(document.querySelector('.sentence')).color) < 80,
        sideways: detail.scrollWidth > detail.clientWidth,
      };
    })()`);
    await session.panel.emulate({});
    await session.browser.setTheme('light');
    expect(paper).toEqual({ around: [], told: [], cut: [], ink: true, sideways: false });
  });

  it('moves nothing for those who asked for that', async () => {
    const moving = `[...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
    }).length`;
    expect(await visit.ask<number>(moving)).toBeGreaterThan(0);
    await session.panel.emulate({ reducedMotion: true });
    await visit.until('little motion', `matchMedia('(prefers-reduced-motion: reduce)').matches`);
    expect(await visit.ask<number>(moving)).toBe(0);
    await session.panel.emulate({});
  });
});
