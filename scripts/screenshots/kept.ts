import type { BrowserName, Theme } from '../browsers/browser.ts';
import type { Scene } from './scene.ts';

/** A picture that the repository keeps. */
export interface Kept {
  /** Below docs/. */
  readonly file: string;
  readonly browser: BrowserName;
  readonly theme: Theme;
  /** Brings the panel to what is to be shown, from the explanation of a blocked PUT. */
  readonly prepare?: (scene: Scene) => Promise<void>;
}

const click =
  (selector: string) =>
  ({ panel }: Scene): Promise<void> =>
    panel.click(selector);

/** Within its own pane: `scrollIntoView` would move the panel's whole document as well. */
const SCROLL_TO_FIX = `new Promise((done) => setTimeout(done, 500)).then(() => {
  const fix = document.querySelector('.fix');
  let pane = fix.parentElement;
  while (pane.scrollHeight <= pane.clientHeight || getComputedStyle(pane).overflowY === 'visible') pane = pane.parentElement;
  pane.scrollTop += fix.getBoundingClientRect().top - pane.getBoundingClientRect().top - 8;
})`;

/** Both stores take five of 1280 by 800; README shows one of each browser. */
export const KEPT: readonly Kept[] = [
  { file: 'screenshots/chromium-wide-light.png', browser: 'chromium', theme: 'light' },
  { file: 'store/1-blocked-and-why.png', browser: 'chromium', theme: 'light' },
  {
    file: 'store/2-the-fix.png',
    browser: 'chromium',
    theme: 'light',
    prepare: async ({ panel, select }) => {
      await select('headers-lacks-several');
      await panel.evaluate(SCROLL_TO_FIX);
    },
  },
  { file: 'store/3-one-policy.png', browser: 'chromium', theme: 'light', prepare: click('[data-testid=open-policy]') },
  { file: 'screenshots/firefox-wide-dark.png', browser: 'firefox', theme: 'dark' },
  {
    file: 'store/4-learn-beside-the-call.png',
    browser: 'firefox',
    theme: 'dark',
    prepare: click('.learn-cause [data-testid="learn"]'),
  },
  {
    file: 'store/5-hand-over.png',
    browser: 'firefox',
    theme: 'dark',
    prepare: async ({ panel }) => {
      await panel.press('x');
      await panel.click('[data-testid=open-hand-over]');
    },
  },
];
