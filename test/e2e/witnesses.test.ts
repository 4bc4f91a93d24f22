import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession, type Report, type Session, waitFor } from './session.ts';

// What the witnesses that change nothing add to webRequest: DevTools' own entries in Chromium, Resource Timing in Firefox.
const CALLS = ['get-ok', 'put-ok', 'origin-missing-error', 'near-slash', 'preflight-405', 'redirect-ok'];

async function record(session: Session, ids: readonly string[]): Promise<Report> {
  await session.browser.evaluateInPage(`lab.runAll(${JSON.stringify(ids)})`);
  return session.report(3_000);
}

describe('DevTools’ entries in chromium', () => {
  let session: Session;
  let report: Report;
  beforeAll(async () => {
    session = await openSession('chromium');
    report = await record(session, CALLS);
  }, 120_000);
  afterAll(() => session?.close());

  const inDetail = async <T>(id: string, expression: string): Promise<T> => {
    const call = report.exchanges.find(({ url }) => url.includes(`/s/${id}/call`));
    await session.panel.evaluate(`corsLens.select(${JSON.stringify(call?.id)})`);
    await waitFor('the detail', () =>
      session.panel.evaluate<boolean>(
        `document.querySelector('[data-testid="detail"]')?.dataset.id === ${JSON.stringify(call?.id)}`,
      ),
    );
    return session.panel.evaluate<T>(expression);
  };

  it('tell where in the page’s source each call was made', async () => {
    for (const id of ['get-ok', 'put-ok', 'origin-missing-error', 'preflight-405']) {
      const site = await inDetail<string>(id, 'document.querySelector(\'[data-testid="call-site"]\')?.textContent');
      expect([id, site]).toEqual([id, expect.stringMatching(/^fetch kit\.js:\d+/)]);
    }
  });

  it('open that place in the Sources panel', async () => {
    await inDetail('get-ok', '1');
    await session.panel.click('[data-testid="open-source"]');
    const isGone = () =>
      session.panel.screenshot().then(
        () => false,
        (error: Error) => /is not shown/.test(error.message),
      );
    await waitFor('DevTools to show another panel', isGone);
  });
});

describe('Resource Timing in firefox', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession('firefox');
  }, 120_000);
  afterAll(() => session?.close());

  it('turns what was only derived, or depended on credentials, into what was observed', async () => {
    const { exchanges } = await record(session, CALLS);
    expect(exchanges.length).toBeGreaterThanOrEqual(CALLS.length);
    expect(exchanges.filter(({ certainty }) => certainty !== 'observed').map(({ url }) => url)).toEqual([]);
  });

  it('keeps identical parallel calls apart, or leaves them alone', async () => {
    await session.panel.click('[data-testid="clear"]');
    const outcomes = await session.browser.evaluateInPage<string[]>(`(async () => {
      const url = lab.origins.api + '/storm/third';
      const calls = Array.from({ length: 30 }, () => fetch(url).then(() => 'allowed', () => 'blocked'));
      return Promise.all(calls);
    })()`);
    expect(new Set(outcomes)).toEqual(new Set(['allowed', 'blocked']));
    const { exchanges } = await session.report(3_000);
    const seen = exchanges.filter(({ certainty }) => certainty === 'observed');
    const wrong = seen.filter((exchange) => exchange.verdict !== outcomes[exchanges.indexOf(exchange)]);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
