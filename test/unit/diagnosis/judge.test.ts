import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { BLOCKED, type CallSpec, call, PAGE } from '../../fixtures/panel-page/calls.ts';

const STAR = { 'Access-Control-Allow-Origin': '*' };
const EXACT = { 'Access-Control-Allow-Origin': PAGE };
const WITH = { ...EXACT, 'Access-Control-Allow-Credentials': 'true' };
const CROSS_SITE = {
  'Sec-Fetch-Site': 'cross-site',
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
};
/** The request headers of a call to another site: the fixture's own are of the same site. */
function crossSite(spec: CallSpec): Exchange {
  const made = call(spec);
  const [first] = made.hops;
  const kept = (first.requestHeaders ?? []).filter(([name]) => !/^(?:sec-fetch-site|user-agent)$/i.test(name));
  const requestHeaders = [...kept, ...Object.entries(CROSS_SITE)];
  return { ...made, hops: [{ ...first, requestHeaders }] };
}
const inFirefox = (spec: CallSpec): Exchange => ({ ...call(spec), browser: 'firefox' });

interface Row {
  readonly name: string;
  readonly exchange: Exchange;
  readonly says: Partial<Pick<Diagnosis, 'verdict' | 'certainty'>> & {
    readonly cause?: string | null;
    readonly credentials?: boolean | null;
    readonly because?: string;
  };
}
const rows: readonly Row[] = [
  {
    name: 'a refused `*` can only have been asked with credentials',
    exchange: call({ id: '1', answer: { headers: STAR }, error: BLOCKED }),
    says: {
      verdict: 'blocked',
      certainty: 'observed',
      cause: 'allow-origin-wildcard-credentials',
      credentials: true,
      because: 'wildcard-refused',
    },
  },
  {
    name: 'so can a refused answer that lacks only Allow-Credentials',
    exchange: call({ id: '1', answer: { headers: EXACT }, error: BLOCKED }),
    says: { cause: 'allow-credentials-missing', credentials: true, because: 'credentials-refused' },
  },
  {
    name: 'an accepted `*` was asked without credentials',
    exchange: call({ id: '1', answer: { headers: STAR } }),
    says: { verdict: 'allowed', certainty: 'observed', credentials: false, because: 'wildcard-accepted' },
  },
  {
    name: 'an accepted answer without Allow-Credentials too',
    exchange: call({ id: '1', answer: { headers: EXACT } }),
    says: { verdict: 'allowed', credentials: false, because: 'accepted-without-allow-credentials' },
  },
  {
    name: 'an accepted answer with everything tells nothing of credentials',
    exchange: call({ id: '1', answer: { headers: WITH } }),
    says: { verdict: 'allowed', certainty: 'observed', credentials: null },
  },
  {
    name: 'a Cookie to another origin is seen',
    exchange: call({ id: '1', request: { Cookie: 'a=b' }, answer: { headers: WITH } }),
    says: { verdict: 'allowed', credentials: true, because: 'cookie-sent' },
  },
  {
    name: 'cross-site calls with credentials carry Sec-Fetch-Storage-Access',
    exchange: crossSite({
      id: '1',
      request: { 'Sec-Fetch-Storage-Access': 'none' },
      answer: { headers: EXACT },
      error: BLOCKED,
    }),
    says: { cause: 'allow-credentials-missing', credentials: true, because: 'storage-access-header' },
  },
  {
    name: 'cross-site calls without it have none',
    exchange: crossSite({ id: '1', answer: { headers: WITH } }),
    says: { verdict: 'allowed', credentials: false, because: 'no-storage-access-header' },
  },
  {
    name: 'beacons always include credentials',
    exchange: call({
      id: '1',
      method: 'POST',
      type: 'ping',
      preflight: { answer: { status: 204, headers: STAR } },
      error: BLOCKED,
    }),
    says: { cause: 'allow-origin-wildcard-credentials', credentials: true, because: 'beacon-includes' },
  },
  {
    name: 'Firefox ends a blocked call like an allowed one: both readings are kept',
    exchange: inFirefox({ id: '1', answer: { headers: STAR } }),
    says: { verdict: 'undecided', certainty: 'depends', cause: 'allow-origin-wildcard-credentials', credentials: null },
  },
  {
    name: 'where both readings agree, the headers decide',
    exchange: inFirefox({ id: '1', answer: { headers: {} } }),
    says: { verdict: 'blocked', certainty: 'derived', cause: 'allow-origin-missing' },
  },
  {
    name: 'Resource Timing makes a derived verdict an observed one',
    exchange: {
      ...inFirefox({ id: '1', answer: { headers: STAR } }),
      evidence: { resourceTiming: { responseStatus: 0, initiatorType: 'fetch', matchedBy: 'only-candidate' } },
    },
    says: { verdict: 'blocked', certainty: 'observed', credentials: true, because: 'wildcard-refused' },
  },
  {
    name: 'a 405 without the header is reported as the missing header',
    exchange: call({ id: '1', method: 'PUT', preflight: { answer: { status: 405 } }, error: BLOCKED }),
    says: { verdict: 'blocked', cause: 'allow-origin-missing' },
  },
  {
    name: 'headers that pass, and a block all the same, are not explained away',
    exchange: crossSite({ id: '1', answer: { headers: EXACT }, error: BLOCKED }),
    says: { verdict: 'blocked', cause: 'unexplained' },
  },
  {
    name: 'an abort is no matter of CORS',
    exchange: call({ id: '1', error: { text: 'net::ERR_ABORTED', failure: 'aborted' } }),
    says: { verdict: 'failed', cause: null },
  },
  { name: 'an open call is pending', exchange: call({ id: '1', open: true }), says: { verdict: 'pending' } },
];

