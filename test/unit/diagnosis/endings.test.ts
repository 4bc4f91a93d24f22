import { describe, expect, it } from 'vitest';
import type { FailureKind, ResourceType } from '../../../src/capture/event.ts';
import { failureKind } from '../../../src/capture/failure.ts';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { wantedOf } from '../../../src/diagnosis/wanted.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { API, BLOCKED, type CallSpec, call, PAGE } from '../../fixtures/panel-page/calls.ts';

const open: HeaderList = [['Access-Control-Allow-Origin', PAGE]];
const OMIT = { evidence: { credentials: 'omit' as const } };
const fails = (failure: FailureKind, text = `net::${failure}`) => ({ text, failure });
const said = (exchange: Exchange, others: readonly Exchange[] = []) => {
  const { verdict, certainty, cause, lookalike } = diagnose(exchange, {
    toServer: (server) =>
      [...others, exchange].filter(({ hops }) => hops.some(({ url }) => new URL(url).origin === server)),
  });
  return [verdict, certainty, cause?.code ?? lookalike?.code ?? null];
};
const made = (spec: Partial<CallSpec>) => call({ id: '1', extra: OMIT, ...spec });

describe('a call without an answer failed of', () => {
  it.each<readonly [FailureKind, string]>([
    ['aborted', 'aborted'],
    ['connection-refused', 'connection-refused'],
    ['connection-lost', 'connection-lost'],
    ['name-not-resolved', 'name-not-resolved'],
    ['tls', 'tls'],
    ['timed-out', 'timed-out'],
    ['offline', 'offline'],
    ['blocked-by-extension', 'blocked-by-extension'],
    ['blocked-by-policy', 'content-security-policy'],
    ['mixed-content', 'mixed-content'],
    ['corp', 'corp'],
    ['coep', 'coep'],
    ['orb', 'orb'],
    ['unsafe-port', 'unsafe-port'],
    ['too-many-redirects', 'too-many-redirects'],
    ['redirect-refused', 'redirect-refused'],
    ['content-decoding', 'content-decoding'],
    ['invalid-response', 'other-failure'],
    ['proxy', 'proxy'],
    ['other', 'other-failure'],
  ])('%s: %s', (failure, code) => {
    const exchange = made({ error: fails(failure) });
    expect(said(exchange)).toEqual(['failed', 'observed', code]);
    expect(diagnose(exchange).lookalike).toMatchObject({ evidence: `net::${failure}`, hop: 0, during: 'actual' });
  });
  it('a rule of the browser’s administrator, which is no policy of the page', () => {
    const error = 'net::ERR_BLOCKED_BY_ADMINISTRATOR';
    const exchange = made({ error: fails(failureKind(error, 'chromium'), error) });
    expect(said(exchange)).toEqual(['failed', 'observed', 'other-failure']);
    expect(diagnose(exchange).lookalike).toMatchObject({ evidence: 'net::ERR_BLOCKED_BY_ADMINISTRATOR' });
  });
  it('nothing that is told', () => {
    const [hop] = made({}).hops;
    expect(said({ ...made({}), browser: 'firefox', hops: [{ ...hop, delivered: false }] })).toEqual([
      'undecided',
      'depends',
      null,
    ]);
  });
});

