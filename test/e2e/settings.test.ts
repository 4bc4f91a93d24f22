import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, openSession, type Session, waitFor } from './session.ts';

// Two settings whose effect is elsewhere: what a page load keeps, and what is taken out of what is handed over.
describe.each(BROWSERS)('settings in %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession(name);
  }, 120_000);
  afterAll(() => session?.close());

  const until = (what: string, expression: string) => waitFor(what, () => session.panel.evaluate<boolean>(expression));
  const refused = (mark: string) =>
    session.browser.evaluateInPage(`fetch(lab.origins.api + '/storm/refused?${mark}').catch(() => null)`);
  const recorded = (mark: string) => `corsLens.report('json').includes('refused?${mark}')`;
  const setting = async (change: () => Promise<void>) => {
    await session.panel.click('[data-testid=open-settings]');
    await until('the settings', `document.querySelector('[data-testid=settings]')?.open === true`);
    await change();
    await session.panel.click('[data-testid=settings-close]');
    await until('them to close', `!document.querySelector('[data-testid=settings]')`);
  };

  it('keep the log over a page load only when asked to', async () => {
    await refused('first');
    await until('the first call', recorded('first'));
    await session.browser.goto(session.lab.url);
    await until('the first call to go', `!${recorded('first')}`);
    await setting(() => session.panel.click('[data-testid=setting-keep]'));
    await refused('second');
    await until('the second call', recorded('second'));
    await session.browser.goto(session.lab.url);
    await refused('third');
    await until('the third call', recorded('third'));
    expect(await session.panel.evaluate<boolean>(recorded('second'))).toBe(true);
  }, 60_000);

  it('take a header of the user’s own out of every report', async () => {
    const holds = () => session.panel.evaluate<boolean>(`corsLens.report('json').includes('door-4711')`);
    await session.browser.evaluateInPage(
      `fetch(lab.origins.remote + '/storm/slow?key', { method: 'PUT', headers: { 'X-Call': 'door-4711' } }).then(() => null)`,
    );
    await until('the call', `corsLens.report('json').includes('slow?key')`);
    await waitFor('its headers', holds);
    await setting(async () => {
      const field = `document.querySelector('[data-testid=setting-redact]')`;
      await waitFor('the field to have the focus', async () => {
        await session.panel.click('[data-testid=setting-redact]');
        return session.panel.evaluate<boolean>(`document.activeElement === ${field}`);
      });
      await session.panel.type('x-call');
      await until('the name to stand there', `${field}.value === 'x-call'`);
      await session.panel.press('Tab');
      await until('the focus to go on', `document.activeElement !== ${field}`);
    });
    await until('the value to go', `!corsLens.report('json').includes('door-4711')`);
    expect(await session.panel.evaluate<string>(`corsLens.report('json')`)).toContain('[redacted]');
  }, 60_000);
});
