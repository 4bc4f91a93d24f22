import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareExtension } from '../../scripts/bench/extensions.ts';
import { launch } from '../../scripts/browsers/launch.ts';
import { startLab } from '../lab/lab.ts';
import { BROWSERS, openSession, type Session, waitFor } from './session.ts';

// Nothing is sent anywhere: the browser's own record of all its requests holds none of the extension's.
describe.each(BROWSERS)('the extension’s own traffic in %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession(name, { traffic: true });
  }, 120_000);
  afterAll(() => session?.close());

  it('is none, in a session that records, explains, fixes, hands over and learns', async () => {
    const { browser, panel, lab } = session;
    await browser.goto(lab.url);
    await browser.evaluateInPage(`lab.runAll(['get-ok', 'methods-lacks-put', 'markup-in-url'])`);
    const { exchanges } = await session.report();
    for (const { id } of exchanges) await panel.evaluate(`corsLens.select('${id}')`);
    for (const format of ['json', 'markdown', 'text', 'har'])
      await panel.evaluate(`corsLens.report('${format}', true)`);
    await panel.click('[data-testid="open-lessons"]');
    await waitFor('a lesson', () => panel.evaluate<boolean>(`!!document.querySelector('[data-testid="lesson"]')`));
    await browser.stopBackground();
    await browser.evaluateInPage(`fetch(lab.origins.api + '/storm/refused?last').catch(() => {})`);
    // The record is written in order: once the last call stands in it, so does all before.
    const traffic = await waitFor('the last call in the record', async () => {
      const all = await browser.traffic();
      return all.some(({ url }) => url.endsWith('?last')) && all;
    });
    expect(traffic.filter(({ by }) => /^(?:chrome|moz)-extension:/.test(by))).toEqual([]);
    const known = new Set(Object.values(lab.origins).map((origin) => new URL(origin).host));
    const elsewhere = traffic.filter(
      ({ url, by }) => by !== '' && /^(?:https?|wss?):/.test(url) && !known.has(new URL(url).host),
    );
    expect(elsewhere).toEqual([]);
    expect(traffic.length).toBeGreaterThan(5);
  }, 60_000);

  it('cannot be any from the panel: its policy refuses it every connection', async () => {
    const { panel, lab } = session;
    const refused = await panel.evaluate<string>(
      `fetch(${JSON.stringify(`${lab.origins.api}/storm/slow?from-the-panel`)}).then(() => 'sent', () => 'refused')`,
    );
    expect(refused).toBe('refused');
    const traffic = await session.browser.traffic();
    expect(traffic.filter(({ url }) => url.includes('from-the-panel'))).toEqual([]);
  });
});

// The record that holds none of ours must be one that would.
it.each(BROWSERS)(
  'an extension that does send something stands in the record of %s',
  async (name) => {
    const lab = await startLab();
    const url = `${lab.origins.api}/storm/slow?on-purpose`;
    const script = `fetch(${JSON.stringify(url)});\n`;
    const sending = bareExtension(name, { permissions: true, listeners: 'nowhere', panel: false, script });
    const browser = await launch(name, { extension: sending.folder, traffic: true });
    try {
      await browser.goto(lab.url);
      const own = await waitFor('its request in the record', async () =>
        (await browser.traffic()).find((request) => request.url === url),
      );
      expect(own.by).toMatch(/^(?:chrome|moz)-extension:/);
    } finally {
      await browser.close();
      sending.remove();
      await lab.close();
    }
  },
  60_000,
);