describe('a preflight without an answer', () => {
  const asked = (
    error: { text: string; failure: FailureKind },
    theirs: FailureKind | null,
    more: Partial<CallSpec> = {},
  ) => {
    const exchange = made({ method: 'PUT', preflight: { answer: null }, error, ...more });
    const [hop] = exchange.hops;
    const end = theirs === null ? null : ({ kind: 'failed', at: 9, error: `net::${theirs}`, failure: theirs } as const);
    return { ...exchange, hops: [{ ...hop, preflight: hop.preflight && { ...hop.preflight, end } }] } as Exchange;
  };
  it.each<readonly [FailureKind, readonly string[]]>([
    ['connection-refused', ['failed', 'observed', 'connection-refused']],
    ['name-not-resolved', ['failed', 'observed', 'name-not-resolved']],
    ['tls', ['failed', 'observed', 'tls']],
    ['offline', ['failed', 'observed', 'offline']],
    ['proxy', ['failed', 'observed', 'proxy']],
    ['unsafe-port', ['failed', 'observed', 'unsafe-port']],
    ['aborted', ['failed', 'observed', 'aborted']],
    ['blocked-by-extension', ['failed', 'observed', 'blocked-by-extension']],
    ['timed-out', ['blocked', 'observed', 'preflight-unanswered']],
    ['connection-lost', ['blocked', 'observed', 'preflight-unanswered']],
    ['other', ['blocked', 'observed', 'preflight-unanswered']],
  ])('%s', (failure, then) => {
    // The reason stands on the call in Chromium, on its preflight in Firefox.
    expect(said(asked(fails(failure), 'blocked'))).toEqual(then);
    expect(said(asked(BLOCKED, failure))).toEqual(then);
  });
  it('says of what, by whichever of the two knows', () => {
    const evidence = (exchange: Exchange) => {
      const { cause, lookalike } = diagnose(exchange);
      return cause?.got ?? [lookalike?.evidence, lookalike?.during];
    };
    expect(evidence(asked(fails('tls'), 'blocked'))).toEqual(['net::tls', 'preflight']);
    expect(evidence(asked(BLOCKED, 'tls'))).toEqual(['net::tls', 'preflight']);
    expect(evidence(asked(BLOCKED, 'timed-out'))).toBe('net::timed-out');
    expect(evidence(asked(BLOCKED, null))).toBe(BLOCKED.text);
  });
  it('of a server that answers other calls is the server’s OPTIONS', () => {
    const other = (more: Partial<CallSpec>) => call({ id: '2', answer: {}, ...more });
    const refused = asked(fails('connection-refused'), 'blocked', { at: 100_000 });
    const blocked = ['blocked', 'observed', 'preflight-unanswered'];
    const failed = ['failed', 'observed', 'connection-refused'];
    expect(said(refused, [other({ at: 50_000 })])).toEqual(blocked);
    expect(said(refused, [other({ at: 200_000 })])).toEqual(blocked);
    expect(said(refused, [other({ at: 40_000 })])).toEqual(failed); // a minute before
    expect(said(refused, [other({ at: 50_000, answer: null })])).toEqual(failed);
    expect(said(refused, [other({ at: 50_000, url: 'http://elsewhere.test/' })])).toEqual(failed);
  });
});

describe('access to the local network', () => {
  const of = (origin: string, url: string, more: Partial<CallSpec> = {}) =>
    made({ origin, url, extra: { ...OMIT, initiator: origin }, error: fails('local-network'), ...more });
  it('was denied, or a page without TLS cannot have it', () => {
    const exchange = of('https://app.test', 'http://192.168.1.1/x');
    expect(said(exchange)).toEqual(['blocked', 'observed', 'local-network-denied']);
    expect(diagnose(exchange).cause).toMatchObject({ phase: 'response', got: 'http://192.168.1.1', hop: 0 });
    expect(said(of('http://app.test', 'http://192.168.1.1/x'))).toEqual([
      'blocked',
      'observed',
      'local-network-insecure',
    ]);
    expect(said(of('http://localhost', 'http://192.168.1.1/x'))).toEqual([
      'blocked',
      'observed',
      'local-network-denied',
    ]);
  });
  it('is told of a preflight too', () => {
    const unasked = { method: 'PUT', preflight: { answer: null, error: 'x' } };
    const exchange = of('https://app.test', 'http://10.0.0.1/', unasked);
    expect(said(exchange)).toEqual(['blocked', 'observed', 'local-network-denied']);
    expect(diagnose(exchange).cause?.phase).toBe('preflight');
  });
  const silently = (origin: string, url: string) => {
    const exchange = of(origin, url, { method: 'PUT', preflight: { answer: null }, error: BLOCKED });
    const [hop] = exchange.hops;
    const end = { kind: 'failed', at: 9, error: 'net::ERR_FAILED', failure: 'blocked' } as const;
    return said({ ...exchange, hops: [{ ...hop, preflight: hop.preflight && { ...hop.preflight, end } }] });
  };
  it.each([
    'http://localhost:1/',
    'http://api.localhost/',
    'http://printer.local/',
    'http://127.1.2.3/',
    'http://10.0.0.1/',
    'http://192.168.0.10/',
    'http://172.16.0.1/',
    'http://172.31.0.1/',
    'http://169.254.1.1/',
    'http://[::1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
  ])('was refused where nothing else is told of %s', (url) => {
    expect(silently('https://app.test', url)).toEqual(['blocked', 'derived', 'local-network-denied']);
  });
  it.each([
    ['https://app.test', 'http://172.32.0.1/'],
    ['https://app.test', 'http://11.0.0.1/'],
    ['https://app.test', 'http://192.169.0.1/'],
    ['https://app.test', 'http://localhost.test/'],
    ['https://app.test', 'http://mylocalhost/'],
    ['https://app.test', 'http://127.0.0.1.test/'],
    ['http://localhost:8080', 'http://10.0.0.1/'],
    ['null', 'http://10.0.0.1/'],
  ])('is no matter of a call from %s to %s', (origin, url) => {
    expect(silently(origin, url)).toEqual(['blocked', 'observed', 'preflight-unanswered']);
  });
});

