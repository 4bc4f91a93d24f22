import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIZES } from '../views/take.ts';
import { sizePanel, type Visit, visitOf } from '../views/visit.ts';
import { BROWSERS, openSession, type Session } from './session.ts';

// One call that failed explains itself: cause and fix are seen without a click and without scrolling, wherever DevTools stand.
// docs/first-use.md tells how the first three of them were met by somebody who did not know them.
const ONE_FAILURE = [
  { id: 'methods-header-typo', change: '+ Access-Control-Allow-Methods: PUT', says: 'misspelt' },
  { id: 'many-allowed-headers', change: 'x-wanted', says: 'x-wanted' },
  { id: 'web-socket', change: null, says: 'not a matter of CORS' },
  { id: 'credentials-wildcard', change: '+ Access-Control-Allow-Origin: http://', says: 'does not cover' },
  { id: 'preflight-405', change: '+ Status 204', says: 'knows no OPTIONS' },
] as const;

describe.each(BROWSERS)('the first look in %s', (name) => {
  let session: Session;
  let visit: Visit;
  beforeAll(async () => {
    session = await openSession(name, { size: { width: 1280, height: 900 }, panelHeight: 2000 });
    visit = visitOf(session);
  }, 120_000);
  afterAll(() => session?.close());

  /** The text of what is seen of the explanation as it stands, without a click and without scrolling. */
  const seen = () =>
    visit.ask<string>(`(() => {
      const pane = document.querySelector('.detail').getBoundingClientRect();
      return [...document.querySelectorAll('.sentence, .near-miss > p, .diff, .roots, .fix > p, .fix .change-list > li')]
        .filter((element) => {
          const { top, bottom, height } = element.getBoundingClientRect();
          return height > 0 && top >= pane.top && bottom <= Math.min(pane.bottom, innerHeight) + 1;
        })
        .map((element) => element.innerText.replaceAll(/\\s+/g, ' '))
        .join('\\n');
    })()`);

  it.each(ONE_FAILURE)('says why $id failed, and what to do', async ({ id, change, says }) => {
    await visit.click('[data-testid=clear]');
    await visit.until('an empty list', 'corsLens.count() === 0');
    await session.browser.evaluateInPage(`lab.runAll(['${id}']).then(() => true)`);
    await visit.has('.detail .sentence');
    await visit.until('its end', `!document.querySelector('[data-testid=row][data-verdict=pending]')`);
    for (const size of [SIZES.wide, SIZES.low]) {
      await sizePanel(session, size);
      const text = await seen();
      expect(text, `${size.width} × ${size.height}`).toContain(says);
      if (change !== null) expect(text, `${size.width} × ${size.height}`).toContain(change);
    }
  });
});
