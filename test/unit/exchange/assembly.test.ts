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
    expect(made.map(({ hops }) => hops[0].preflight?.pairedBy)).toEqual(['order', 'order', 'only-candidate']);
  });

  it('keeps a preflight that was answered, though another call waits as well', () => {
    const made = assemble('chromium', [
      s.start('a', 'PUT', URL1),
      s.start('b', 'PUT', URL1),
      s.send('pa', 'OPTIONS', URL1, s.asks('PUT')),
      s.headers('pa', 'OPTIONS', URL1, 204), // and its end is told later
      s.send('a', 'PUT', URL1, [`Origin: ${PAGE}`]),
    ]);
    expect(made.map(({ hops }) => hops[0].preflight?.requestId)).toEqual(['pa', undefined]);
  });

  it('gives a preflight on, if the call that seemed to be its own is sent before the answer', () => {
    const assembly = createAssembly('chromium');
    for (const id of ['a', 'b']) assembly.accept(s.start(id, 'PUT', URL1));
    assembly.accept(s.send('p', 'OPTIONS', URL1, s.asks('PUT')));
    const { changed } = assembly.accept(s.send('a', 'PUT', URL1, [`Origin: ${PAGE}`])); // another preflight was kept
    expect(changed.map(({ id, hops }) => [id, hops[0].preflight?.requestId])).toEqual([
      ['a', undefined],
      ['b', 'p'],
    ]);
    const later = assembly.accept(s.headers('p', 'OPTIONS', URL1, 500));
    expect(later.changed.map(({ id, hops }) => [id, hops[0].preflight?.response?.status])).toEqual([['b', 500]]);
  });

  it('keeps what it has where no other call could be meant', () => {
    const [exchange] = assemble('chromium', [
      s.start('a', 'PUT', URL1),
      s.send('p', 'OPTIONS', URL1, s.asks('PUT')),
      s.send('a', 'PUT', URL1, [`Origin: ${PAGE}`]),
    ]);
    expect(exchange?.hops[0].preflight?.requestId).toBe('p');
  });

  it('asks neither for a call of another method, nor for one that was sent already', () => {
    const made = assemble('chromium', [
      s.start('sent', 'PUT', URL1),
      s.send('sent', 'PUT', URL1, [`Origin: ${PAGE}`]),
      s.start('delete', 'DELETE', URL1),
      s.start('put', 'PUT', URL1),
      s.send('p', 'OPTIONS', URL1, s.asks('PUT')),
    ]);
    expect(made.map(({ id, hops }) => [id, hops[0].preflight?.requestId])).toEqual([
      ['sent', undefined],
      ['delete', undefined],
      ['put', 'p'],
    ]);
  });

  it('asks for no call that was redirected elsewhere meanwhile', () => {
    const made = assemble('chromium', [
      s.start('gone', 'PUT', URL1),
      s.send('gone', 'PUT', URL1, [`Origin: ${PAGE}`]),
      s.redirect('gone', 'PUT', URL1, `${API}/elsewhere`),
      s.start('gone', 'PUT', `${API}/elsewhere`),
      s.start('put', 'PUT', URL1),
      s.send('p', 'OPTIONS', URL1, s.asks('PUT')),
    ]);
    expect(made.map(({ hops }) => hops.at(-1)?.preflight?.requestId)).toEqual([undefined, 'p']);
  });

  it.each([
    ['frame', { frameId: 3 }],
    ['tab', { tabId: 8 }],
    ['document', { documentId: 'D2' }],
    ['origin', { initiator: 'http://localhost:9090' }],
  ])('asks for no call of another %s', (_, other) => {
    const [exchange] = assemble('chromium', [
      s.start('a', 'PUT', URL1),
      s.send('p', 'OPTIONS', URL1, s.asks('PUT'), other),
    ]);
    expect(exchange?.hops[0].preflight).toBeNull();
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

  it('swaps two preflights of which one has not quite ended, and goes on with both', () => {
    const made = assemble('chromium', [
      s.start('a', 'GET', URL1),
      s.start('b', 'GET', URL1),
      s.send('pb', 'OPTIONS', URL1, s.asks('GET', 'x-b')),
      s.send('pa', 'OPTIONS', URL1, s.asks('GET', 'x-a')),
      s.headers('pa', 'OPTIONS', URL1, 204),
      s.send('a', 'GET', URL1, ['X-A: 1']),
      s.complete('pa', 'OPTIONS', URL1, 204),
      s.headers('pb', 'OPTIONS', URL1, 500),
      s.complete('pb', 'OPTIONS', URL1, 500),
    ]);
    expect(made.map(({ hops: [{ preflight }] }) => [preflight?.requestId, preflight?.response?.status])).toEqual([
      ['pa', 204],
      ['pb', 500],
    ]);
    expect(made.every(({ hops: [{ preflight }] }) => preflight?.end?.kind === 'completed')).toBe(true);
  });

  it.each<readonly [string, string, string, NetworkEvent[]]>([
    ['was not answered yet', 'GET', 'x-a', []],
    ['asks for other headers', 'GET', 'x-c', [s.headers('pa', 'OPTIONS', URL1, 204)]],
    ['asks for another method', 'PUT', 'x-a', [s.headers('pa', 'OPTIONS', URL1, 204)]],
    [
      'let its own call go',
      'GET',
      'x-a',
      [s.headers('pa', 'OPTIONS', URL1, 204), s.send('b', 'GET', URL1, ['X-A: 1'])],
    ],
  ])('swaps with no preflight that %s', (_, method, asked, before) => {
    const made = assemble('chromium', [
      s.start('a', 'GET', URL1),
      s.send('pb', 'OPTIONS', URL1, s.asks('GET', 'x-b')),
      s.start('b', method, URL1),
      s.send('pa', 'OPTIONS', URL1, s.asks(method, asked)),
      ...before,
      s.send('a', 'GET', URL1, ['X-A: 1']),
    ]);
    expect(made.map((exchange) => exchange.hops[0].preflight?.requestId)).toEqual(['pb', 'pa']);
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

  it('keeps the answer that was refused', () => {
    const [exchange] = assemble('chromium', [
      s.start('1', 'GET', URL1),
      s.send('1', 'GET', URL1, [`Origin: ${PAGE}`]),
      s.headers('1', 'GET', URL1, 200, ['X-A: 1']),
      s.error('1', 'GET', URL1, 'net::ERR_FAILED'),
    ]);
    expect(exchange?.hops[0]).toMatchObject({
      delivered: false,
      redirected: false,
      response: { status: 200, headers: [['X-A', '1']], seenByPage: null, fromCache: false },
    });
  });

  it('tells what another extension changed on the way', () => {
    const [exchange] = assemble('chromium', [
      s.start('1', 'GET', URL1),
      s.send('1', 'GET', URL1, [`Origin: ${PAGE}`]),
      s.headers('1', 'GET', URL1, 200, ['X-A: 1']),
      s.response('1', 'GET', URL1, 200, ['X-A: 1', 'Access-Control-Allow-Origin: *']),
    ]);
    expect(exchange?.hops[0]).toMatchObject({ delivered: true, response: { headers: [['X-A', '1']] } });
    expect(exchange?.hops[0].response?.seenByPage).toHaveLength(2);
  });

  it('makes up the answer of which only the delivery was told', () => {
    const [exchange] = assemble('chromium', [
      s.start('1', 'GET', URL1),
      { ...s.response('1', 'GET', URL1, 200, ['X-A: 1']), fromCache: true },
    ]);
    expect(exchange?.hops[0].response).toMatchObject({
      status: 200,
      headers: [['X-A', '1']],
      seenByPage: [['X-A', '1']],
      fromCache: true,
    });
  });

  it('takes a redirect’s answer from the server’s headers, and where these were not told from the redirect', () => {
    const redirects = (...before: NetworkEvent[]) =>
      assemble('chromium', [
        s.start('1', 'GET', URL1),
        ...before,
        s.redirect('1', 'GET', URL1, PAGE, ['Location: /b']),
      ]);
    const told = s.headers('1', 'GET', URL1, 302, ['Location: /a']);
    expect(redirects(told)[0]?.hops[0].response).toMatchObject({ status: 302, headers: [['Location', '/a']] });
    expect(redirects()[0]?.hops[0].response).toMatchObject({
      status: 307,
      headers: [['Location', '/b']],
      fromCache: false,
    });
  });

  it('follows a call through several redirects, also back to the page’s own origin', () => {
    const urls = [URL1, `${API}/b`, `${API}/c`, `${PAGE}/d`];
    const assembly = createAssembly('chromium');
    const told = urls.flatMap((url, i) => [
      ...assembly.accept(s.start('1', 'GET', url)).changed,
      ...assembly.accept(s.send('1', 'GET', url, [`X-Hop: ${i}`])).changed,
      ...assembly.accept(s.redirect('1', 'GET', url, urls[i + 1] ?? PAGE, [`Location: ${i}`])).changed,
    ]);
    expect(
      told.at(-1)?.hops.map((hop) => [hop.url, hop.requestHeaders?.[0]?.[1], hop.response?.headers[0]?.[1]]),
    ).toEqual(urls.map((url, i) => [url, `${i}`, `${i}`]));
    expect(told.map(({ revision }) => revision)).toEqual(told.map((_, i) => i));
  });

  it('tells of a call when it starts, and of an OPTIONS when it is known to be none of the browser’s own', () => {
    const assembly = createAssembly('chromium');
    expect(assembly.accept(s.start('g', 'GET', URL1))).toMatchObject({ changed: [{ id: 'g' }], removed: [] });
    expect(assembly.accept(s.start('o', 'OPTIONS', URL1))).toEqual({ changed: [], removed: [] });
    expect(assembly.accept(s.send('o', 'OPTIONS', URL1, [`Origin: ${PAGE}`])).changed).toHaveLength(1);
  });

  it('remembers no call that ended, nor any preflight', () => {
    const assembly = createAssembly('chromium');
    for (const event of [...chromiumPut(s, '1'), ...chromiumPut(s, '2', false)]) assembly.accept(event);
    expect(assembly.openCount()).toBe(0);
  });

  it('takes the page’s address from its last navigation, for calls of the tab’s own document', () => {
    const navigate = (url: string, tabId: number) => s.start(`n${url}`, 'GET', url, { type: 'main_frame', tabId });
    const made = assemble('chromium', [
      navigate(`${PAGE}/page`, 7),
      s.start('x', 'GET', `${PAGE}/image`, { type: 'image' }),
      navigate('http://unseen.example/', -1), // loaded ahead, in no tab yet
      s.start('top', 'GET', URL1),
      s.start('frame', 'GET', URL1, { frameId: 3 }),
      s.start('worker', 'GET', URL1, { tabId: -1, documentUrl: `${PAGE}/worker.js` }),
    ]);
    expect(made.map(({ id, pageUrl, attribution }) => [id, pageUrl, attribution])).toEqual([
      ['top', `${PAGE}/page`, 'tab'],
      ['frame', null, 'tab'],
      ['worker', `${PAGE}/worker.js`, 'origin'],
    ]);
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
    expect(exchange?.hops[0].preflight).toMatchObject({
      requestId: "9'",
      response: { status: 204 },
      end: { kind: 'completed' },
      startedAt: all[2]?.time,
      pairedBy: 'order',
    });
  });

  it('makes up a call of which only the answer was told, and its preflight', () => {
    const [exchange] = assemble('chromium', [
      s.send('p', 'OPTIONS', URL1, s.asks('PUT')),
      { ...s.send('q', 'OPTIONS', PAGE, s.asks('PUT')), time: 500_000 }, // looks through those that wait
      s.headers('9', 'PUT', URL1, 200, ['X-A: 1']),
    ]);
    expect(exchange).toMatchObject({
      partial: true,
      hops: [{ requestHeaders: null, preflight: { requestId: 'p' }, response: { status: 200 } }],
    });
  });

  it('dates a preflight from its start, not from when it was sent', () => {
    const events = chromiumPut(s, '1');
    expect(assemble('chromium', events)[0]?.hops[0].preflight?.startedAt).toBe(events[1]?.time);
  });

  it.each<readonly [string, NetworkEvent]>([
    ['to another address', s.send('9', 'PUT', `${URL1}0`, ['X-A: 1'])],
    ['of another method', s.send('9', 'DELETE', URL1, ['X-A: 1'])],
    ['without the header that was asked for', s.send('9', 'PUT', URL1, ['X-B: 1'])],
    ['ten minutes later', { ...s.send('9', 'PUT', URL1, ['X-A: 1']), time: 1_000_000 }],
  ])('makes up no preflight for a call %s', (_, send) => {
    const events = [
      s.send('p', 'OPTIONS', URL1, s.asks('PUT', 'x-a')),
      // Another preflight looks through those that wait.
      { ...s.send('q', 'OPTIONS', PAGE, s.asks('PUT')), time: send.time - 1 },
      send,
    ];
    expect(assemble('chromium', events)[0]).toMatchObject({ partial: true, hops: [{ preflight: null }] });
  });

  it('counts an event that is delivered twice once', () => {
    const events = chromiumPut(s, '1');
    const twice = events.flatMap((event) => [event, structuredClone(event)]);
    expect(assemble('chromium', twice)).toEqual(assemble('chromium', events));
  });

  it('counts events once that a second listener delivers late', () => {
    const events = chromiumPut(s, '1');
    const assembly = createAssembly('chromium');
    for (const event of events) assembly.accept(event);
    expect(structuredClone(events).flatMap((event) => assembly.accept(event).changed)).toEqual([]);
    expect(assembly.openCount()).toBe(0);
  });

  it('hears nothing more of a call that ended, until the browser begins it anew', () => {
    const assembly = createAssembly('chromium');
    for (const event of chromiumPut(s, '1')) assembly.accept(event);
    expect(assembly.accept(s.response('1', 'PUT', URL1, 500)).changed).toEqual([]);
    expect(assembly.accept(s.error('1', 'PUT', URL1, 'net::ERR_FAILED')).changed).toEqual([]);
    expect(assembly.accept(s.start('1', 'PUT', URL1)).changed).toMatchObject([{ id: '1', end: null }]);
    expect(assembly.accept(s.error('1', 'PUT', URL1, 'net::ERR_FAILED')).changed).toHaveLength(1);
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
    const others = [...chromiumPut(s, '2'), s.redirect('3', 'GET', URL1, PAGE)];
    expect(others.flatMap((event) => assembly.accept(event, false).changed)).toEqual([]);
    expect(assembly.openCount()).toBe(0);
  });

  it.each(['main_frame', 'sub_frame', 'csp_report'] as const)('records no %s', (type) => {
    const events = [
      s.start('n', 'POST', URL1, { type }),
      s.send('n', 'POST', URL1, [`Origin: ${PAGE}`], { type }),
      { ...s.headers('n', 'POST', URL1, 200), type },
      { ...s.complete('n', 'POST', URL1, 200), type },
    ];
    expect(assemble('chromium', events)).toEqual([]);
  });
});

describe('Firefox', () => {
  const s = script('firefox');

  it('leaves out a call that the page’s own service worker answers', () => {
    const handed = { ...s.redirect('w', 'GET', URL1, URL1), status: 0, internal: true };
    expect(assemble('firefox', [s.start('w', 'GET', URL1), handed])).toEqual([]);
  });

  it('takes neither a move to https nor a redirect of the server to itself for a service worker’s', () => {
    const start = s.start('w', 'GET', URL1);
    const upgraded = { ...s.redirect('w', 'GET', URL1, URL1.replace('http:', 'https:')), status: 0, internal: true };
    expect(assemble('firefox', [start, upgraded])[0]?.hops[0]).toMatchObject({ redirected: true });
    const sent = s.send('w', 'GET', URL1, [`Origin: ${PAGE}`]);
    const server = s.redirect('w', 'GET', URL1, URL1);
    expect(assemble('firefox', [start, server])[0]?.hops[0]).toMatchObject({ redirected: true });
    expect(assemble('firefox', [start, { ...server, internal: true }])[0]?.hops[0]).toMatchObject({ redirected: true });
    const itself = { ...server, status: 0, internal: true };
    expect(assemble('firefox', [start, sent, itself])[0]?.hops[0]).toMatchObject({ redirected: true });
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
    expect(made.map((exchange) => exchange.hops[0].preflight?.pairedBy)).toEqual(['only-candidate', 'only-candidate']);
  });

  it('tells calls apart that have as many headers, and some of the same', () => {
    const made = assemble('firefox', [
      ...put('ac', 'X-C: 1', 'X-A: 1'),
      ...put('bc', 'X-B: 1', 'X-C: 1'),
      ...put('ab', 'X-B: 1', 'X-A: 1'),
      s.send('oab', 'OPTIONS', URL1, s.asks('PUT', 'x-a', 'x-b')),
      s.send('obc', 'OPTIONS', URL1, s.asks('PUT', 'x-b', 'x-c')),
    ]);
    expect(made.map((exchange) => exchange.hops[0].preflight?.requestId)).toEqual([undefined, 'obc', 'oab']);
  });

  it('takes the call that holds all that was asked for, if another extension added to its headers', () => {
    const made = assemble('firefox', [
      ...put('less', 'X-A: 1', 'X-Added: 1'),
      ...put('more', 'X-A: 1', 'X-B: 1', 'X-Added: 1'),
      s.send('o', 'OPTIONS', URL1, s.asks('PUT', 'x-a', 'x-b')),
    ]);
    expect(made.map((exchange) => exchange.hops[0].preflight?.requestId)).toEqual([undefined, 'o']);
  });

  it('takes the call whose headers were not told, where no other can be meant', () => {
    const [exchange] = assemble('firefox', [
      s.start('1', 'PUT', URL1),
      s.send('o', 'OPTIONS', URL1, s.asks('PUT', 'x-a')),
    ]);
    expect(exchange?.hops[0].preflight?.requestId).toBe('o');
  });

  it('leaves that call alone where another has just the headers asked for', () => {
    const made = assemble('firefox', [
      s.start('untold', 'PUT', URL1),
      ...put('1', 'X-A: 1'),
      s.send('o', 'OPTIONS', URL1, s.asks('PUT', 'x-a')),
    ]);
    expect(made.map((exchange) => exchange.hops[0].preflight?.requestId)).toEqual([undefined, 'o']);
  });

  it('asks for no call that has its answer: that one needed no preflight', () => {
    const made = assemble('firefox', [
      ...put('kept'),
      s.headers('kept', 'PUT', URL1, 200),
      ...put('asks'),
      s.send('o', 'OPTIONS', URL1, s.asks('PUT')),
    ]);
    expect(made.map((exchange) => exchange.hops[0].preflight?.requestId)).toEqual([undefined, 'o']);
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

  it('counts the end of a call once, at whatever time it is told again', () => {
    const assembly = createAssembly('firefox');
    for (const event of put('1')) assembly.accept(event);
    expect(assembly.accept(s.error('1', 'PUT', URL1, 'NS_BINDING_ABORTED')).changed).toHaveLength(1);
    expect(assembly.accept(s.error('1', 'PUT', URL1, 'NS_BINDING_ABORTED')).changed).toEqual([]);
    for (const event of put('2')) assembly.accept(event);
    expect(assembly.accept(s.complete('2', 'PUT', URL1, 200)).changed).toHaveLength(1);
    expect(assembly.accept(s.complete('2', 'PUT', URL1, 200)).changed).toEqual([]);
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
