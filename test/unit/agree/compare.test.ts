import { describe, expect, it } from 'vitest';
import { makeCase } from '../../agree/cases.ts';
import { compare } from '../../agree/compare.ts';
import type { Seen } from '../../agree/run.ts';
import type { Arrived } from '../../agree/serve.ts';
import type { ReportedExchange } from '../../e2e/session.ts';

// A comparison that cannot fail would prove nothing: each kind of difference must be found.
const arrived: Arrived = {
  index: 0,
  hop: 0,
  method: 'GET',
  preflight: false,
  before: false,
  origin: 'http://localhost:1',
  cookie: false,
  storageAccess: null,
  askedHeaders: [],
};
const shown: ReportedExchange = {
  id: '1',
  method: 'GET',
  url: 'http://localhost:2/agree/without/1/0/0',
  verdict: 'blocked',
  certainty: 'observed',
  credentials: { value: null, from: 'unknown' },
  cause: 'allow-origin-mismatch',
  status: 200,
  browserCode: { chromium: 'AllowOriginMismatch', firefox: 'CORSAllowOriginNotMatchingOrigin' },
  preflight: { sent: false, status: null, paired: false, reasons: [], absentBecause: 'simple' },
  faults: [
    { code: 'allow-origin-mismatch', phase: 'response', header: null, got: 'http://b.test', want: null, hop: 0 },
  ],
  hops: [{ url: 'http://localhost:2/agree/without/1/0/0' }],
  otherCause: null,
  readings: null,
  readable: null,
  readableDepends: null,
  summary: '',
};
const said = (code: string, detail = 'http://b.test', at: number | null = null) => ({
  urls: [shown.url],
  method: null,
  code,
  detail,
  error: null,
  canceled: false,
  at,
});
const base: Seen = {
  case: { ...makeCase(1, 0), before: null },
  outcomes: [{ outcome: 'rejected', visible: null }],
  turned: null,
  arrived: [arrived],
  own: [said('AllowOriginMismatch')],
  shown: [shown],
};
const whyNot = (parts: Partial<Seen>, browser: 'chromium' | 'firefox' = 'chromium'): string => {
  const [judgement] = compare({ ...base, ...parts }, browser);
  return judgement?.kind === 'disagreed' ? judgement.why.join('; ') : '';
};

it('agrees where verdict, code and parameter are the browser’s', () => {
  expect(compare(base, 'chromium')).toEqual([
    { kind: 'agreed', verdict: 'blocked', cause: 'allow-origin-mismatch', code: 'AllowOriginMismatch' },
  ]);
});

describe('finds', () => {
  it.each<readonly [string, Partial<Seen>, string]>([
    ['another verdict', { outcomes: [{ outcome: 'resolved cors 200', visible: [] }] }, 'verdict: blocked'],
    ['a failure that is called CORS', { own: [] }, 'verdict: blocked'],
    ['another code', { own: [said('MissingAllowOriginHeader')] }, 'code: AllowOriginMismatch'],
    ['another parameter', { own: [said('AllowOriginMismatch', 'http://c.test')] }, 'parameter'],
    ['a call that is not shown', { shown: [] }, 'does not show it'],
    ['a call that is shown twice', { shown: [shown, shown] }, '2 are shown'],
    ['an unexplained block', { shown: [{ ...shown, cause: 'unexplained' }] }, 'unexplained'],
    ['a preflight that is not shown', { arrived: [{ ...arrived, preflight: true }] }, 'not shown'],
    [
      'a preflight that nobody sent',
      { shown: [{ ...shown, preflight: { ...shown.preflight, sent: true } }] },
      'no server',
    ],
    [
      'a header that the script cannot read',
      {
        outcomes: [{ outcome: 'resolved cors 200', visible: ['content-type'] }],
        own: [],
        shown: [{ ...shown, verdict: 'allowed', cause: null, readable: ['content-type', 'etag'] }],
      },
      'readable',
    ],
  ])('%s', (_, parts, why) => {
    expect(whyNot(parts)).toContain(why);
  });
});

describe('takes “undecided” only', () => {
  const undecided: ReportedExchange = {
    ...shown,
    verdict: 'undecided',
    certainty: 'depends',
    readings: { include: 'blocked', 'same-origin': 'allowed' },
  };
  const own = [said('CORSAllowOriginNotMatchingOrigin')];
  it('where one reading happened and nothing betrays the credentials', () => {
    expect(compare({ ...base, own, shown: [undecided] }, 'firefox')).toEqual([
      { kind: 'undecided', happened: 'blocked', what: 'verdict' },
    ]);
  });
  it('not in Chromium', () => {
    expect(whyNot({ shown: [undecided] })).toContain('though Chromium shows');
  });
  it('not with a cookie', () => {
    expect(whyNot({ own, shown: [undecided], arrived: [{ ...arrived, cookie: true }] }, 'firefox')).toContain('cookie');
  });
  it('not where neither reading happened', () => {
    const neither = { ...undecided, readings: { include: 'failed', 'same-origin': 'allowed' } };
    expect(whyNot({ own, shown: [neither] }, 'firefox')).toContain('none of the readings');
  });
});

it('keeps the calls of a repeated case apart, in both browsers', () => {
  const second = { ...shown, id: '2' };
  const outcomes = [base.outcomes[0], base.outcomes[0]].flatMap((outcome) => outcome ?? []);
  const both = (own: Seen['own']): Partial<Seen> => ({
    case: { ...base.case, before: base.case.hops[0] },
    outcomes,
    turned: 100,
    arrived: [{ ...arrived, before: true }, arrived],
    own,
    shown: [shown, second],
  });
  expect(whyNot(both([said('AllowOriginMismatch'), said('AllowOriginMismatch')]))).toBe('');
  expect(whyNot(both([said('MissingAllowOriginHeader'), said('AllowOriginMismatch')]))).toContain('code');
  const lines = [said('CORSAllowOriginNotMatchingOrigin', '', 99), said('CORSAllowOriginNotMatchingOrigin', '', 101)];
  expect(whyNot(both(lines), 'firefox')).toBe('');
  expect(whyNot(both(lines.slice(1)), 'firefox')).toContain('verdict');
});