describe('a call with an answer', () => {
  it('of which the browser names another reason failed of that, whatever the headers say', () => {
    const answer = { headers: [] as HeaderList };
    expect(said(made({ answer, error: fails('too-many-redirects') }))).toEqual([
      'failed',
      'observed',
      'too-many-redirects',
    ]);
  });
  it('that did not restrict itself was refused for the page’s own policy', () => {
    const plain = (headers: HeaderList) => {
      const exchange = made({ type: 'image', answer: { headers }, error: fails('corp') });
      const [hop] = exchange.hops;
      return said({ ...exchange, evidence: {}, hops: [{ ...hop, requestHeaders: [['Sec-Fetch-Mode', 'no-cors']] }] });
    };
    expect(plain([])).toEqual(['failed', 'observed', 'coep']);
    expect(plain([['Cross-Origin-Resource-Policy', 'same-origin']])).toEqual(['failed', 'observed', 'corp']);
  });
  it('that the page stopped reading was allowed', () => {
    const read = (failure: FailureKind) => {
      const exchange = made({ answer: { headers: open }, error: fails(failure) });
      return { ...exchange, hops: [{ ...exchange.hops[0], delivered: true }] } as Exchange;
    };
    expect(said(read('aborted'))).toEqual(['allowed', 'observed', null]);
    expect(said(read('blocked'))).toEqual(['allowed', 'observed', null]);
    expect(said(read('connection-lost'))).toEqual(['failed', 'observed', 'connection-lost']);
    expect(said({ ...read('aborted'), browser: 'firefox' })).toEqual(['allowed', 'derived', null]);
    expect(said({ ...read('connection-lost'), browser: 'firefox' })).toEqual(['failed', 'observed', 'connection-lost']);
  });
  it('that passes all steps and was refused all the same is not explained', () => {
    const exchange = made({ answer: { headers: open }, error: BLOCKED });
    expect(said(exchange)).toEqual(['blocked', 'observed', 'unexplained']);
    expect(diagnose(exchange).cause).toMatchObject({ phase: 'response', got: BLOCKED.text, hop: 0 });
    const sent = call({ id: '2', answer: { headers: open, seenByPage: [] } });
    expect(said(exchange, [sent])).toEqual(['blocked', 'observed', 'altered-by-extension']);
    const same = {
      ...sent,
      hops: [{ ...sent.hops[0], response: { ...sent.hops[0].response, seenByPage: null } }],
    } as Exchange;
    expect(said(exchange, [same])).toEqual(['blocked', 'observed', 'unexplained']);
    const elsewhere = call({ id: '2', url: 'http://b.test/', answer: { headers: open, seenByPage: [] } });
    expect(said(exchange, [elsewhere])).toEqual(['blocked', 'observed', 'unexplained']);
  });
  it('and a preflight that passes, and was refused all the same', () => {
    const headers: HeaderList = [...open, ['Access-Control-Allow-Methods', 'PUT']];
    const exchange = made({ method: 'PUT', preflight: { answer: { status: 204, headers } }, error: BLOCKED });
    expect(diagnose(exchange).cause).toMatchObject({ code: 'unexplained', phase: 'preflight' });
    expect(said({ ...exchange, partial: true })).toEqual(['undecided', 'depends', null]);
  });
});

