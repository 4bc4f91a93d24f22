import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../scripts/browsers/launch.ts';
import { startLab } from '../lab/lab.ts';
import { BROWSERS, extension, openSession, type Report, type Session, sleep, waitFor } from './session.ts';

// Nothing is lost and nothing is paired wrongly, whatever the browser does to the background.
describe.each(BROWSERS)('recording in %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession(name);
  }, 120_000);
  afterAll(() => session?.close());

  const clear = async () => {
    await session.panel.click('[data-testid="clear"]');
    await waitFor('an empty list', async () => (await session.panel.evaluate<number>('corsLens.count()')) === 0);
  };

  it('pairs 50 identical parallel PUTs, mixed with 50 simple GETs, each with the preflight it caused', async () => {
    await clear();
    const rejected = await session.browser.evaluateInPage<number[]>(`(async () => {
      const url = lab.origins.api + '/storm/identical';
      const calls = Array.from({ length: 50 }, (_, i) => [fetch(url, { method: 'PUT' }), fetch(url)]);
      const puts = await Promise.allSettled(calls.map(([put]) => put));
      await Promise.allSettled(calls.map(([, get]) => get));
      return puts.flatMap((put, i) => put.status === 'rejected' ? [i] : []);
    })()`);
    expect(rejected.length).toBeGreaterThan(5);
    const { exchanges } = await session.report();
    const puts = exchanges.filter(({ method }) => method === 'PUT');
    const gets = exchanges.filter(({ method }) => method === 'GET');
    expect([puts.length, gets.length]).toEqual([50, 50]);
    expect(gets.filter(({ preflight }) => preflight.sent)).toEqual([]);
    expect(puts.filter(({ preflight }) => !preflight.sent)).toEqual([]);
    // Exchanges stand in the order of their beginnings, so their numbers are those of the page's own calls.
    expect(puts.flatMap((put, i) => (put.verdict === 'blocked' ? [i] : []))).toEqual(rejected);
    for (const put of puts) expect(put.preflight.status).toBe(put.verdict === 'blocked' ? 403 : 204);
  });

  it('keeps 200 calls complete while the background is stopped ten times', async () => {
    await clear();
    const done = session.browser.evaluateInPage<string[]>(`(async () => {
      const { api, remote } = lab.origins;
      const outcomes = [];
      for (let i = 0; i < 50; i++) {
        const batch = [
          fetch(api + '/storm/slow?simple=' + i),
          fetch(remote + '/storm/slow?put=' + i, { method: 'PUT', headers: { 'X-Call': String(i) } }),
          fetch(api + '/storm/refused?get=' + i),
          fetch(remote + '/storm/refused?put=' + i, { method: 'PUT' }),
        ];
        outcomes.push(...(await Promise.allSettled(batch)).map(({ status }) => status));
      }
      return outcomes;
    })()`);
    for (let i = 0; i < 10; i++) {
      await sleep(400);
      await session.browser.stopBackground();
    }
    const outcomes = await done;
    expect(outcomes).toHaveLength(200);
    const { exchanges } = await session.report(2_000);
    expect(exchanges).toHaveLength(200);
    const verdicts = new Map<string, number>();
    for (const { verdict } of exchanges) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    expect(Object.fromEntries(verdicts)).toEqual({ allowed: 100, blocked: 100 });
    const preflighted = exchanges.filter(({ method }) => method === 'PUT');
    expect(preflighted.filter(({ preflight }) => !preflight.sent || !preflight.paired)).toEqual([]);
  }, 120_000);

  it('goes on recording a page with a shared worker when the background starts again', async () => {
    await clear();
    await session.browser.evaluateInPage(`lab.run('worker-shared').then(() => null)`);
    await sleep(1_500); // the listeners for workers are there, the old ones are gone
    await session.browser.stopBackground();
    // Any message starts it again; after some seconds it listens to nothing that nobody asks it for.
    await session.panel.evaluate(`(() => {
      globalThis.woken = (globalThis.browser ?? chrome).runtime.connect({ name: 'trial:0' });
      globalThis.woken.postMessage({ kind: 'stop' });
      return null;
    })()`);
    await sleep(6_000);
    const url = `${session.lab.origins.api}/s/get-ok/call?later`;
    await session.browser.evaluateInPage(`fetch('${url}').then(() => null)`);
    const { exchanges } = await session.report();
    expect(exchanges.map((exchange) => exchange.url)).toContain(url);
  }, 60_000);

  it('records from the moment DevTools opens, before the panel was shown', async () => {
    const lab = await startLab();
    const browser = await launch(name, { extension: await extension(name) });
    try {
      await browser.goto(lab.url);
      await browser.openDevtools();
      // Recording begins when the devtools page runs, some moments after DevTools is there: calls until then are missed.
      const made = 200;
      const seen = await browser.evaluateInPage<string[]>(`(async () => {
        const calls = [];
        for (let i = 0; i < ${made}; i++) {
          calls.push(fetch(lab.origins.api + '/storm/refused?early=' + i).then(() => 'ok', () => 'refused'));
          await new Promise((resolve) => setTimeout(resolve, 25));
        }
        return Promise.all(calls);
      })()`);
      expect(new Set(seen)).toEqual(new Set(['refused']));
      const panel = await browser.openPanel();
      await waitFor('the panel', () => panel.evaluate<boolean>("document.documentElement.dataset.ready === 'true'"));
      const early = await waitFor('the calls', async () => {
        const report = JSON.parse(await panel.evaluate<string>("corsLens.report('json')")) as Report;
        const urls = report.exchanges.map(({ url }) => url).filter((url) => url.includes('early='));
        return urls.some((url) => url.endsWith(`early=${made - 1}`)) ? urls : null;
      });
      // None is lost in between. Of those that were under way when recording began, some may have been over.
      const numbers = early.map((url) => Number(/early=(\d+)/.exec(url)?.[1])).sort((a, b) => a - b);
      const first = (numbers[0] ?? made) + 10;
      expect(first).toBeLessThan(made - 20);
      expect(numbers.filter((i) => i >= first)).toEqual(Array.from({ length: made - first }, (_, i) => first + i));
    } finally {
      await browser.close();
      await lab.close();
    }
  }, 120_000);
});
