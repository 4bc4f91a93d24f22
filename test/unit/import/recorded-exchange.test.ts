import { expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Evidence, Exchange } from '../../../src/exchange/exchange.ts';
import { readExchange } from '../../../src/import/recorded-exchange.ts';
import { call, PAGE } from '../../fixtures/panel-page/calls.ts';

// Required, so that what is added to an exchange fails to compile here until it is saved and read as well.
const evidence: Required<Evidence> = {
  mode: 'same-origin',
  credentials: 'omit',
  callSite: [{ functionName: 'load', url: `${PAGE}/app.js`, line: 3, column: 7 }],
  resourceKind: 'fetch',
  preflightMs: 12.5,
  fromServiceWorker: true,
  resourceTiming: { responseStatus: 200, initiatorType: 'fetch', matchedBy: 'order' },
  page: {
    api: 'fetch',
    redirect: 'manual',
    outcome: { kind: 'answered', status: 200 },
    refusedByPolicy: 'connect-src',
    origin: PAGE,
    matchedBy: 'only-candidate',
  },
  underTrial: true,
};
const whole: Required<Exchange> = {
  ...call({
    id: '1',
    method: 'PUT',
    preflight: { asks: 'x-a', answer: { status: 204, headers: [['Vary', 'Origin']] } },
    answer: { headers: [['X-Long', 'x', 70_000]], fromCache: true, seenByPage: [['X-Long', 'y']] },
    redirects: [{ url: `${PAGE}/first`, answer: { status: 307 } }],
  }),
  evidence,
  toldBy: 'page-witness',
};
const again = (exchange: Exchange): Exchange => readExchange(JSON.parse(JSON.stringify(exchange)), '');

it('reads back all that was saved of a call', () => {
  expect(again(whole)).toEqual(whole);
  for (const outcome of [{ kind: 'error' }, { kind: 'aborted' }, { kind: 'timed-out' }, null] as const) {
    const one = { ...whole, evidence: { page: { ...evidence.page, outcome } } };
    expect(again(one)).toEqual(one);
  }
  for (const end of [
    null,
    { kind: 'unseen', at: 3 },
    { kind: 'failed', at: 3, error: 'net::ERR_FAILED', failure: 'blocked' },
  ] as const) {
    expect(again({ ...whole, end })).toEqual({ ...whole, end });
  }
});

it('judges a call that only the page witness told of as before it was saved', () => {
  const [hop] = whole.hops;
  const unsent: Exchange = {
    ...whole,
    hops: [{ ...hop, url: 'http://api.test/', requestHeaders: null, preflight: null, response: null }],
    end: { kind: 'failed', at: 3, error: '', failure: 'other' },
    evidence: { mode: 'same-origin', page: { ...evidence.page, refusedByPolicy: null } },
  };
  expect(diagnose(unsent).cause?.code).toBe('same-origin-mode');
  expect(diagnose(again(unsent))).toEqual(diagnose(unsent));
});

it('trusts no name for who told of it', () => {
  expect(() => again({ ...whole, toldBy: 'somebody' } as unknown as Exchange)).toThrow('.toldBy');
});