describe('a call that is not subject to CORS', () => {
  const of = (mode: string, spec: Partial<CallSpec> = {}, type: ResourceType = 'image'): Exchange => {
    const exchange = made({ type, answer: {}, ...spec });
    const [hop] = exchange.hops;
    return { ...exchange, evidence: {}, hops: [{ ...hop, requestHeaders: [['Sec-Fetch-Mode', mode]] }] };
  };
  it('is opaque, or just succeeds', () => {
    expect(said(of('no-cors'))).toEqual(['opaque', 'observed', null]);
    expect(said(of('navigate'))).toEqual(['allowed', 'observed', null]);
    expect(said(of('websocket', {}, 'websocket'))).toEqual(['allowed', 'observed', null]);
    expect(diagnose(of('no-cors')).trace.map(({ id, state }) => [id, state])).toEqual([
      ['request-mode', 'not-needed'],
      ['response-delivered', 'passed'],
    ]);
  });
  it('fails as any other', () => {
    expect(said(of('no-cors', { answer: null, error: fails('connection-refused') }))).toEqual([
      'failed',
      'observed',
      'connection-refused',
    ]);
    expect(said(of('no-cors', { answer: null, error: BLOCKED }))).toEqual(['failed', 'observed', 'other-failure']);
  });
  it('is pending while it lasts, and undecided where its end was not recorded', () => {
    expect(said(of('no-cors', { answer: null, open: true }))[0]).toBe('pending');
    const unseen = (browser: 'chromium' | 'firefox') =>
      said({ ...of('no-cors'), browser, end: { kind: 'unseen', at: 9 } as Exchange['end'] })[0];
    expect(unseen('firefox')).toBe('undecided');
    expect(unseen('chromium')).toBe('opaque');
  });
  it('is kept back by Firefox without a word, if it is of a type that no element shows', () => {
    const kept = (type: string, more: Partial<Exchange> = {}) =>
      said({
        ...of('no-cors', { answer: { headers: [['Content-Type', type]] }, error: fails('aborted') }),
        browser: 'firefox',
        ...more,
      } as Exchange)[2];
    for (const type of [
      'text/html',
      'application/json; charset=utf-8',
      'application/problem+json',
      ' text/xml',
      'application/xml',
    ])
      expect([type, kept(type)]).toEqual([type, 'orb']);
    for (const type of ['image/png', 'image/svg+xml', 'text/htmlx', 'text/plain', ''])
      expect([type, kept(type)]).toEqual([type, 'aborted']);
    expect(kept('text/html', { browser: 'chromium' })).toBe('aborted');
    expect(kept('text/html', { type: 'xmlhttprequest' })).toBe('aborted');
  });
});

const BY_ORIGIN = ['cors', 'origin-header-cross-origin', 'inferred'] as const;

