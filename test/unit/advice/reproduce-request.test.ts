import { describe, expect, it } from 'vitest';
import { fetchSnippet } from '../../../src/advice/reproduce/fetch-snippet.ts';
import { reproductions } from '../../../src/advice/reproduce/registry.ts';
import { REPRODUCTION_IDS } from '../../../src/advice/reproduce/reproduction.ts';
import { requestsFor } from '../../../src/advice/reproduce/request.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Exchange, Hop } from '../../../src/exchange/exchange.ts';
import { API, BLOCKED, call, PAGE } from '../../fixtures/panel-page/calls.ts';

const requests = (exchange: Exchange) => requestsFor(exchange, diagnose(exchange), { secrets: true });
/** The call with its first request changed. */
const changed = (exchange: Exchange, change: Partial<Hop>): Exchange => ({
  ...exchange,
  hops: [{ ...exchange.hops[0], ...change }],
});

describe('the preflight to be sent again', () => {
  it('is what was sent of it, without what every client makes itself', () => {
    const sent = [
      ['Origin', PAGE],
      ['Origin-Trial', 'x'],
      ['X-Origin', 'x'],
      ['Access-Control-Request-Method', 'PUT'],
      ['Access-Control-Request-Headers', 'x-a'],
      ['User-Agent', 'Mozilla/5.0'],
      ['X-User-Agent', 'x'],
      ['Accept', '*/*'],
    ] as const;
    const made = call({ id: '1', method: 'PUT', preflight: { asks: 'x-a', answer: {} }, error: BLOCKED });
    const { preflight } = made.hops[0];
    const asked = changed(made, { preflight: preflight && { ...preflight, requestHeaders: sent } });
    expect(requests(asked).preflight).toEqual({
      method: 'OPTIONS',
      url: `${API}/items/1`,
      headers: [sent[0], sent[3], sent[4], sent[5]],
    });
  });
  it('is made up where a cached answer spared it, its names sorted', () => {
    const headers = (request: Readonly<Record<string, string>>) =>
      requests(call({ id: '1', method: 'PUT', request, answer: {} })).preflight?.headers;
    expect(headers({ 'X-B': '1', 'X-A': '1' })).toEqual([
      ['Origin', PAGE],
      ['Access-Control-Request-Method', 'PUT'],
      ['Access-Control-Request-Headers', 'x-a,x-b'],
    ]);
    expect(headers({})).toEqual([
      ['Origin', PAGE],
      ['Access-Control-Request-Method', 'PUT'],
    ]);
  });
  it('is none for a call that needs none', () => {
    expect(requests(call({ id: '1', answer: {} })).preflight).toBeNull();
  });
});

describe('the call to be sent again', () => {
  const stopped = (asks: string) => call({ id: '1', method: 'PUT', preflight: { asks, answer: {} }, error: BLOCKED });
  it('carries what its preflight announced, where it was never sent itself', () => {
    expect(requests(stopped('content-type, x-a')).actual.headers).toEqual([
      ['Origin', PAGE],
      ['content-type', '[value not seen]'],
      ['x-a', '[value not seen]'],
    ]);
    expect(requests(stopped('x-a,no token,')).actual.headers).toEqual([
      ['Origin', PAGE],
      ['x-a', '[value not seen]'],
    ]);
  });
  it('carries the page’s origin, where nothing of it was seen', () => {
    const unseen = changed(call({ id: '1', error: BLOCKED }), { requestHeaders: null });
    expect(requests(unseen).actual.headers).toEqual([['Origin', PAGE]]);
    expect(requests({ ...unseen, initiator: null }).actual.headers).toEqual([]);
  });
});

it('a fetch() snippet leaves out what a script cannot set, and nothing that only looks so', () => {
  const snippet = (name: string) =>
    fetchSnippet.render({
      preflight: null,
      actual: { method: 'GET', url: API, headers: [[name, '1']] },
      credentials: null,
      mode: 'cors',
      origin: PAGE,
    }).actual;
  for (const name of ['Cookie', 'Origin', 'Sec-Fetch-Mode', 'Proxy-X', 'DNT'])
    expect(snippet(name)).not.toContain(name);
  for (const name of ['X-Cookie', 'Cookie-X', 'Original', 'X-Sec-A']) expect(snippet(name)).toContain(name);
});

it('every way to make a call again is offered once, in its order', () => {
  expect(reproductions.map(({ id }) => id)).toEqual(REPRODUCTION_IDS);
  expect(reproductions.map(({ language }) => language)).toEqual(['sh', 'powershell', 'bat', 'js', 'http']);
});
