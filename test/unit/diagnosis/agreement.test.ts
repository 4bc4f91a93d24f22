import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { BrowserName, End, Exchange, Hop } from '../../../src/exchange/exchange.ts';
import { API, BLOCKED, type CallSpec, call, PAGE } from '../../fixtures/panel-page/calls.ts';

// What `npm run agree` found on the way: cases on which panel and browser once differed, each by its rule.
const allow = (value: string = PAGE): HeaderList[number] => ['Access-Control-Allow-Origin', value];
const to = (location: string): HeaderList[number] => ['Location', location];
const failed = (error: string, failure: (End & { kind: 'failed' })['failure']): End => ({
  kind: 'failed',
  at: 9,
  error,
  failure,
});

/** A call recorded by one of the browsers; the last hop and the end as that browser reports them. */
function recorded(browser: BrowserName, spec: Partial<CallSpec>, last: Partial<Hop>, end: End | null): Exchange {
  const exchange = call({ id: '1', ...spec, extra: { browser, ...spec.extra } });
  const hops = exchange.hops.map((hop, i) => (i === exchange.hops.length - 1 ? { ...hop, ...last } : hop));
  return { ...exchange, hops: hops as unknown as Exchange['hops'], end };
}
const told = (exchange: Exchange) => {
  const { verdict, cause, lookalike, browserCode } = diagnose(exchange);
  return [verdict, cause?.code ?? lookalike?.code ?? null, browserCode?.[exchange.browser] ?? null];
};

describe('a redirect', () => {
  const redirect = (location: string, origin = PAGE) => ({
    answer: { status: 302, headers: [allow(origin), to(location)] },
  });

  it('to what is no URL fails before any header is looked at', () => {
    const end = failed('net::ERR_INVALID_REDIRECT', 'invalid-response');
    const exchange = recorded('chromium', redirect('http://[', 'http://b.test'), { delivered: false }, end);
    expect(told(exchange)).toEqual(['failed', 'other-failure', null]);
  });

  it('that the browser announces and then refuses is one to a scheme that may not be fetched', () => {
    const exchange = call({
      id: '1',
      url: 'ftp://a.test/',
      redirects: [{ url: `${API}/a`, answer: { status: 308, headers: [allow(), to('ftp://a.test/')] } }],
      error: BLOCKED,
      answer: null,
    });
    const unsent = {
      ...exchange,
      hops: exchange.hops.map((hop, i) =>
        i === 1 ? { ...hop, requestHeaders: null } : hop,
      ) as unknown as Exchange['hops'],
    };
    expect(told(unsent)).toEqual(['blocked', 'redirect-to-disabled-scheme', 'CorsDisabledScheme']);
  });

  it.each([
    ['chromium', PAGE, ['blocked', 'redirect-to-disabled-scheme', 'CorsDisabledScheme']],
    ['firefox', PAGE, ['blocked', 'redirect-to-disabled-scheme', 'CORSRequestNotHttp']],
    ['firefox', 'http://b.test', ['blocked', 'allow-origin-mismatch', 'CORSAllowOriginNotMatchingOrigin']],
  ] as const)(
    'to another program’s scheme is the last that is heard of a call: %s, allowing %s',
    (browser, origin, then) => {
      expect(
        told(recorded(browser, redirect('mailto:a@b.test', origin), { redirected: true, delivered: false }, null)),
      ).toEqual(then);
    },
  );

  it.each([
    ['chromium', failed('net::ERR_UNSAFE_REDIRECT', 'redirect-refused'), null],
    ['firefox', failed('NS_ERROR_CORRUPTED_CONTENT', 'invalid-response'), 'CORSDidNotSucceed'],
  ] as const)('to data: is refused before Access-Control-Allow-Origin is read: %s', (browser, end, code) => {
    const exchange = recorded(browser, redirect('data:,x', 'http://b.test'), { delivered: false }, end);
    expect(told(exchange)).toEqual(['blocked', 'redirect-to-disabled-scheme', code]);
  });

  it('that Firefox refuses ends with the last thing that it knows of the connection', () => {
    const end = failed('NS_ERROR_NET_ON_RECEIVING_FROM', 'connection-lost');
    const exchange = recorded(
      'firefox',
      redirect(`${API}/b`, 'http://b.test'),
      { redirected: true, delivered: false },
      end,
    );
    expect(told(exchange)).toEqual(['blocked', 'allow-origin-mismatch', 'CORSAllowOriginNotMatchingOrigin']);
  });

  it('that the script would not follow fails or not, and neither shows', () => {
    const end = failed('net::ERR_ABORTED', 'aborted');
    expect(told(recorded('chromium', redirect('/b'), { redirected: true, delivered: false }, end))[0]).toBe(
      'undecided',
    );
    const completed: End = { kind: 'completed', at: 9 };
    const extra = { evidence: { credentials: 'omit' as const } };
    expect(told(recorded('firefox', { ...redirect('/b'), extra }, {}, completed))[0]).toBe('undecided');
    // Its target was never looked at.
    expect(told(recorded('firefox', { ...redirect('ftp://a.test/'), extra }, {}, completed))[0]).toBe('undecided');
  });
});

