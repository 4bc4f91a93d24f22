import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { End, Exchange, PageWords } from '../../../src/exchange/exchange.ts';
import { API, call, PAGE } from '../../fixtures/panel-page/calls.ts';

const ABORTED: End = { kind: 'failed', at: 9, error: 'net::ERR_ABORTED', failure: 'aborted' };
const COMPLETED: End = { kind: 'completed', at: 9 };
const words = (redirect: PageWords['redirect']): PageWords => ({
  api: 'fetch',
  redirect,
  outcome: null,
  refusedByPolicy: null,
  origin: PAGE,
  matchedBy: 'only-candidate',
});

/** A call that was answered with a redirect that every step allows, and that went no further. */
function stopped(
  browser: 'chromium' | 'firefox',
  redirect: PageWords['redirect'] | null,
  {
    end = browser === 'chromium' ? ABORTED : COMPLETED,
    location = `${API}/b`,
    status = 302,
  }: Partial<{
    readonly end: End | null;
    readonly location: string;
    readonly status: number;
  }> = {},
): Exchange {
  const made = call({
    id: '1',
    answer: { status, headers: { 'Access-Control-Allow-Origin': PAGE, Location: location } },
  });
  // Chromium reports the redirect and then aborts, Firefox ends the call with the redirect's own status.
  const hop = { ...made.hops[0], redirected: browser === 'chromium', delivered: false };
  const evidence = { credentials: 'omit', ...(redirect === null ? {} : { page: words(redirect) }) } as const;
  return { ...made, browser, hops: [hop], end, evidence };
}
const said = (exchange: Exchange) => {
  const { verdict, certainty, lookalike, cause } = diagnose(exchange);
  return [verdict, certainty, lookalike?.code ?? cause?.code ?? null];
};

describe.each(['chromium', 'firefox'] as const)(
  'a redirect that the script did not want followed, in %s',
  (browser) => {
    it('gives the script what it asked for with `manual`', () => {
      expect(said(stopped(browser, 'manual'))).toEqual(['opaque', 'observed', null]);
    });
    it('fails with `error`, and not for CORS', () => {
      expect(said(stopped(browser, 'error'))).toEqual(['failed', 'observed', 'redirect-refused']);
    });
    it('is left open where the page witness does not tell which of the two it was', () => {
      expect(said(stopped(browser, null))).toEqual(['undecided', 'depends', 'redirect-refused']);
      expect(said(stopped(browser, 'follow'))).toEqual(['undecided', 'depends', 'redirect-refused']);
    });
    it('is not supposed of an answer that is no redirect', () => {
      const other = stopped(browser, 'manual', { status: 200 });
      expect(said(other)[2]).not.toBe('redirect-refused');
      expect(said(other)[0]).not.toBe('opaque');
    });
  },
);

it('says nothing of a call of Firefox that is still under way', () => {
  expect(said(stopped('firefox', 'manual', { end: null }))[0]).toBe('pending');
});

it('does not take a lost connection behind a redirect for the script’s wish', () => {
  const lost: End = { kind: 'failed', at: 9, error: 'net::ERR_CONNECTION_RESET', failure: 'connection-lost' };
  expect(said(stopped('chromium', 'manual', { end: lost }))).toEqual(['failed', 'observed', 'connection-lost']);
});

it('does not take a target that is no URL for the script’s wish', () => {
  const invalid: End = { kind: 'failed', at: 9, error: 'net::ERR_INVALID_REDIRECT', failure: 'invalid-response' };
  expect(said(stopped('chromium', 'manual', { end: invalid, location: 'http://[' }))[0]).toBe('failed');
});
