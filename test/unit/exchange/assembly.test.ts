import { describe, expect, it } from 'vitest';
import type { NetworkEvent } from '../../../src/capture/event.ts';
import { createAssembly } from '../../../src/exchange/assembly.ts';
import { API, assemble, PAGE, script } from './events.ts';

const URL1 = `${API}/items/1`;

/** A preflighted PUT as Chromium tells it; `id` is the actual request, `id'` its preflight. */
function chromiumPut(s: ReturnType<typeof script>, id: string, ok = true): NetworkEvent[] {
  return [
    s.start(id, 'PUT', URL1),
    s.start(`${id}'`, 'OPTIONS', URL1),
    s.send(`${id}'`, 'OPTIONS', URL1, s.asks('PUT')),
    s.headers(`${id}'`, 'OPTIONS', URL1, 204, ok ? [`Access-Control-Allow-Origin: ${PAGE}`] : []),
    s.response(`${id}'`, 'OPTIONS', URL1, 204),
    s.complete(`${id}'`, 'OPTIONS', URL1, 204),
    ...(ok
      ? [
          s.send(id, 'PUT', URL1, [`Origin: ${PAGE}`]),
          s.headers(id, 'PUT', URL1, 200, [`Access-Control-Allow-Origin: ${PAGE}`]),
          s.response(id, 'PUT', URL1, 200, [`access-control-allow-origin: ${PAGE}`]),
          s.complete(id, 'PUT', URL1, 200),
        ]
      : [s.error(id, 'PUT', URL1, 'net::ERR_FAILED')]),
  ];
}

