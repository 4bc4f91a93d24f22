import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, openSession, type Session, waitFor } from './session.ts';

const text = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`;
const TITLE = '[data-testid="lesson"] h2';

// What a cause means is one key away, in the extension itself, in the language that is chosen.
describe.each(BROWSERS)('lessons in %s', (name) => {
  let session: Session;
  const shows = (what: string, expression: string) => waitFor(what, () => session.panel.evaluate<boolean>(expression));
  const focused = (selector: string) =>
    shows(`the focus on ${selector}`, `document.activeElement?.matches(${JSON.stringify(selector)}) === true`);

  beforeAll(async () => {
    session = await openSession(name);
    await session.panel.evaluate('corsLens.setLanguage("en")');
    await session.browser.evaluateInPage('lab.run("near-slash")');
    await shows('the call', 'document.querySelector("[data-testid=detail]") !== null');
  }, 120_000);
  afterAll(() => session?.close());

  it('opens the page of a cause by key, leads on, back, and returns the focus', async () => {
    const { panel } = session;
    // Keys go to the panel's document only once it has the focus.
    await panel.click('.sentence');
    const link = '.learn-cause [data-testid="learn"]';
    await panel.evaluate(`document.querySelector(${JSON.stringify(link)}).focus()`);
    await panel.press('Enter');
    await shows('the page', `${text(TITLE)} === 'Another origin is allowed'`);
    await focused(TITLE);
    expect(await panel.evaluate<string>(text('.lesson-body'))).toContain('compared character by character');
    await panel.evaluate(`document.querySelector('[data-page="near-miss/trailing-slash"].link:not(.learn)').focus()`);
    await panel.press('Enter');
    await shows('the related page', `${text(TITLE)} === 'A slash at the end'`);
    await panel.click('[data-testid="lesson-back"]');
    await shows('the page before', `${text(TITLE)} === 'Another origin is allowed'`);
    await panel.press('Escape');
    await shows('the drawer gone', `document.querySelector('[data-testid="lesson"]') === null`);
    await focused(link);
    expect(await panel.evaluate<boolean>('document.querySelector("[data-testid=detail]") !== null')).toBe(true);
  });

  it('says everything in German once it is chosen, the open page too', async () => {
    const { panel } = session;
    await panel.click('[data-testid="open-lessons"]');
    await shows('the contents', `${text(TITLE)} === 'Learn CORS'`);
    await panel.evaluate('corsLens.setLanguage("de")');
    await shows('the contents in German', `${text(TITLE)} === 'CORS verstehen'`);
    expect(await panel.evaluate<string>('document.documentElement.lang')).toBe('de');
    expect(await panel.evaluate<string>(text('[data-testid="summary"]'))).toContain('blockiert');
    expect(await panel.evaluate<string>(text('.sentence'))).toContain('beide müssen Zeichen für Zeichen gleich sein');
    expect(await panel.evaluate<string>('corsLens.report("text")')).toContain('Die Lösung');
    await panel.click('[data-testid="lesson-close"]');
    await panel.evaluate('corsLens.setLanguage("en")');
    await shows('English again', `${text('.sentence')}.includes('character for character')`);
  });
});
