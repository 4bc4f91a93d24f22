import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { API, BLOCKED, type CallSpec, call, PAGE } from '../../fixtures/panel-page/calls.ts';

const STAR: HeaderList = [['Access-Control-Allow-Origin', '*']];
const STOPPED = { error: { text: 'net::ERR_BLOCKED_BY_CLIENT', failure: 'blocked-by-extension' } } as const;
const preflightOf = (spec: Partial<CallSpec>) =>
  diagnose(call({ id: '1', answer: { headers: STAR }, ...spec })).preflight;

describe('why there was a preflight', () => {
  const asked = (asks: string | undefined, more: Partial<CallSpec> = {}) =>
    preflightOf({ preflight: { ...(asks ? { asks } : {}), answer: { status: 204, headers: STAR } }, ...more });

  it('the method', () => {
    expect(asked(undefined, { method: 'PUT' })).toMatchObject({
      needed: { value: true, from: 'seen', because: { code: 'preflight-was-sent' } },
      sent: true,
      reasons: [{ code: 'method', method: 'PUT' }],
      absentBecause: null,
      cachedBy: null,
    });
  });
  it.each([
    ['x-a', {}, 'name-not-safelisted'],
    ['content-type', { 'Content-Type': 'application/json' }, 'content-type-not-safelisted'],
    ['accept', { Accept: 'x'.repeat(129) }, 'value-too-long'],
    ['accept-language', { 'Accept-Language': 'de' }, 'total-too-long'],
  ])('the header %s', (name, request, rule) => {
    expect(asked(name, { request }).reasons).toEqual([{ code: 'header', name, rule }]);
  });
  it.each([
    ['x-a', 'name-not-safelisted'],
    ['content-type', 'content-type-not-safelisted'],
    ['range', 'range-not-simple'],
    ['accept', 'unsafe-byte'],
  ])('the header %s of a call that was never sent', (name, rule) => {
    expect(asked(name, { answer: null }).reasons).toEqual([{ code: 'header', name, rule }]);
  });
  it('what the wire does not show', () => {
    const by = (resourceKind?: string) =>
      asked(undefined, { extra: { evidence: resourceKind === undefined ? {} : { resourceKind } } }).reasons;
    expect(by()).toEqual([{ code: 'upload' }]);
    expect(by('xhr')).toEqual([{ code: 'upload-listener' }]);
    expect(by('xmlhttprequest')).toEqual([{ code: 'upload-listener' }]);
    expect(by('fetch')).toEqual([{ code: 'upload-stream' }]);
    expect(asked(undefined, { type: 'ping' }).reasons).toEqual([{ code: 'unknown' }]);
  });
});

describe('why there was none', () => {
  it('the call is simple', () => {
    expect(preflightOf({})).toMatchObject({
      needed: { value: false, from: 'inferred', because: { code: 'method-and-headers' } },
      sent: false,
      reasons: [],
      absentBecause: 'simple',
    });
    expect(preflightOf({ method: 'PUT', url: `${PAGE}/own` })).toMatchObject({ absentBecause: 'simple', reasons: [] });
  });
  it('its mode asks for none', () => {
    expect(preflightOf({ method: 'PUT', type: 'websocket' })).toMatchObject({ absentBecause: 'simple', reasons: [] });
  });
  it('an earlier answer was kept, though none was recorded', () => {
    const request = { 'X-A': '1', 'Cache-Control': 'no-cache' };
    expect(preflightOf({ method: 'PATCH', request })).toMatchObject({
      needed: { value: true, from: 'inferred' },
      reasons: [
        { code: 'method', method: 'PATCH' },
        { code: 'header', name: 'x-a', rule: 'name-not-safelisted' },
      ],
      absentBecause: 'cached',
      cachedBy: null,
    });
  });
  it('is not known where the headers were not seen', () => {
    const unseen = (method: string) => {
      const made = call({ id: '1', method, answer: { headers: STAR }, extra: { evidence: { mode: 'cors' } } });
      return diagnose({ ...made, hops: [{ ...made.hops[0], requestHeaders: null }] }).preflight;
    };
    expect(unseen('GET')).toMatchObject({ needed: { value: null, from: 'unknown' }, absentBecause: null, reasons: [] });
    expect(unseen('PUT')).toMatchObject({
      needed: { value: true },
      reasons: [{ code: 'method' }],
      absentBecause: 'cached',
    });
  });
  it('is not said of a call that needed one and never went out', () => {
    const stopped = (browser: 'chromium' | 'firefox', more: Partial<Exchange> = {}) => {
      const made = call({ id: '1', method: 'PUT', extra: { evidence: { mode: 'cors' } }, ...STOPPED });
      // Chromium shows no headers of what it does not send, Firefox announces them all the same.
      const requestHeaders = browser === 'chromium' ? null : made.hops[0].requestHeaders;
      return diagnose({ ...made, browser, ...more, hops: [{ ...made.hops[0], requestHeaders }] }).preflight;
    };
    const unsaid = { needed: { value: true }, sent: false, reasons: [{ code: 'method' }], absentBecause: null };
    expect(stopped('chromium')).toMatchObject(unsaid);
    expect(stopped('firefox')).toMatchObject(unsaid);
    expect(stopped('firefox', { end: null })).toMatchObject(unsaid);
  });
  it('is not known of a call whose beginning was not recorded', () => {
    const begun = { extra: { partial: true } };
    expect(preflightOf({ method: 'PUT', ...begun })).toMatchObject({ needed: { value: true }, absentBecause: null });
    expect(preflightOf(begun)).toMatchObject({ needed: { value: false }, absentBecause: 'simple' });
  });
  it('though the hop before a redirect had one', () => {
    const made = call({
      id: '1',
      method: 'PUT',
      url: `${API}/b`,
      redirects: [{ url: `${API}/a`, answer: { status: 307, headers: [...STAR, ['Location', '/b']] } }],
      answer: {},
      error: BLOCKED,
    });
    const other = call({ id: '2', method: 'PUT', preflight: { answer: { status: 204, headers: STAR } }, answer: {} });
    const [first, ...rest] = made.hops;
    const both: Exchange = { ...made, hops: [{ ...first, preflight: other.hops[0].preflight }, ...rest] };
    // The fault is in the last hop, and so is the question.
    expect(diagnose(both).cause?.hop).toBe(1);
    expect(diagnose(both).preflight).toMatchObject({ sent: true, absentBecause: 'cached' });
    const open: Exchange = { ...both, end: null, hops: [both.hops[0], { ...made.hops[1], response: null } as never] };
    expect(diagnose(open).preflight).toMatchObject({ needed: { from: 'seen' }, reasons: [{ code: 'method' }] });
  });
});

