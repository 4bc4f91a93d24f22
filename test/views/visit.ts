import { setTimeout as sleep } from 'node:timers/promises';
import type { Theme } from '../../scripts/browsers/browser.ts';
import { type Session, waitFor } from '../e2e/session.ts';

/** CSS pixels of the panel itself. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a view needs to be come to. */
export interface Visit {
  readonly session: Session;
  ask<T>(expression: string): Promise<T>;
  until(what: string, expression: string): Promise<unknown>;
  /** A real click, as soon as there is something to click on. */
  click(selector: string): Promise<void>;
  has(selector: string): Promise<unknown>;
  gone(selector: string): Promise<unknown>;
  /** Explains the last call of a scenario, and scrolls to one part of the explanation. */
  explain(scenario: string, part?: string): Promise<void>;
}

const quoted = JSON.stringify;

/** Within its own pane: `scrollIntoView` would move the panel's whole document as well. */
const scrollTo = (part: string): string => `(() => {
  const pane = document.querySelector('.detail');
  const { top } = document.querySelector(${quoted(part)}).getBoundingClientRect();
  pane.scrollTop += top - pane.getBoundingClientRect().top - 8;
  return true;
})()`;

export function visitOf(session: Session): Visit {
  const ask = <T>(expression: string): Promise<T> => session.panel.evaluate<T>(expression);
  const until = (what: string, expression: string) => waitFor(what, () => ask<boolean>(expression));
  const has = (selector: string) => until(selector, `document.querySelector(${quoted(selector)}) !== null`);
  return {
    session,
    ask,
    until,
    has,
    gone: (selector) => until(`no ${selector}`, `document.querySelector(${quoted(selector)}) === null`),
    async click(selector) {
      await has(selector);
      await session.panel.click(selector);
    },
    async explain(scenario, part) {
      await ask(
        `corsLens.select(JSON.parse(corsLens.report('json')).exchanges.findLast(({ hops }) => hops[0].url.includes('/s/${scenario}/')).id)`,
      );
      await until(
        `the explanation of ${scenario}`,
        `document.querySelector('.detail-url')?.textContent.includes('/s/${scenario}/') === true`,
      );
      if (part === undefined) return;
      await has(part);
      // Of lessons and recipes, what is read only when it is asked for moves what stands after it.
      await sleep(200);
      await ask(scrollTo(part));
    },
  };
}

/** Gives the panel a size, by that of the browser's window. @throws Error when the browser does not take it */
export async function sizePanel({ browser, panel }: Session, wanted: Size): Promise<void> {
  const inner = () => panel.evaluate<Size>('({ width: innerWidth, height: innerHeight })');
  const outer = known.get(browser) ?? { width: 0, height: 200 };
  for (let attempt = 0; attempt < 4; attempt++) {
    await browser.resize(wanted.width + outer.width, wanted.height + outer.height);
    const until = Date.now() + 1_500;
    let got = await inner();
    while ((got.width !== wanted.width || got.height !== wanted.height) && Date.now() < until) {
      await sleep(30);
      got = await inner();
    }
    known.set(browser, outer);
    if (got.width === wanted.width && got.height === wanted.height) return;
    outer.width += wanted.width - got.width;
    outer.height += wanted.height - got.height;
  }
  throw new Error(`${browser.name} does not make its panel ${wanted.width} by ${wanted.height}`);
}
/** What the window takes beside the panel. */
const known = new WeakMap<Session['browser'], { width: number; height: number }>();

const GROUND: Readonly<Record<Theme, string>> = { light: 'rgb(255, 255, 255)', dark: 'rgb(36, 37, 40)' };

export async function setTheme(visit: Visit, theme: Theme): Promise<void> {
  await visit.session.browser.setTheme(theme);
  await visit.until(
    `the ${theme} theme`,
    `getComputedStyle(document.body).backgroundColor === ${quoted(GROUND[theme])}`,
  );
}

/** A picture of the panel once nothing in it moves, with the pointer and the caret out of it. */
export async function pictureOf(visit: Visit): Promise<Buffer> {
  await visit.session.panel.hover('.summary-line');
  await visit.ask(`(async () => {
    await document.fonts.ready;
    // Where the list stands depends on where the explained call stood while others were still coming.
    document.querySelector('.list-scroller')?.scrollTo(0, 0);
    const soon = new Promise((done) => setTimeout(done, 300));
    await Promise.race([soon, Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})))]);
    await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); setTimeout(done, 300); });
    return true;
  })()`);
  return visit.session.panel.screenshot();
}