describe('the mode', () => {
  const mode = (spec: Partial<CallSpec>, headers: HeaderList | null, evidence: Exchange['evidence'] = {}) => {
    const exchange = call({ id: '1', answer: {}, ...spec });
    const { mode } = diagnose({ ...exchange, evidence, hops: [{ ...exchange.hops[0], requestHeaders: headers }] });
    return [mode.value, mode.from === 'unknown' ? null : mode.because.code, mode.from];
  };
  const origin: HeaderList = [['Origin', PAGE]];
  it.each<readonly [string, Partial<CallSpec>, HeaderList | null, Exchange['evidence'], readonly unknown[]]>([
    ['of a WebSocket', { type: 'websocket' }, origin, {}, ['websocket', 'resource-type', 'seen']],
    ['by its header', {}, [['Sec-Fetch-Mode', 'no-cors']], { mode: 'cors' }, ['no-cors', 'sec-fetch-mode', 'seen']],
    ['by its preflight', { preflight: { answer: {} } }, null, {}, ['cors', 'preflight-was-sent', 'inferred']],
    [
      'by the page witness',
      {},
      [...origin, ['Sec-Fetch-Mode', 'odd']],
      { mode: 'same-origin' },
      ['same-origin', 'page-witness', 'seen'],
    ],
    ['of a font', { type: 'font' }, [], {}, ['cors', 'resource-type', 'inferred']],
    ['not where nothing was seen', {}, null, {}, [null, null, 'unknown']],
    ['without Origin', {}, [], {}, ['no-cors', 'no-origin-header', 'inferred']],
    ['of a beacon', { type: 'ping', method: 'POST' }, origin, {}, ['no-cors', 'resource-type', 'inferred']],
    ['of another ping', { type: 'ping' }, origin, {}, ['cors', 'origin-header-cross-origin', 'inferred']],
    ['of a POST that was blocked', { method: 'POST', error: BLOCKED }, origin, {}, BY_ORIGIN],
    ['of a POST that may be read', { method: 'POST', answer: { headers: open } }, origin, {}, BY_ORIGIN],
    [
      'of a POST that nobody allowed and that was handed over',
      { method: 'POST' },
      origin,
      {},
      ['no-cors', 'handed-over-unasked', 'inferred'],
    ],
    [
      'of a POST that another extension allowed',
      { method: 'POST', answer: { seenByPage: open } },
      origin,
      {},
      BY_ORIGIN,
    ],
    ['of a POST in Firefox', { method: 'POST', extra: { browser: 'firefox' } }, origin, {}, BY_ORIGIN],
  ])('%s', (_, spec, headers, evidence, is) => {
    expect(mode(spec, headers, evidence)).toEqual(is);
  });
  it('of a call that leaves its origin by a redirect, by what it carries there', () => {
    // http without Sec-Fetch-Mode, as in many an intranet: the first request is of the page's own origin.
    const [own, sso] = ['http://app.corp.test', 'http://sso.corp.test'];
    const redirected = (carries: HeaderList | null) => {
      const exchange = call({
        id: '1',
        origin: own,
        url: `${sso}/login`,
        redirects: [{ url: `${own}/api`, answer: { status: 302, headers: { Location: `${sso}/login` } } }],
        answer: {},
        error: BLOCKED,
      });
      const [first, last] = exchange.hops;
      const hops = [
        { ...first, requestHeaders: [] },
        { ...last, requestHeaders: carries },
      ] as Exchange['hops'];
      const { mode, verdict, cause } = diagnose({ ...exchange, hops });
      return [mode.value, verdict, cause?.code ?? null];
    };
    expect(redirected([['Origin', own]])).toEqual(['cors', 'blocked', 'allow-origin-missing']);
    expect(redirected([])).toEqual(['no-cors', 'failed', null]);
    expect(redirected(null)).toEqual([null, 'blocked', 'allow-origin-missing']);
  });
});

describe('credentials', () => {
  const because = (spec: Partial<CallSpec>, headers: HeaderList, more: Partial<Exchange> = {}) => {
    const exchange = call({
      id: '1',
      answer: { headers: [...open, ['Access-Control-Allow-Credentials', 'true']] },
      ...spec,
    });
    const { credentials } = diagnose({
      ...exchange,
      ...more,
      hops: [{ ...exchange.hops[0], requestHeaders: [['Origin', PAGE], ['Sec-Fetch-Mode', 'cors'], ...headers] }],
    });
    return credentials.from === 'unknown' ? null : [credentials.value, credentials.because.code];
  };
  const agent = (name: string): HeaderList => [
    ['Sec-Fetch-Site', 'cross-site'],
    ['User-Agent', `Mozilla/5.0 ${name}`],
  ];
  it.each<readonly [string, Partial<CallSpec>, HeaderList, readonly [boolean, string] | null]>([
    ['a cookie tells', {}, [['Cookie', 'a=b']], [true, 'cookie-sent']],
    ['storage access tells', {}, [['Sec-Fetch-Storage-Access', 'active']], [true, 'storage-access-header']],
    ['a font has none', { type: 'font' }, [], [false, 'resource-type']],
    ['Chrome would have told', {}, agent('Chrome/133.0.0.0'), [false, 'no-storage-access-header']],
    ['an older one not', {}, agent('Chrome/132.0.0.0'), null],
    ['nor another browser', {}, agent('Safari/605'), null],
    [
      'nor within a site',
      {},
      [
        ['Sec-Fetch-Site', 'same-site'],
        ['User-Agent', 'Chrome/156.0'],
      ],
      null,
    ],
    ['the own origin does not tell', { url: `${PAGE}/own` }, [['Cookie', 'a=b']], null],
  ])('%s', (_, spec, headers, is) => {
    expect(because(spec, headers)).toEqual(is);
  });
  it.each<readonly [string, string | null, readonly [boolean, string] | null]>([
    ['153', 'D', [false, 'no-storage-access-header']],
    ['152', 'D', null],
    ['153', null, null],
  ])('Firefox %s, document %s', (version, documentId, is) => {
    expect(because({}, agent(`Firefox/${version}.0`), { browser: 'firefox', documentId })).toEqual(is);
  });
  it.each([
    ['include', true],
    ['same-origin', false],
    ['omit', false],
  ] as const)('the page witness says %s', (credentials, value) => {
    expect(because({}, [], { evidence: { credentials } })).toEqual([value, 'page-witness']);
  });
  it('of a preflight tell as well', () => {
    const exchange = call({ id: '1', method: 'PUT', url: `${API}/x`, preflight: { answer: {} }, error: BLOCKED });
    const [hop] = exchange.hops;
    const asked: HeaderList = [...(hop.preflight?.requestHeaders ?? []), ['Sec-Fetch-Storage-Access', 'none']];
    const told: Exchange = {
      ...exchange,
      hops: [{ ...hop, preflight: hop.preflight && { ...hop.preflight, requestHeaders: asked } }],
    };
    expect(diagnose(told).credentials).toMatchObject({
      value: true,
      because: { code: 'storage-access-header' },
    });
  });
});