describe('the verdict', () => {
  it.each(rows)('$name', ({ exchange, says }) => {
    const { verdict, certainty, cause, credentials } = diagnose(exchange);
    expect({
      verdict,
      certainty,
      cause: cause?.code ?? null,
      credentials: credentials.value,
      because: credentials.from === 'unknown' ? undefined : credentials.because.code,
    }).toMatchObject(says);
  });

  it('says both causes where credentials decide which comes first', () => {
    const { verdict, cause, otherCause, credentials } = diagnose(
      call({
        id: '1',
        method: 'PUT',
        preflight: { answer: { status: 204, headers: { ...EXACT, 'Access-Control-Allow-Methods': 'GET' } } },
        error: BLOCKED,
      }),
    );
    expect(verdict).toBe('blocked');
    expect(credentials.from).toBe('unknown');
    expect([cause?.code, otherCause?.fault.code, otherCause?.credentials]).toEqual([
      'allow-methods-lacks-method',
      'allow-credentials-missing',
      true,
    ]);
  });

  it('collects everything that is wrong, the browser’s own reason first', () => {
    const exchange = call({
      id: '1',
      method: 'DELETE',
      request: {},
      preflight: { asks: 'x-token', answer: { status: 405 } },
      error: BLOCKED,
      extra: { evidence: { credentials: 'omit' } },
    });
    expect(diagnose(exchange).faults.map(({ code }) => code)).toEqual([
      'allow-origin-missing',
      'preflight-status',
      'allow-methods-lacks-method',
      'allow-headers-lacks-header',
    ]);
  });

  it('names the earlier answer that spared a preflight', () => {
    const put = (id: string, at: number, preflight: boolean): Exchange =>
      call({
        id,
        method: 'PUT',
        at,
        ...(preflight
          ? {
              preflight: {
                answer: {
                  status: 204,
                  headers: { ...EXACT, 'Access-Control-Allow-Methods': 'PUT', 'Access-Control-Max-Age': '600' },
                },
              },
            }
          : {}),
        answer: { headers: EXACT },
      });
    const first = put('1', 0, true);
    const second = put('2', 10_000, false);
    const { preflight } = diagnose(second, { toServer: () => [first, second] });
    expect(preflight).toMatchObject({
      absentBecause: 'cached',
      cachedBy: { exchangeId: '1', lifetime: 600, remaining: 590, outdated: false },
    });
    expect(diagnose(second, { toServer: () => [second] }).preflight).toMatchObject({
      absentBecause: 'cached',
      cachedBy: null,
    });
  });
});
