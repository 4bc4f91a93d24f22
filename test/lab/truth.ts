import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserName, BrowserVerdict } from '../../scripts/browsers/browser.ts';
import type { Scenario } from './scenario.ts';

/** What a real browser did with a scenario's call, in its own words. */
export interface Truth {
  /** What the page's script saw. */
  readonly outcome: string;
  /** Chromium: `Network.CorsError`. Firefox: the console's category without revision digits. Null: not called CORS. */
  readonly code: string | null;
  /** Everything that the browser said of the scenario's calls. */
  readonly verdicts: readonly BrowserVerdict[];
}

/** Long enough for Firefox's console to hear from its other processes. */
const SETTLED = 150;

/** Runs one scenario in a browser that shows the lab's page. */
export async function truthOf(browser: Browser, scenario: Scenario): Promise<Truth> {
  await browser.forgetVerdicts();
  const { outcome } = await browser.evaluateInPage<{ outcome: string }>(`lab.run(${JSON.stringify(scenario.id)})`);
  await sleep(SETTLED);
  const verdicts = (await browser.corsErrors()).filter(({ urls }) => urls.some((url) => concerns(url, scenario.id)));
  return { outcome, code: codeOf(verdicts), verdicts };
}

/** Whether a URL is of the scenario's own calls, not of what prepares them. */
export const concerns = (url: string, id: string): boolean =>
  url.includes(`/s/${id}/`) && !url.includes(`/s/${id}/setup`);

/** Firefox follows a failed preflight's line by `CORSDidNotSucceed` for the call: the first line is the reason. */
export function codeOf(verdicts: readonly BrowserVerdict[]): string | null {
  const codes = verdicts.flatMap(({ code }) => code ?? []);
  return codes.find((code) => code !== 'CORSDidNotSucceed') ?? codes[0] ?? null;
}

/** Where the browser's own words differ from what the scenario expects; empty when they agree. */
export function disagreements(scenario: Scenario, browser: BrowserName, truth: Truth): readonly string[] {
  const { expect } = scenario;
  if (expect.notShown?.[browser] !== undefined) return [];
  const outcome = typeof expect.outcome === 'string' ? expect.outcome : expect.outcome[browser];
  return [
    ...(truth.code === expect[browser] ? [] : [`code: expected ${expect[browser]}, ${browser} said ${truth.code}`]),
    ...(truth.outcome === outcome ? [] : [`outcome: expected ${outcome}, the script saw ${truth.outcome}`]),
  ];
}
