import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { End, Exchange } from '../../../src/exchange/exchange.ts';
import { API, BLOCKED, type CallSpec, call, PAGE } from '../../fixtures/panel-page/calls.ts';

const open: HeaderList = [['Access-Control-Allow-Origin', PAGE]];
const OMIT = { evidence: { credentials: 'omit' as const } };
const judged = (spec: Partial<CallSpec>) => call({ id: '1', extra: OMIT, ...spec });
/** Each step as `name: state`, those that are not needed or not reached left out. */
const taken = (exchange: Exchange) =>
  diagnose(exchange)
    .trace.filter(({ state }) => state !== 'not-needed' && state !== 'not-reached')
    .map(({ id, state }) => `${id}: ${state}`);
const states = (exchange: Exchange) => diagnose(exchange).trace.map(({ id, state }) => `${id}: ${state}`);

describe('the steps of a call that succeeds', () => {
  const exchange = judged({
    method: 'PUT',
    preflight: {
      asks: 'x-a',
      answer: {
        status: 204,
        headers: [...open, ['Access-Control-Allow-Methods', 'PUT'], ['Access-Control-Allow-Headers', 'X-A']],
      },
    },
    answer: { headers: open },
  });
  it('come in the standard’s order', () => {
    expect(states(exchange)).toEqual([
      'request-mode: passed',
      'preflight-needed: passed',
      'preflight-answered: passed',
      'preflight-not-redirected: passed',
      'preflight-allow-origin: passed',
      'preflight-allow-credentials: not-needed',
      'preflight-ok-status: passed',
      'preflight-allow-methods: passed',
      'preflight-allow-headers: passed',
      'response-arrived: passed',
      'response-allow-origin: passed',
      'response-allow-credentials: not-needed',
      'response-delivered: passed',
    ]);
  });
  it('tell whether a preflight was needed, though an earlier answer spared it', () => {
    const needed = (spec: Partial<CallSpec>, headers?: null) => {
      const made = judged({ answer: { headers: open }, ...spec });
      const seen = headers === null ? { ...made, hops: [{ ...made.hops[0], requestHeaders: null }] as const } : made;
      return states(seen).find((state) => state.startsWith('preflight-needed'));
    };
    expect(needed({ method: 'PUT' })).toBe('preflight-needed: passed');
    expect(needed({})).toBe('preflight-needed: not-needed');
    expect(needed({ method: 'PUT', url: `${PAGE}/own` })).toBe('preflight-needed: not-needed');
    const unseen = { extra: { evidence: { ...OMIT.evidence, mode: 'cors' as const } } };
    expect(needed(unseen, null)).toBe('preflight-needed: unknown');
    expect(needed({ ...unseen, method: 'PUT' }, null)).toBe('preflight-needed: passed');
  });
  it('say what was expected, what came, and where it stands', () => {
    const { trace } = diagnose(exchange);
    const said = Object.fromEntries(
      trace.map(({ id, expected, got, pointer }) => [id, [expected, got, pointer?.header ?? null]]),
    );
    expect(said).toEqual({
      'request-mode': [null, 'cors', null],
      'preflight-needed': [null, null, null],
      'preflight-answered': [null, '204', ':status'],
      'preflight-not-redirected': [null, null, null],
      'preflight-allow-origin': [PAGE, PAGE, 'access-control-allow-origin'],
      'preflight-allow-credentials': [null, null, 'access-control-allow-credentials'],
      'preflight-ok-status': ['200–299', '204', ':status'],
      'preflight-allow-methods': ['PUT', 'PUT', 'access-control-allow-methods'],
      'preflight-allow-headers': ['x-a', 'X-A', 'access-control-allow-headers'],
      'response-arrived': [null, '200', ':status'],
      'response-allow-origin': [PAGE, PAGE, 'access-control-allow-origin'],
      'response-allow-credentials': [null, null, 'access-control-allow-credentials'],
      'response-delivered': [null, null, null],
    });
    expect(trace.map(({ pointer }) => pointer?.message ?? null).filter(Boolean)).toEqual([
      ...Array(6).fill('preflight-response'),
      ...Array(3).fill('response'),
    ]);
    expect(trace.every(({ deviates, fault, hop }) => !deviates && fault === null && hop === 0)).toBe(true);
  });
  it('need no entry for what is safelisted', () => {
    const get = judged({ preflight: { answer: { status: 204, headers: open } }, answer: { headers: open } });
    const at = (id: string) => diagnose(get).trace.find((step) => step.id === id);
    expect(at('preflight-allow-methods')).toMatchObject({ state: 'passed', expected: null, got: null });
    expect(at('preflight-allow-headers')).toMatchObject({ state: 'passed', expected: null, got: null });
  });
  it('say where the browsers allow more than the standard', () => {
    const star: HeaderList = [
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Allow-Headers', '*'],
    ];
    const steps = (asks: string) =>
      diagnose(judged({ preflight: { asks, answer: { status: 204, headers: star } }, answer: { headers: star } }))
        .trace;
    expect(
      steps('authorization')
        .filter(({ deviates }) => deviates)
        .map(({ id }) => id),
    ).toEqual(['preflight-allow-headers']);
    expect(steps('x-a').some(({ deviates }) => deviates)).toBe(false);
  });
});

