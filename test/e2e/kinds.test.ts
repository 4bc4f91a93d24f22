import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, openSession, type ReportedExchange, type Session, sleep } from './session.ts';

// Kinds of pages that the lab's page cannot be: from a file, back from the back/forward cache, prerendered.
describe.each(BROWSERS)('pages of other kinds in %s', (name) => {
  let session: Session;
  const folder = mkdtempSync(join(tmpdir(), 'cors-lens-kinds-'));
  beforeAll(async () => {
    session = await openSession(name);
  }, 120_000);
  afterAll(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const outcome = (url: string): string =>
    `fetch(${JSON.stringify(url)}).then((response) => String(response.status), (error) => error.name)`;
  const latest = async (mark: string): Promise<ReportedExchange | undefined> =>
    (await session.report()).exchanges.findLast(({ url }) => url.includes(mark));

  it('a page from a file has the origin null', async () => {
    const file = join(folder, 'page.html');
    writeFileSync(file, '<!doctype html><title>file</title>');
    await session.browser.goto(pathToFileURL(file).href);
    const url = `${session.lab.origins.api}/s/get-ok/call?file`;
    expect(await session.browser.evaluateInPage(outcome(url))).toBe('TypeError');
    expect(await latest('get-ok/call?file')).toMatchObject({
      verdict: 'blocked',
      cause: 'allow-origin-mismatch',
      origin: 'null',
      roots: [{ code: 'origin-became-null' }],
    });
  });

  it('a page that comes back from the back/forward cache goes on being recorded', async () => {
    await session.browser.goto(session.lab.url);
    await session.browser.goto(`${session.lab.origins.page}/s/nowhere`);
    await session.browser.evaluateInPage('history.back()').catch(() => {}); // its own context goes with it
    await sleep(1_000);
    const url = `${session.lab.origins.api}/s/get-ok/call?back`;
    expect(await session.browser.evaluateInPage(outcome(url))).toBe('200');
    expect(await latest('get-ok/call?back')).toMatchObject({ verdict: 'allowed' });
  });

  it('the calls of a page that is being prerendered are not taken for those of the page that is shown', async () => {
    await session.browser.goto(session.lab.url);
    await session.browser.evaluateInPage(`(() => {
      const rules = document.createElement('script');
      rules.type = 'speculationrules';
      rules.textContent = JSON.stringify({ prerender: [{ source: 'list', urls: ['/?run=prerendered'] }] });
      document.head.append(rules);
    })()`);
    await sleep(1_500);
    const url = `${session.lab.origins.api}/s/origin-missing/call?shown`;
    expect(await session.browser.evaluateInPage(outcome(url))).toBe('TypeError');
    expect(await latest('origin-missing/call?shown')).toMatchObject({
      verdict: 'blocked',
      cause: 'allow-origin-missing',
    });
  });
});