describe('what the preflight’s end tells of credentials', () => {
  const STAR: HeaderList = [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Allow-Methods', 'PUT'],
  ];
  const put = (more: Partial<CallSpec> = {}) =>
    call({
      id: '1',
      method: 'PUT',
      preflight: { answer: { status: 204, headers: STAR } },
      answer: null,
      open: true,
      ...more,
    });
  const learned = (exchange: Exchange) => diagnose(exchange).credentials.value;
  const sent = (exchange: Exchange): Exchange => {
    const [hop] = exchange.hops;
    return {
      ...exchange,
      hops: [
        {
          ...hop,
          requestHeaders: [
            ['Origin', PAGE],
            ['Sec-Fetch-Mode', 'cors'],
          ],
        },
      ],
    };
  };
  it('that the call was sent: Chromium was content with `*`', () => {
    expect(learned(sent(put()))).toBe(false);
    expect(learned(put())).toBeNull();
  });
  it('that it completed: Firefox was', () => {
    const firefox = sent({ ...put(), browser: 'firefox' });
    const [hop] = firefox.hops;
    const ended = (end: NonNullable<typeof hop.preflight>['end']): Exchange => ({
      ...firefox,
      hops: [{ ...hop, preflight: hop.preflight && { ...hop.preflight, end } }],
    });
    expect(learned(firefox)).toBe(false);
    expect(learned(ended(null))).toBeNull();
    expect(learned(ended({ kind: 'failed', at: 9, error: 'NS_ERROR_DOM_BAD_URI', failure: 'blocked' }))).toBeNull();
  });
  it('that an answer came', () => {
    const answered = put({
      answer: {
        headers: [
          ['Access-Control-Allow-Origin', PAGE],
          ['Access-Control-Allow-Credentials', 'true'],
        ],
      },
    });
    const [hop] = answered.hops;
    const unsaid = { ...answered, hops: [{ ...hop, requestHeaders: null }] } as Exchange;
    expect(learned(unsaid)).toBe(false);
  });
});

describe('a call that fails on either assumption', () => {
  it('has one cause where it is the same', () => {
    const { cause, otherCause, readings } = diagnose(call({ id: '1', answer: {}, error: BLOCKED }));
    expect([cause?.code, otherCause, readings]).toEqual(['allow-origin-missing', null, null]);
  });
  it('and only the one of the assumption that a preflight’s passing leaves', () => {
    const headers: HeaderList = [
      ['Access-Control-Allow-Origin', PAGE],
      ['Access-Control-Allow-Methods', 'PUT'],
    ];
    const exchange = call({
      id: '1',
      method: 'PUT',
      preflight: { answer: { status: 204, headers } },
      answer: { headers: [['Access-Control-Allow-Credentials', 'x']] },
      error: BLOCKED,
      extra: { browser: 'firefox' },
    });
    const { cause, credentials } = diagnose(exchange);
    expect([cause?.code, cause?.phase, credentials.value]).toEqual(['allow-origin-missing', 'response', false]);
  });
});

