import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserVerdict } from '../../scripts/browsers/browser.ts';
import { families } from '../lab/scenarios/families.ts';
import { codeOf, concerns } from '../lab/truth.ts';
import { BROWSERS, openSession, type Report, type ReportedExchange, type Session } from './session.ts';

// Every lab scenario runs in the real browser with the real panel open; what the panel says of it must be what the
// browser itself said in the same run.
const scenarios = families.flatMap((family) => family.scenarios);

describe.each(BROWSERS)('the panel agrees with %s', (name) => {
  let session: Session;
  let report: Report;
  let own: readonly BrowserVerdict[] = [];
  let outcomes: Record<string, string> = {};

  beforeAll(async () => {
    session = await openSession(name);
    await session.browser.forgetVerdicts();
    const ran = await session.browser.evaluateInPage<{ id: string; outcome: string }[]>('lab.runAll()');
    outcomes = Object.fromEntries(ran.map(({ id, outcome }) => [id, outcome]));
    report = await session.report(2_000);
    own = await session.browser.corsErrors();
  }, 240_000);
  afterAll(() => session?.close());

  it.each(scenarios.map((scenario) => [scenario.title, scenario] as const))('%s', (_title, { id, expect: wanted }) => {
    if (wanted.notShown?.[name] !== undefined) return;
    const shown = report.exchanges.filter(({ hops }) => hops.some(({ url }) => isTheCall(url, id))).at(-1);
    if (wanted.unseen === true || wanted.unseen === name) {
      expect(shown, 'nothing was sent, so nothing may be claimed').toBeUndefined();
      return;
    }
    const said = own.filter(({ urls }) => urls.some((url) => concerns(url, id)));
    const inBrowser = name === 'firefox' ? { ...wanted, ...wanted.inFirefox } : wanted;
    expect(shown, `outcome in the page: ${outcomes[id]}`).toBeDefined();
    if (shown === undefined) return;
    const code = codeOf(said);
    if (shown.certainty === 'depends') {
      expect(name === 'firefox' || wanted.verdict !== 'blocked', 'only Firefox hides how a call ended').toBe(true);
      expect(['undecided', inBrowser.verdict]).toContain(shown.verdict);
      return;
    }
    expect({ verdict: shown.verdict, cause: shown.cause }).toEqual({
      verdict: inBrowser.verdict,
      cause: inBrowser.cause,
    });
    // Where a browser shows extensions too little to tell which of two codes it printed, both are named.
    const codes = shown.browserCode?.[name]?.split(' or ') ?? [null];
    expect(codes).toContain(inBrowser.verdict === 'blocked' ? code : null);
    if (codes.length > 1) expect([name, shown.cause]).toEqual(['firefox', 'allow-origin-multiple']);
  });

  it('never leaves a block unexplained', () => {
    const unexplained = (exchange: ReportedExchange) => exchange.cause === 'unexplained';
    expect(report.exchanges.filter(unexplained).map(({ url }) => url)).toEqual([]);
  });

  it('leaves nothing pending that has ended', () => {
    const hanging = report.exchanges.filter((exchange) => exchange.verdict === 'pending');
    expect(hanging.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  });
});

const isTheCall = (url: string, id: string): boolean => url.includes(`/s/${id}/call`);
