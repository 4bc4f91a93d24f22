import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, openSession, type Session, waitFor } from './session.ts';

// What a user or the browser can take away while DevTools is open: the panel says so, and leads to its return.
describe.each(BROWSERS)('what is withheld in %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession(name);
  }, 120_000);
  afterAll(() => session?.close());

  const trouble = () =>
    session.panel.evaluate<string>(`document.querySelector('[data-testid="trouble"]')?.textContent ?? ''`);
  const call = (mark: string) =>
    session.browser.evaluateInPage(`fetch(lab.origins.api + '/storm/refused?${mark}').catch(() => {})`);
  const seen = async (mark: string) => (await session.report(500)).exchanges.some(({ url }) => url.endsWith(mark));

  it('access to sites: it says what is missing, and its button leads to the browser’s question', async () => {
    await call('before');
    await waitFor('the call to be listed', () => seen('before'));
    await session.browser.setHostAccess(false);
    expect(await waitFor('the panel to say so', trouble)).toMatch(/Recording stopped at .* because .* may not read/);
    await session.panel.click('[data-testid="grant"]');
    await session.browser.allowOnGrantPage();
    await waitFor('the trouble to go', async () => (await trouble()) === '');
    await session.browser.goto(session.lab.url);
    await call('after');
    await waitFor('the next call to be listed', () => seen('after'));
  }, 120_000);
});