it('takes Chromium’s own reason for a redirect’s failure, and none of Firefox’s vague ones', () => {
  const redirect = (browser: 'chromium' | 'firefox', failure: FailureKind): Exchange => {
    const headers: HeaderList = [
      ['Access-Control-Allow-Origin', 'http://b.test'],
      ['Location', '/b'],
    ];
    const exchange = made({ answer: { status: 302, headers }, error: fails(failure) });
    return { ...exchange, browser, hops: [{ ...exchange.hops[0], delivered: false }] };
  };
  expect(said(redirect('chromium', 'connection-lost'))).toEqual(['failed', 'observed', 'connection-lost']);
  expect(said(redirect('firefox', 'connection-lost'))).toEqual(['blocked', 'derived', 'allow-origin-mismatch']);
  expect(said(redirect('firefox', 'other'))).toEqual(['blocked', 'derived', 'allow-origin-mismatch']);
  expect(said(redirect('firefox', 'tls'))).toEqual(['failed', 'observed', 'tls']);
});

describe('Resource Timing that contradicts the headers', () => {
  const timed = (status: number, headers: HeaderList, responseStatus = 200): Exchange => ({
    ...made({ answer: { status, headers }, extra: { browser: 'firefox' } }),
    evidence: {
      credentials: 'omit',
      resourceTiming: { responseStatus, initiatorType: 'fetch', matchedBy: 'only-candidate' },
    },
  });
  it('is not believed: a page can write what it likes there', () => {
    expect(said(timed(200, []))).toEqual(['blocked', 'derived', 'allow-origin-missing']);
    expect(said(timed(200, open, 0))).toEqual(['allowed', 'derived', null]);
  });
  it('but of a revalidated answer Firefox shows only a part of the headers', () => {
    expect(said(timed(304, []))).toEqual(['allowed', 'observed', null]);
  });
});

it('holds a preflight against the origin that it asked with, where the call’s own became null', () => {
  const exchange = made({ method: 'PUT', preflight: { answer: { status: 204, headers: [] } }, error: BLOCKED });
  const [hop] = exchange.hops;
  const asked: Exchange = {
    ...exchange,
    hops: [
      {
        ...hop,
        requestHeaders: [
          ['Origin', 'null'],
          ['Sec-Fetch-Mode', 'cors'],
        ],
      },
    ],
    browser: 'firefox',
  };
  const refused = { kind: 'failed', at: 9, error: 'NS_ERROR_DOM_BAD_URI', failure: 'blocked' } as const;
  const ended: Exchange = {
    ...asked,
    hops: [{ ...asked.hops[0], preflight: hop.preflight && { ...hop.preflight, end: refused } }],
  };
  expect(diagnose(ended)).toMatchObject({ cause: { phase: 'preflight', want: PAGE }, origin: { value: PAGE } });
  const answered = made({ answer: {}, error: BLOCKED });
  const nulled: Exchange = {
    ...answered,
    hops: [
      {
        ...answered.hops[0],
        requestHeaders: [
          ['Origin', 'null'],
          ['Sec-Fetch-Mode', 'cors'],
        ],
      },
    ],
  };
  expect(diagnose(nulled)).toMatchObject({ cause: { phase: 'response', want: 'null' }, origin: { value: 'null' } });
});

it('tells what a script can read of answers that scripts get', () => {
  const readable = (type: ResourceType) => diagnose({ ...made({ answer: { headers: open } }), type }).readability;
  expect(readable('xmlhttprequest')).not.toBeNull();
  expect(readable('other')).not.toBeNull();
  expect(readable('image')).toBeNull();
});

it('tells nobody to allow `null`', () => {
  expect([wantedOf({ want: 'null' }), wantedOf({ want: PAGE }), wantedOf({ want: null })]).toEqual([null, PAGE, null]);
});