describe('a preflight', () => {
  const asks = (answer: { status?: number; headers?: HeaderList } | null, more: Partial<CallSpec> = {}) =>
    judged({ method: 'PUT', preflight: { asks: 'x-a', answer }, error: BLOCKED, ...more });
  const faults = (exchange: Exchange) =>
    diagnose(exchange).faults.map(({ code, phase, got, want }) => [code, phase, got, want]);

  /** Firefox ends the preflight that it refuses with an error. */
  const inFirefox = (exchange: Exchange): Exchange => {
    const [hop] = exchange.hops;
    const end: End = { kind: 'failed', at: 9, error: 'NS_ERROR_DOM_BAD_URI', failure: 'blocked' };
    return {
      ...exchange,
      browser: 'firefox',
      hops: [{ ...hop, preflight: hop.preflight && { ...hop.preflight, end } }],
    };
  };

  it('with an error status fails that step, and the browser is not said to deviate', () => {
    const failed = diagnose(asks({ status: 404, headers: open })).trace.filter(({ state }) => state === 'failed');
    expect(failed).toMatchObject([
      { id: 'preflight-ok-status', expected: '200–299', got: '404', fault: 'preflight-status', deviates: false },
      { id: 'preflight-allow-methods' },
      { id: 'preflight-allow-headers' },
    ]);
  });
  it('of the page’s own origin, which a redirect led back to, Firefox does not check for its origin', () => {
    const back = (browser: 'chromium' | 'firefox', initiator: string | null = PAGE) => {
      const exchange = judged({
        method: 'PUT',
        url: `${PAGE}/back`,
        redirects: [{ url: `${API}/a`, answer: { status: 307, headers: [...open, ['Location', `${PAGE}/back`]] } }],
        preflight: { answer: { status: 204, headers: [['Access-Control-Allow-Methods', 'PUT']] } },
        answer: { headers: [] },
      });
      return diagnose({ ...exchange, browser, initiator })
        .trace.filter(({ hop, id }) => hop === 1 && /^preflight-allow-(?:origin|credentials)$/.test(id))
        .map(({ id, state }) => `${id}: ${state}`);
    };
    const unchecked = ['preflight-allow-origin: not-needed', 'preflight-allow-credentials: not-needed'];
    expect(back('firefox')).toEqual(unchecked);
    expect(back('firefox', null)).not.toEqual(unchecked);
    expect(back('chromium')).not.toEqual(unchecked);
  });
  it('that nobody answers ends all', () => {
    const exchange = asks(null, { preflight: { asks: 'x-a', answer: null, error: 'net::ERR_FAILED' } });
    expect(diagnose(exchange).trace.find(({ id }) => id === 'preflight-answered')).toMatchObject({
      state: 'failed',
      got: 'net::ERR_FAILED',
    });
    expect(states(exchange).filter((step) => step.endsWith('not-reached'))).toHaveLength(10);
    const pending = asks(null, { open: true });
    const [hop] = pending.hops;
    const waiting: Exchange = {
      ...pending,
      hops: [{ ...hop, preflight: hop.preflight && { ...hop.preflight, end: null } }],
    };
    expect(taken(waiting)).toEqual(['request-mode: passed', 'preflight-needed: passed', 'preflight-answered: unknown']);
  });
  it('that is redirected says nothing more, and Firefox looks at the origin before', () => {
    const redirect = { status: 302, headers: [['Location', '/x']] as HeaderList };
    expect(faults(asks(redirect))).toEqual([
      ['preflight-redirect', 'preflight', '302 /x', '200–299'],
      ['allow-origin-missing', 'preflight', null, PAGE],
    ]);
    const firefox = inFirefox(asks(redirect));
    expect(faults(firefox).map(([code]) => code)).toEqual(['allow-origin-missing', 'preflight-redirect']);
    expect(states(asks(redirect)).slice(6, 9)).toEqual([
      'preflight-ok-status: not-reached',
      'preflight-allow-methods: not-reached',
      'preflight-allow-headers: not-reached',
    ]);
  });
  it('with an error status and nothing else is wrong in all ways', () => {
    expect(faults(asks({ status: 404 }))).toEqual([
      ['allow-origin-missing', 'preflight', null, PAGE],
      ['preflight-status', 'preflight', '404', '200–299'],
      ['allow-methods-lacks-method', 'preflight', null, 'PUT'],
      ['allow-headers-lacks-header', 'preflight', null, 'x-a'],
    ]);
  });
  it('names only the headers that are lacking, and all that were expected', () => {
    const exchange = asks(
      {
        status: 200,
        headers: [...open, ['Access-Control-Allow-Methods', 'PUT'], ['Access-Control-Allow-Headers', 'x-b']],
      },
      {
        preflight: {
          asks: 'x-a,x-b,x-c',
          answer: {
            status: 200,
            headers: [...open, ['Access-Control-Allow-Methods', 'PUT'], ['Access-Control-Allow-Headers', 'x-b']],
          },
        },
      },
    );
    expect(faults(exchange)).toEqual([['allow-headers-lacks-header', 'preflight', 'x-b', 'x-a, x-c']]);
    expect(diagnose(exchange).trace.find(({ state }) => state === 'failed')).toMatchObject({
      id: 'preflight-allow-headers',
      expected: 'x-a, x-b, x-c',
      got: 'x-b',
      fault: 'allow-headers-lacks-header',
    });
  });
  it('with two lists of which the second cannot be read: Chromium reads both first', () => {
    const lists = (methods: string, headers: string) => ({
      status: 200,
      headers: [
        ...open,
        ['Access-Control-Allow-Methods', methods],
        ['Access-Control-Allow-Headers', headers],
      ] as HeaderList,
    });
    const order = (answer: ReturnType<typeof lists>, browser: 'chromium' | 'firefox') =>
      faults(browser === 'firefox' ? inFirefox(asks(answer)) : asks(answer)).map(([code]) => code);
    expect(order(lists('GET', 'x a'), 'chromium')).toEqual(['allow-headers-unparsable', 'allow-methods-lacks-method']);
    expect(order(lists('GET', 'x a'), 'firefox')).toEqual(['allow-methods-lacks-method', 'allow-headers-unparsable']);
    expect(order(lists('P T', 'x a'), 'chromium')).toEqual(['allow-methods-unparsable', 'allow-headers-unparsable']);
    expect(order(lists('P T', 'x-a'), 'chromium')).toEqual(['allow-methods-unparsable']);
    expect(order(lists('PUT', 'x a'), 'chromium')).toEqual(['allow-headers-unparsable']);
  });
});

