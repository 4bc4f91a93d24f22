import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { families } from '../lab/scenarios/families.ts';
import { BROWSERS, openSession, type Session, waitFor } from './session.ts';

const unsent = families
  .flatMap(({ scenarios }) => scenarios)
  .filter(({ id, expect: { unseen } }) => unseen && id !== 'csp'); // that one is in a frame

// The witness in the page: it changes nothing that a page can observe, and tells what nobody else sees.
describe.each(BROWSERS)('the page witness in %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession(name, {}, 'behaviours');
  }, 120_000);
  afterAll(() => session?.close());

  const state = () =>
    session.panel.evaluate<string>('document.querySelector(\'[data-testid="page-witness"]\').dataset.state');
  const becomes = (wanted: string) => waitFor(`the witness ${wanted}`, async () => (await state()) === wanted, 20_000);
  const behave = async () => {
    await waitFor('the page', () => session.browser.evaluateInPage<boolean>('"behaviours" in globalThis'));
    return session.browser.evaluateInPage<Record<string, string>>('behaviours.run()');
  };
  const switchOn = async () => {
    await becomes('off');
    await session.panel.click('[data-testid="page-witness"]');
    await becomes('on');
  };

  it('changes none of the behaviours of fetch and XMLHttpRequest', async () => {
    const without = await behave();
    await switchOn();
    const within = await behave();
    expect(Object.keys(without).length).toBeGreaterThanOrEqual(60);
    expect(Object.values(without).filter((result) => result.startsWith('broken'))).toEqual([]);
    expect(within).toEqual(without);
    const told = (await session.report()).exchanges.filter(({ credentials }) => credentials.from === 'seen');
    expect(told.length, 'the witness was there and saw the calls').toBeGreaterThan(50);
  }, 120_000);

  it('is gone with the next page', async () => {
    await session.browser.goto(`${session.lab.url}behaviours?next`);
    await becomes('off');
    expect(await session.browser.evaluateInPage<number>('Object.getOwnPropertySymbols(window).length')).toBeLessThan(2);
  });

  it('tells of calls that the browser never sent, by the page’s own policy', async () => {
    await session.browser.goto(`${session.lab.origins.page}/s/csp/frame?run=1`);
    await switchOn();
    const call = await waitFor('the refused call', async () => {
      const { exchanges } = await session.report(0);
      return exchanges.find(({ url }) => url.includes('/s/csp/call'));
    });
    expect(call).toMatchObject({
      verdict: 'failed',
      cause: 'content-security-policy',
      certainty: 'derived',
      toldBy: 'page-witness',
    });
  });

  it('tells of every other call that the browser never sent', async () => {
    await session.browser.goto(session.lab.url);
    await switchOn();
    const ids = unsent.map(({ id }) => id);
    await session.browser.evaluateInPage(`lab.runAll(${JSON.stringify(ids)})`);
    const { exchanges } = await session.report(2_500);
    const told = unsent.map(({ id }) => exchanges.find(({ url }) => url.includes(`/s/${id}/call`)));
    expect(told.map((call) => [call?.verdict, call?.cause])).toEqual(
      unsent.map(({ expect: { verdict, cause } }) => [verdict, cause]),
    );
  });

  it('sees the credentials mode, where the browser shows none', async () => {
    const { api } = session.lab.origins;
    await session.browser.evaluateInPage(`Promise.all(['include', 'omit', 'same-origin'].map((credentials) =>
      fetch('${api}/behaviour/credentials?' + credentials, { credentials })))`);
    const { exchanges } = await session.report(2_500);
    const seen = (mode: string) => exchanges.find(({ url }) => url.endsWith(`?${mode}`))?.credentials;
    expect([seen('include'), seen('omit'), seen('same-origin')]).toEqual([
      { value: 'include', from: 'seen' },
      { value: 'omit', from: 'seen' },
      { value: 'same-origin', from: 'seen' },
    ]);
  });
});