describe('a preflight', () => {
  const preflight = (status: number, ...headers: HeaderList) => ({
    method: 'PUT',
    preflight: { answer: { status, headers: [allow(), ['Access-Control-Allow-Methods', 'PUT'] as const, ...headers] } },
    error: BLOCKED,
  });
  const ended = (exchange: Exchange, end: End): Exchange => {
    const [hop] = exchange.hops;
    return { ...exchange, hops: [{ ...hop, preflight: hop.preflight && { ...hop.preflight, end } }] };
  };
  const refused = failed('NS_ERROR_DOM_BAD_URI', 'blocked');

  it('with an empty Location is no redirect in Chromium', () => {
    expect(told(call({ id: '1', ...preflight(302, to('')) }))).toEqual([
      'blocked',
      'preflight-status',
      'PreflightInvalidStatus',
    ]);
  });
  it('with a Location that is no URL has no name in Chromium', () => {
    expect(told(call({ id: '1', ...preflight(302, to('http://[')) }))).toEqual(['blocked', 'preflight-redirect', null]);
  });
  it.each([
    [`${API}/b`, failed('NS_ERROR_NET_ON_RECEIVING_FROM', 'connection-lost'), 'CORSExternalRedirectNotAllowed'],
    [`${API}/b`, refused, 'CORSPreflightDidNotSucceed'], // redirect mode `error` or `manual`
    ['http://u:p@localhost:8081/', failed('NS_ERROR_NET_ON_RECEIVING_FROM', 'connection-lost'), 'CORSDidNotSucceed'],
    ['data:,x', failed('NS_ERROR_CORRUPTED_CONTENT', 'invalid-response'), 'CORSDidNotSucceed'],
  ])('redirected to %s is told by Firefox by how it was refused', (location, end, code) => {
    const exchange = ended(recorded('firefox', preflight(302, to(location)), {}, refused), end);
    expect(told(exchange)).toEqual(['blocked', 'preflight-redirect', code]);
  });

  it('of the page’s own origin, after a redirect, is not asked for the origin by Firefox', () => {
    const exchange = recorded(
      'firefox',
      {
        method: 'PUT',
        url: `${PAGE}/own`,
        redirects: [{ url: `${API}/a`, answer: { status: 307, headers: [allow(), to(`${PAGE}/own`)] } }],
        preflight: { answer: { status: 502, headers: [allow('http://b.test')] } },
      },
      {},
      refused,
    );
    expect(told(endedAll(exchange, refused))).toEqual(['blocked', 'preflight-status', 'CORSPreflightDidNotSucceed']);
  });
  const endedAll = (exchange: Exchange, end: End): Exchange => ({
    ...exchange,
    hops: exchange.hops.map((hop) =>
      hop.preflight ? { ...hop, preflight: { ...hop.preflight, end } } : hop,
    ) as unknown as Exchange['hops'],
  });
});