describe('Chromium', () => {
  const s = script('chromium');

  it('makes one exchange of a preflighted call', () => {
    const [exchange, ...more] = assemble('chromium', chromiumPut(s, '1'));
    expect(more).toEqual([]);
    expect(exchange).toMatchObject({ id: '1', partial: false, end: { kind: 'completed' } });
    expect(exchange?.hops[0]).toMatchObject({
      method: 'PUT',
      delivered: true,
      preflight: { requestId: "1'", pairedBy: 'only-candidate', response: { status: 204 }, end: { kind: 'completed' } },
      response: { status: 200 },
    });
  });

  it('keeps the answer of a preflight that blocked the call', () => {
    const [exchange] = assemble('chromium', chromiumPut(s, '1', false));
    expect(exchange?.end).toMatchObject({ kind: 'failed', failure: 'blocked' });
    expect(exchange?.hops[0]).toMatchObject({
      requestHeaders: null,
      response: null,
      preflight: { response: { status: 204 } },
    });
  });

  it('shares the headers object when the page saw what the server sent', () => {
    const [exchange] = assemble('chromium', chromiumPut(s, '1'));
    const response = exchange?.hops[0].response;
    expect(response?.seenByPage).toBe(response?.headers);
  });

  it('leaves same-origin calls out, until a redirect leads to another origin', () => {
    const own = `${PAGE}/own`;
    const started = [s.start('2', 'GET', own), s.send('2', 'GET', own), s.headers('2', 'GET', own, 302)];
    expect(
      assemble('chromium', [...started, s.response('2', 'GET', own, 302), s.complete('2', 'GET', own, 302)]),
    ).toEqual([]);
    const [exchange] = assemble('chromium', [...started, s.redirect('2', 'GET', own, URL1), s.start('2', 'GET', URL1)]);
    expect(exchange?.hops.map((hop) => [hop.url, hop.redirected])).toEqual([
      [own, true],
      [URL1, false],
    ]);
  });

  it('gives each hop of a redirect its own preflight', () => {
    const second = 'http://127.0.0.1:8082/x';
    const [exchange] = assemble('chromium', [
      ...chromiumPut(s, '3').slice(0, 7),
      s.headers('3', 'PUT', URL1, 307),
      s.redirect('3', 'PUT', URL1, second),
      s.start('3', 'PUT', second),
      s.start('3b', 'OPTIONS', second),
      s.send('3b', 'OPTIONS', second, s.asks('PUT')),
      s.headers('3b', 'OPTIONS', second, 204),
      s.complete('3b', 'OPTIONS', second, 204),
      s.error('3', 'PUT', second, 'net::ERR_FAILED'),
    ]);
    expect(exchange?.hops.map((hop) => hop.preflight?.requestId)).toEqual(["3'", '3b']);
  });

  it('pairs identical parallel calls in their order, whatever the order of the answers', () => {
    const ids = ['a', 'b', 'c'];
    const events = [
      ...ids.map((id) => s.start(id, 'PUT', URL1)),
      ...ids.flatMap((id) => [s.start(`${id}'`, 'OPTIONS', URL1), s.send(`${id}'`, 'OPTIONS', URL1, s.asks('PUT'))]),
      ...[...ids]
        .reverse()
        .flatMap((id) => [
          s.headers(`${id}'`, 'OPTIONS', URL1, id === 'b' ? 500 : 204),
          s.complete(`${id}'`, 'OPTIONS', URL1, id === 'b' ? 500 : 204),
        ]),
      s.error('b', 'PUT', URL1, 'net::ERR_FAILED'),
    ];
    const made = assemble('chromium', events);
    expect(made.map((exchange) => [exchange.id, exchange.hops[0].preflight?.requestId])).toEqual(
      ids.map((id) => [id, `${id}'`]),
    );
    expect(made.find(({ id }) => id === 'b')?.hops[0].preflight?.response?.status).toBe(500);
  });

  it('takes a preflight away from a call that is sent before the answer', () => {
    const [simple, asked] = assemble('chromium', [
      s.start('simple', 'GET', URL1),
      s.start('asked', 'GET', URL1),
      s.send('p', 'OPTIONS', URL1, s.asks('GET', 'x-a')),
      s.send('simple', 'GET', URL1, [`Origin: ${PAGE}`]),
      s.headers('p', 'OPTIONS', URL1, 204),
      s.complete('p', 'OPTIONS', URL1, 204),
      s.send('asked', 'GET', URL1, [`Origin: ${PAGE}`, 'X-A: 1']),
    ]);
    expect(simple?.hops[0].preflight).toBeNull();
    expect(asked?.hops[0].preflight).toMatchObject({
      requestId: 'p',
      response: { status: 204 },
      end: { kind: 'completed' },
    });
  });

  it('swaps two preflights when the headers that were sent disprove the order', () => {
    const made = assemble('chromium', [
      s.start('a', 'GET', URL1),
      s.start('b', 'GET', URL1),
      s.send('pb', 'OPTIONS', URL1, s.asks('GET', 'x-b')),
      s.send('pa', 'OPTIONS', URL1, s.asks('GET', 'x-a')),
      ...['pa', 'pb'].flatMap((id) => [s.headers(id, 'OPTIONS', URL1, 204), s.complete(id, 'OPTIONS', URL1, 204)]),
      s.send('a', 'GET', URL1, ['X-A: 1']),
      s.send('b', 'GET', URL1, ['X-B: 1']),
    ]);
    expect(made.map((exchange) => exchange.hops[0].preflight?.requestId)).toEqual(['pa', 'pb']);
  });

  it('tells an OPTIONS that the page made from its preflight', () => {
    const made = assemble('chromium', [
      s.start('own', 'OPTIONS', URL1),
      s.start('pre', 'OPTIONS', URL1),
      s.send('pre', 'OPTIONS', URL1, s.asks('OPTIONS')),
      s.headers('pre', 'OPTIONS', URL1, 204),
      s.complete('pre', 'OPTIONS', URL1, 204),
      s.send('own', 'OPTIONS', URL1, [`Origin: ${PAGE}`]),
    ]);
    expect(made.map(({ id }) => id)).toEqual(['own']);
    expect(made[0]?.hops[0].preflight?.requestId).toBe('pre');
  });

  it('goes on with a preflight whose call was aborted meanwhile', () => {
    const events = chromiumPut(s, '1');
    const aborted = s.error('1', 'PUT', URL1, 'net::ERR_ABORTED');
    const [exchange] = assemble('chromium', [...events.slice(0, 3), aborted, ...events.slice(3, 6)]);
    expect(exchange?.end).toMatchObject({ failure: 'aborted' });
    expect(exchange?.hops[0].preflight).toMatchObject({ response: { status: 204 }, end: { kind: 'completed' } });
  });

  it('forgets the look into the font cache', () => {
    const events = [
      s.start('f', 'GET', URL1, { type: 'font' }),
      s.send('f', 'GET', URL1),
      s.error('f', 'GET', URL1, 'net::ERR_CACHE_MISS'),
    ];
    expect(assemble('chromium', events)).toEqual([]);
  });

  it('makes up what it can of a call whose beginning was not seen', () => {
    const all = chromiumPut(s, '9');
    const [exchange] = assemble('chromium', all.slice(2)); // recording began with the preflight's request headers
    expect(exchange).toMatchObject({ id: '9', partial: true, end: { kind: 'completed' } });
    expect(exchange?.hops[0].preflight).toMatchObject({ requestId: "9'", end: { kind: 'completed' } });
  });

  it('counts an event that is delivered twice once', () => {
    const events = chromiumPut(s, '1');
    const twice = events.flatMap((event) => [event, structuredClone(event)]);
    expect(assemble('chromium', twice)).toEqual(assemble('chromium', events));
  });

  it('counts events once that a second listener delivers late', () => {
    const events = chromiumPut(s, '1');
    expect(assemble('chromium', [...events, ...structuredClone(events)])).toEqual(assemble('chromium', events));
  });

  it('ends a call that was redirected to where no event can follow', () => {
    const events = [
      s.start('r', 'GET', URL1),
      s.send('r', 'GET', URL1),
      s.headers('r', 'GET', URL1, 302, ['Location: myapp://open']),
      s.redirect('r', 'GET', URL1, 'myapp://open', ['Location: myapp://open']),
    ];
    expect(assemble('chromium', events)[0]).toMatchObject({ end: { kind: 'failed', failure: 'blocked', error: '' } });
  });

  it('begins nothing new while paused, and lets open exchanges end', () => {
    const assembly = createAssembly('chromium');
    const [start, ...rest] = chromiumPut(s, '1');
    if (start) assembly.accept(start);
    const last = rest.map((event) => assembly.accept(event, false)).at(-1);
    expect(last?.changed[0]).toMatchObject({ id: '1', end: { kind: 'completed' } });
    expect(chromiumPut(s, '2').flatMap((event) => assembly.accept(event, false).changed)).toEqual([]);
    expect(assembly.openCount()).toBe(0);
  });

  it('records no navigation', () => {
    const events = [s.start('n', 'GET', `${PAGE}/`, { type: 'main_frame', initiator: null })];
    expect(assemble('chromium', events)).toEqual([]);
  });
});