describe('an origin that is not known', () => {
  const unknown = (headers: HeaderList, more: Partial<CallSpec> = {}) => {
    const made = judged({ answer: { headers }, ...more });
    return {
      ...made,
      initiator: null,
      hops: [{ ...made.hops[0], requestHeaders: [['Sec-Fetch-Mode', 'cors']] }],
      evidence: { ...made.evidence, mode: 'cors' },
    } as unknown as Exchange;
  };
  const state = (exchange: Exchange) =>
    diagnose(exchange).trace.find(({ id }) => id === 'response-allow-origin')?.state;
  it('passes `*`, fails without the header, and leaves the rest open', () => {
    expect(state(unknown([['Access-Control-Allow-Origin', '*']]))).toBe('passed');
    expect(state(unknown([], { error: BLOCKED }))).toBe('failed');
    expect(state(unknown(open))).toBe('unknown');
  });
});

describe('credentials', () => {
  const included = (headers: HeaderList) =>
    diagnose(
      judged({ answer: { headers }, error: BLOCKED, extra: { evidence: { credentials: 'include' } } }),
    ).faults.map(({ code, got, want }) => [code, got, want]);
  it('want the origin and `true`, and both are told', () => {
    expect(included([['Access-Control-Allow-Origin', '*']])).toEqual([
      ['allow-origin-wildcard-credentials', '*', PAGE],
      ['allow-credentials-missing', null, 'true'],
    ]);
    expect(included([...open, ['Access-Control-Allow-Credentials', 'TRUE']])).toEqual([
      ['allow-credentials-invalid', 'TRUE', 'true'],
    ]);
  });
});