describe('the earlier answer that spared one', () => {
  const lists = (...more: HeaderList): HeaderList => [
    ...STAR,
    ['Access-Control-Allow-Methods', 'PUT'],
    ['Access-Control-Allow-Headers', 'X-A'],
    ['Access-Control-Max-Age', '600'],
    ...more,
  ];
  const asking = (id: string, at: number, headers = lists(), more: Partial<CallSpec> = {}): Exchange =>
    call({
      id,
      at,
      method: 'PUT',
      preflight: { asks: 'x-a', answer: { status: 204, headers } },
      answer: { headers: STAR },
      took: 0,
      ...more,
    });
  const spared = (more: Partial<CallSpec> = {}): Exchange =>
    call({ id: 's', at: 60_000, method: 'PUT', request: { 'X-A': '1' }, answer: { headers: STAR }, ...more });
  const cachedBy = (exchange: Exchange, ...earlier: Exchange[]) =>
    diagnose(exchange, { toServer: (server) => (server === API ? [...earlier, exchange] : []) }).preflight.cachedBy;

  it('is the newest that covers it', () => {
    expect(cachedBy(spared(), asking('1', 0), asking('2', 10_000))).toEqual({
      exchangeId: '2',
      hop: 0,
      lifetime: 600,
      remaining: 550,
      outdated: false,
    });
  });
  it.each<readonly [string, Exchange]>([
    ['of another address', asking('1', 0, lists(), { url: `${API}/items/2` })],
    ['that failed', asking('1', 0, lists(), { preflight: { asks: 'x-a', answer: { status: 500, headers: lists() } } })],
    ['whose call never came', asking('1', 0, lists(), { answer: null })],
    ['that came later', asking('1', 70_000)],
    ['that is kept no more', asking('1', 0, [...STAR, ['Access-Control-Max-Age', '60']])],
  ])('is none %s', (_, other) => {
    expect(cachedBy(spared(), other)).toBeNull();
  });
  it('does not mind fragments, nor what it asked but did not list', () => {
    const bare: HeaderList = [...STAR, ['Access-Control-Max-Age', '600']];
    expect(
      cachedBy(spared({ url: `${API}/items/1#b` }), asking('1', 0, bare, { url: `${API}/items/1#a` })),
    ).toMatchObject({ exchangeId: '1' });
  });
  it('may list more than it was asked for', () => {
    const more = lists(['Access-Control-Allow-Headers', 'X-B'], ['Access-Control-Allow-Methods', 'DELETE']);
    const request = { 'x-b': '1' };
    expect(cachedBy(spared({ method: 'DELETE', request }), asking('1', 0, more))).toMatchObject({ exchangeId: '1' });
    expect(cachedBy(spared({ method: 'DELETE', request }), asking('1', 0))).toBeNull();
  });
  it('is of the origin that it asked for, which in a frame is not the page’s', () => {
    const [hop] = asking('1', 0).hops;
    const asked = hop.preflight?.requestHeaders?.map(([name, value]) => [name, name === 'Origin' ? 'null' : value]);
    const framed = { ...asking('1', 0), hops: [{ ...hop, preflight: { ...hop.preflight, requestHeaders: asked } }] };
    expect(cachedBy(spared(), framed as unknown as Exchange)).toBeNull();
  });
  it('is kept from when it was answered', () => {
    expect(cachedBy(spared(), asking('1', 0, lists(), { took: 20_000 }))).toMatchObject({ remaining: 560 });
  });
  it('is of the same credentials', () => {
    const included = { request: { 'X-A': '1', Cookie: 'a=b' } };
    expect(cachedBy(spared(included), asking('1', 0))).toBeNull();
    const allowing = lists(['Access-Control-Allow-Credentials', 'true']);
    expect(cachedBy(spared(included), asking('1', 0, allowing))).toMatchObject({ exchangeId: '1' });
  });
  it('is outdated when the server answered otherwise since', () => {
    const elsewhere = { url: `${API}/items/2` };
    const changed = lists(['Access-Control-Allow-Methods', 'DELETE']);
    expect(cachedBy(spared(), asking('1', 0), asking('2', 10_000, changed, elsewhere))).toMatchObject({
      exchangeId: '1',
      outdated: true,
    });
    expect(cachedBy(spared(), asking('1', 0), asking('2', 10_000, lists(), elsewhere))).toMatchObject({
      outdated: false,
    });
    expect(cachedBy(spared(), asking('2', 0, changed, elsewhere), asking('1', 10_000))).toMatchObject({
      outdated: false,
    });
    const aged = [...lists().slice(0, 3), ['Access-Control-Max-Age', '6000']] as HeaderList;
    expect(cachedBy(spared(), asking('1', 0), asking('2', 10_000, aged, elsewhere))).toMatchObject({ outdated: false });
  });
});