describe('Firefox', () => {
  const s = script('firefox');

  it('leaves out a call that the page’s own service worker answers', () => {
    const handed = { ...s.redirect('w', 'GET', URL1, URL1), status: 0, internal: true };
    expect(assemble('firefox', [s.start('w', 'GET', URL1), handed])).toEqual([]);
  });

  it('begins anew with a call that the page’s own service worker lets pass', () => {
    const start = s.start('w', 'GET', URL1);
    const handed = { ...s.redirect('w', 'GET', URL1, URL1), status: 0, internal: true };
    const [exchange] = assemble('firefox', [
      start,
      handed,
      { ...start }, // within the same millisecond
      s.send('w', 'GET', URL1, [`Origin: ${PAGE}`]),
      s.headers('w', 'GET', URL1, 200),
      s.complete('w', 'GET', URL1, 200),
    ]);
    expect(exchange?.hops).toHaveLength(1);
    expect(exchange).toMatchObject({ partial: false, end: { kind: 'completed' } });
  });

  it('takes a status of 0 for no answer', () => {
    const [exchange] = assemble('firefox', [
      s.start('l', 'GET', URL1),
      s.send('l', 'GET', URL1, [`Origin: ${PAGE}`]),
      s.response('l', 'GET', URL1, 0),
      s.error('l', 'GET', URL1, 'NS_ERROR_NET_ON_RECEIVING_FROM'),
    ]);
    expect(exchange?.hops[0].response).toBeNull();
  });

  const put = (id: string, ...own: string[]): NetworkEvent[] => [
    s.start(id, 'PUT', URL1),
    s.send(id, 'PUT', URL1, [`Origin: ${PAGE}`, 'Accept: */*', ...own]),
  ];

  it('pairs a preflight with the call that was announced before it, headers and all', () => {
    const [exchange] = assemble('firefox', [
      ...put('1'),
      s.start('o', 'OPTIONS', URL1),
      s.send('o', 'OPTIONS', URL1, s.asks('PUT')),
      s.headers('o', 'OPTIONS', URL1, 405),
      s.response('o', 'OPTIONS', URL1, 405),
      s.error('o', 'OPTIONS', URL1, 'NS_ERROR_DOM_BAD_URI'),
      s.error('1', 'PUT', URL1, 'NS_ERROR_DOM_BAD_URI'),
    ]);
    expect(exchange?.hops[0]).toMatchObject({
      preflight: { requestId: 'o', response: { status: 405 } },
      response: null,
    });
    expect(exchange?.end).toMatchObject({ failure: 'blocked' });
  });

  it('takes the call that has just the headers asked for, out of several', () => {
    const made = assemble('firefox', [
      ...put('both', 'X-A: 1', 'X-B: 1'),
      ...put('a', 'X-A: 1'),
      s.send('oa', 'OPTIONS', URL1, s.asks('PUT', 'x-a')),
      s.send('oboth', 'OPTIONS', URL1, s.asks('PUT', 'x-a', 'x-b')),
    ]);
    expect(made.map((exchange) => exchange.hops[0].preflight?.requestId)).toEqual(['oboth', 'oa']);
  });

  it('leaves a simple call to the same address alone', () => {
    const simple = s.send('simple', 'GET', URL1, [`Origin: ${PAGE}`]);
    const made = assemble('firefox', [
      s.start('simple', 'GET', URL1),
      simple,
      s.start('asked', 'GET', URL1),
      s.send('asked', 'GET', URL1, [`Origin: ${PAGE}`, 'X-A: 1']),
      s.send('o', 'OPTIONS', URL1, s.asks('GET', 'x-a')),
    ]);
    expect(made.map((exchange) => exchange.hops[0].preflight?.requestId)).toEqual([undefined, 'o']);
  });

  it('learns from the Origin header that a call of an opaque origin crosses origins', () => {
    const events = [
      s.start('1', 'GET', URL1, { initiator: null }),
      s.send('1', 'GET', URL1, ['Origin: null'], { initiator: null }),
    ];
    expect(assemble('firefox', events)).toHaveLength(1);
  });

  it('keeps the refused redirect of a preflight, not the made-up answer after it', () => {
    const target = `${API}/elsewhere`;
    const [exchange] = assemble('firefox', [
      ...put('1'),
      s.send('o', 'OPTIONS', URL1, s.asks('PUT')),
      s.headers('o', 'OPTIONS', URL1, 302, [`Location: ${target}`]),
      s.redirect('o', 'OPTIONS', URL1, target),
      s.response('o', 'OPTIONS', target, 0),
      s.error('1', 'PUT', URL1, 'NS_ERROR_DOM_BAD_URI'),
      s.error('o', 'OPTIONS', target, 'NS_ERROR_NET_ON_RECEIVING_FROM'),
    ]);
    expect(exchange?.hops[0].preflight?.response).toMatchObject({ status: 302 });
  });
});
