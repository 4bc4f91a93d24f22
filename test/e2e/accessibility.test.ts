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
  let recorded: Promise<unknown> | undefined;
  /** Has the page make its calls, once: the first test wants none. */
  const record = () => {
    recorded ??= session.browser.evaluateInPage(`lab.runAll(${JSON.stringify(CALLS)})`).then(() => session.report());
    return recorded;
  };
  const select = async (id: string) => {
    await record();
    await show(
      `corsLens.select(JSON.parse(corsLens.report('json')).exchanges.findLast(({ hops }) => hops[0].url.includes('/s/${id}/')).id)`,
    );
    await waitFor(`the detail of ${id}`, () =>
      show<boolean>(`document.querySelector('.detail-url')?.textContent.includes('/s/${id}/') === true`),
    );
  };

  const closeDialog = async (dialog: string) => {
    await click(`[data-testid="${dialog}-close"]`);
    await waitFor('no dialog', () => show<boolean>(`document.querySelector('dialog') === null`));
  };

  /** All rules of WCAG 2.2 A and AA, and axe's own advice. */
  const violations = (rules?: readonly string[]) =>
    show<readonly Violation[]>(`(async () => {
      if (!window.axe) { ${AXE}; if (!window.axe) window.axe = axe; }
      // A colour on its way to another is nobody's colour.
      await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})));
      const { violations } = await window.axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) })});
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
    ['the settings', () => click('[data-testid="open-settings"]'), () => closeDialog('settings')],
    ['the help', () => click('[data-testid="open-help"]'), () => closeDialog('help')],
    [
      'the hand-over of a call, with its preview',
      async () => {
        await select('methods-lacks-put');
        await click('[data-testid="hand-over-call"]');
        await has('[data-testid="preview"]');
      },
      () => closeDialog('hand-over'),
    ],
    [
      'what if',
      async () => {
        await select('methods-lacks-put');
        await click('[data-testid="open-what-if"]');
        await has('[data-testid="what-if"]');
      },
      () => click('[data-testid="bench-close"]'),
    ],
    [
      'the policy of a server',
      async () => {
        await select('methods-lacks-put');
        await click('[data-testid="open-policy"]');
        await has('[data-testid="bench-close"]');
      },
      () => click('[data-testid="bench-close"]'),
    ],
    ['the lessons', () => click('[data-testid="open-lessons"]'), () => click('[data-testid="lesson-close"]')],
    [
      'the table of contents of the lessons',
      () => click('[data-testid="open-lessons"]'),
      () => click('[data-testid="lesson-close"]'),
    ],
    [
      'a lesson with its example',
      async () => {
        await select('methods-lacks-put');
        await click('.learn-cause [data-testid="learn"]');
        await has('.lesson pre');
      },
      () => click('[data-testid="lesson-close"]'),
    ],
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
  const visit = async (rules?: readonly string[]) => {
    await record();
    const found: Record<string, readonly Violation[]> = {};
    for (const [view, come, leave] of views) {
      await come();
      const here = await violations(rules);
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
    expect(await visit()).toEqual({});
  }, 120_000);

  it('follows DevTools from light to dark and back while it is open, and finds nothing to object to in the dark', async () => {
    const ground = () => show<string>(`getComputedStyle(document.body).backgroundColor`);
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await session.browser.setTheme('dark');
    await waitFor('a dark ground', async () => (await ground()) === 'rgb(36, 37, 40)');
    // Nothing but colours differs from the light theme.
    expect(await visit(['color-contrast', 'link-in-text-block'])).toEqual({});
    await session.browser.setTheme('light');
    await waitFor('a light ground', async () => (await ground()) === 'rgb(255, 255, 255)');
  }, 120_000);

  it('leads the keyboard through a call in the order of reading, always to be seen', async () => {
    await select('near-slash');
    await click('[data-testid="filter"]');
    const stops: { readonly name: string; readonly order: number; readonly seen: boolean }[] = [];
    for (let stop = 0; stop < 80; stop++) {
      await session.panel.press('Tab');
      const here = await show<(typeof stops)[number] | null>(`(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        // A list with an active row shows the focus there.
        const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '') ?? element;
        const { outlineStyle, outlineWidth } = getComputedStyle(active);
        const box = element.getBoundingClientRect();
        return {
          name: element.closest('.header-name') ? element.textContent : element.dataset.testid ?? element.getAttribute('aria-label') ?? element.textContent,
          order: [...document.querySelectorAll('*')].indexOf(element),
          // A check box draws its own ring.
          seen: (element.type === 'checkbox' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1))
            && box.bottom > 0 && box.top < innerHeight,
        };
      })()`);
      if (here === null || here.order < (stops.at(-1)?.order ?? 0)) break;
      stops.push(here);
    }
    const names = stops.map((stop) => stop.name);
    expect(names.slice(0, 1)).not.toEqual(['filter']);
    for (const wanted of ['list', 'copy-call-markdown', 'copy-svg', 'copy-png', 'Access-Control-Allow-Origin']) {
      expect(names).toContain(wanted);
    }
    expect(names.indexOf('list')).toBeLessThan(names.indexOf('copy-svg'));
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
  });

  it('stays told apart by shape with the few colours of a person’s own choice', async () => {
    await select('methods-lacks-put');
    await session.panel.forceColors(true);
    await waitFor('forced colours', () => show<boolean>(`matchMedia('(forced-colors: active)').matches`));
    const drawn = await show<{ text: string; ground: string; sign: string; dashed: number }>(`(() => {
      const svg = document.querySelector('.picture-svg');
      const fill = (element) => getComputedStyle(element).fill;
      return {
        text: fill(svg.querySelector('tspan')),
        ground: fill(svg.querySelector('rect')),
        sign: fill([...svg.querySelectorAll('path')].find((path) => path.getAttribute('fill') === 'var(--bad)' && path.hasAttribute('stroke'))),
        dashed: svg.querySelectorAll('line[stroke-dasharray]').length,
      };
    })()`);
    expect(drawn.text).not.toBe(drawn.ground);
    expect(drawn.sign).toBe(drawn.text);
    expect(drawn.dashed).toBe(1);
    await session.panel.forceColors(false);
    await waitFor('all colours', () => show<boolean>(`!matchMedia('(forced-colors: active)').matches`));
  });

  it('keeps everything within 320 px, which is 1280 px at 400 %, and finds nothing to object to', async () => {
    // The panel in its own window is never so narrow in a test: its document is.
    await show(`document.documentElement.style.width = '320px'`);
    for (const id of ['methods-lacks-put', 'redirect-login']) {
      await select(id);
      await waitFor('all of it within 320 px', () =>
        show<boolean>(`(() => {
          const detail = document.querySelector('.detail');
          return document.querySelector('.panel').clientWidth === 320 && detail.scrollWidth <= detail.clientWidth;
        })()`),
      );
      expect(await violations()).toEqual([]);
    }
    await show(`document.documentElement.style.removeProperty('width')`);
  });
});