describe('a redirect', () => {
  const FAILED: End = { kind: 'failed', at: 9, error: 'net::ERR_FAILED', failure: 'blocked' };
  const to = (location: string, more: Partial<CallSpec> = {}, end: End | null = FAILED): Exchange => ({
    ...judged({ answer: { status: 302, headers: [...open, ['Location', location]] }, error: BLOCKED, ...more }),
    end,
  });
  const fault = (exchange: Exchange) => {
    const { verdict, cause } = diagnose(exchange);
    return [verdict, cause?.code ?? null, cause?.phase ?? null, cause?.got ?? null, cause?.want ?? null];
  };
  it('across origins takes no password along', () => {
    expect(fault(to('http://u:p@b.test/'))).toEqual([
      'blocked',
      'redirect-with-userinfo',
      'redirect',
      'http://u:p@b.test/',
      null,
    ]);
  });
  it('leads to http and https only', () => {
    expect(fault(to('ftp://b.test/'))).toEqual([
      'blocked',
      'redirect-to-disabled-scheme',
      'redirect',
      'ftp://b.test/',
      'http(s)',
    ]);
  });
  it('is held against the origin like any answer', () => {
    const answer = { status: 302, headers: [['Location', '/b']] as HeaderList };
    expect(fault(to('/b', { answer }))).toEqual(['blocked', 'allow-origin-missing', 'redirect', null, PAGE]);
  });
  it('leaves no call of mode same-origin', () => {
    const extra = { evidence: { credentials: 'same-origin' as const } };
    const request = { 'Sec-Fetch-Mode': 'same-origin' };
    const own = to('http://b.test/', { url: `${PAGE}/a`, request, extra });
    const [hop] = own.hops;
    const headers = (hop.requestHeaders ?? []).filter(([name, value]) => name !== 'Sec-Fetch-Mode' || value !== 'cors');
    expect(fault({ ...own, hops: [{ ...hop, requestHeaders: headers }] })).toEqual([
      'blocked',
      'same-origin-mode',
      'redirect',
      'http://b.test/',
      PAGE,
    ]);
  });
  it('from a foreign origin to another makes the origin null', () => {
    const exchange = judged({
      url: 'http://b.test/b',
      redirects: [{ url: `${API}/a`, answer: { status: 302, headers: [...open, ['Location', 'http://b.test/b']] } }],
      answer: { headers: open },
      error: BLOCKED,
    });
    const unseen = exchange.hops.map((hop) => ({ ...hop, requestHeaders: [['Sec-Fetch-Mode', 'cors']] }));
    const diagnosis = diagnose({ ...exchange, hops: unseen as unknown as Exchange['hops'] });
    expect(diagnosis.origin).toMatchObject({ value: 'null', from: 'inferred' });
    expect(diagnosis.cause).toMatchObject({ code: 'allow-origin-mismatch', want: 'null', hop: 1 });
    expect(diagnosis.trace.map(({ hop }) => hop)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  });
});

it('a redirect to what is no URL cannot be followed, though CORS has no name for it', () => {
  const error = { text: 'net::ERR_INVALID_REDIRECT', failure: 'invalid-response' } as const;
  const exchange = judged({ answer: { status: 302, headers: [...open, ['Location', 'http://[']] }, error });
  const { verdict, cause, trace } = diagnose(exchange);
  expect([verdict, cause]).toEqual(['failed', null]);
  expect(trace.find(({ id }) => id === 'redirect-location')).toMatchObject({
    state: 'failed',
    expected: 'http(s)',
    got: 'http://[',
    fault: null,
  });
});