describe('several values in Access-Control-Allow-Origin', () => {
  const answered = (value: string) =>
    told(recorded('firefox', { answer: { headers: [allow(value)] } }, {}, { kind: 'completed', at: 9 }));
  it('may have been several lines, which Firefox hands over as one', () => {
    expect(answered(`${PAGE}, ${PAGE}`)[2]).toBe(
      'CORSMultipleAllowOriginNotAllowed or CORSAllowOriginNotMatchingOrigin',
    );
  });
  it('were one line where Firefox would have joined them otherwise', () => {
    expect(answered(`${PAGE},${PAGE}`)[2]).toBe('CORSAllowOriginNotMatchingOrigin');
  });
});

describe('Sec-Fetch-Storage-Access that is absent', () => {
  const crossSite: HeaderList = [
    ['Origin', PAGE],
    ['Sec-Fetch-Mode', 'cors'],
    ['Sec-Fetch-Site', 'cross-site'],
    ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'],
  ];
  const open: HeaderList = [allow(), ['Access-Control-Allow-Credentials', 'true']];
  const spec = { url: 'http://127.0.0.1:8082/a', answer: { headers: open } };
  const completed: End = { kind: 'completed', at: 9 };
  const credentials = (exchange: Exchange) => diagnose(exchange).credentials.value;

  it('tells of a page’s cross-site call that it left credentials out', () => {
    expect(credentials(recorded('firefox', spec, { requestHeaders: crossSite }, completed))).toBe(false);
  });
  it('tells nothing of a worker’s, for Firefox sends none from there', () => {
    const worker = { ...spec, extra: { documentId: null } };
    expect(credentials(recorded('firefox', worker, { requestHeaders: crossSite }, completed))).toBeNull();
  });
  it('tells nothing after a redirect, which Firefox calls cross-site wherever it leads', () => {
    const redirects = [{ url: `${API}/a`, answer: { status: 302, headers: [...open, to(`${API}/b`)] } }];
    const redirected = { ...spec, url: `${API}/b`, redirects };
    expect(credentials(recorded('firefox', redirected, { requestHeaders: crossSite }, completed))).toBeNull();
  });
});

describe('what the script can read', () => {
  const readability = (value: string) =>
    diagnose(
      call({
        id: '1',
        answer: {
          headers: [
            allow(),
            ['Access-Control-Allow-Credentials', 'true'],
            ['Access-Control-Expose-Headers', value],
            ['ETag', 'x'],
          ],
        },
      }),
    ).readability;
  it('depends where `*` meets a credentials mode that is not known', () => {
    expect(readability('*')?.readable).toEqual([]);
    expect(readability('*')?.depends).toContain('etag');
    expect(readability('etag')).toMatchObject({ readable: ['etag'], depends: [] });
  });
});

describe('an element’s answer that Firefox keeps back', () => {
  const asImage = (type: string, end: End) =>
    recorded(
      'firefox',
      { type: 'image', answer: { headers: [['Content-Type', type]] } },
      { requestHeaders: [['Sec-Fetch-Mode', 'no-cors']], delivered: false },
      end,
    );
  // As 153 and 159 report it.
  const aborted = failed('NS_BINDING_ABORTED', 'aborted');
  const networkError = failed('NS_ERROR_DOM_NETWORK_ERR', 'other');

  it.each([aborted, networkError])('is Opaque Response Blocking’s where the type is never an element’s', (end) => {
    expect(told(asImage('application/json', end)).slice(0, 2)).toEqual(['failed', 'orb']);
  });
  it('is not called so where an element can have it, or for any other failure', () => {
    expect(told(asImage('image/png', networkError))[1]).toBe('other-failure');
    expect(told(asImage('application/json', failed('NS_ERROR_NEW', 'other')))[1]).toBe('other-failure');
  });
});
