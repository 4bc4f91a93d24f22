import { expect, it } from 'vitest';
import { createNetworkWitness } from '../../../src/devtools/network-witness.ts';
import { createPageWitness } from '../../../src/devtools/page-witness.ts';
import { createStore } from '../../../src/devtools/store.ts';
import { createTimingWitness } from '../../../src/devtools/timing-witness.ts';
import type { WitnessHost } from '../../../src/devtools/witness-host.ts';
import type { BrowserName, Exchange } from '../../../src/exchange/exchange.ts';
import { NO_WITNESS, pageWitnessQuestion } from '../../../src/witness/page-script.ts';
import { API, assemble, PAGE, script } from '../exchange/events.ts';

/** A recorder's store, a clock that is moved by hand, and a page that answers what it is told to. */
function setUp(browser: BrowserName) {
  const store = createStore();
  let now = 1_000;
  let timers: { at: number; act: () => void }[] = [];
  const asked: string[] = [];
  let answer: unknown;
  const host: WitnessHost = {
    now: () => now,
    later: (ms, act) => void timers.push({ at: now + ms, act }),
    evaluate: async (expression) => {
      asked.push(expression);
      return answer;
    },
    exchange: store.get,
    add: (id, evidence) => void store.witness(id, evidence),
  };
  const pass = async (ms: number) => {
    for (const end = now + ms; now < end; ) {
      now += 50;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { act } of due) act();
      await new Promise((done) => setTimeout(done, 0));
    }
  };
  const call = (id = '1', path = '/x'): Exchange => {
    const s = script(browser);
    const [exchange] = assemble(browser, [
      s.start(id, 'GET', `${API}${path}`),
      s.send(id, 'GET', `${API}${path}`, [`Origin: ${PAGE}`]),
      s.headers(id, 'GET', `${API}${path}`, 200),
      s.complete(id, 'GET', `${API}${path}`, 200),
    ]);
    if (!exchange) throw new Error('no exchange');
    store.upsert([exchange]);
    return exchange;
  };
  return {
    host,
    store,
    asked,
    pass,
    call,
    answers: (next: unknown) => (answer = next),
    evidence: (id = '1') => store.get(id)?.evidence,
  };
}

const entry = (path: string, at = 1_000) => ({
  startedDateTime: new Date(at).toISOString(),
  request: { url: `${API}${path}`, method: 'GET' },
  _resourceType: 'fetch',
});

/** DevTools as the network witness knows it: what it was told to do, and the entries that it tells at once. */
function withEntries() {
  const set = setUp('chromium');
  const listening: boolean[] = [];
  let all: readonly unknown[] | null = [];
  const entries = {
    listen: (on: boolean) => void listening.push(on),
    all: async () => {
      if (all === null) throw new Error('DevTools is gone');
      return all;
    },
  };
  const witness = createNetworkWitness({ ...set.host, exchanges: set.store.exchanges, entries });
  return { ...set, witness, listening, tells: (next: readonly unknown[] | null) => (all = next) };
}

it('adds what DevTools’ entry says, whichever comes first', async () => {
  const { witness, pass, call, evidence } = withEntries();
  witness.entry(entry('/x'));
  witness.saw(call());
  witness.saw(call('2', '/y'));
  witness.entry(entry('/y'));
  await pass(100);
  expect([evidence()?.resourceKind, evidence('2')?.resourceKind]).toEqual(['fetch', 'fetch']);
});

it('listens to no entry in a flood, and asks for all of them when it is over', async () => {
  const { witness, listening, pass, call, evidence, tells } = withEntries();
  const paths = Array.from({ length: 100 }, (_, number) => `/flood-${number}`);
  for (const path of paths) witness.saw(call(path, path));
  witness.saw({ ...call('/open', '/open'), end: null });
  for (const path of paths.slice(0, 80)) witness.entry(entry(path));
  expect(listening).toEqual([true, false]);
  await pass(600);
  witness.saw(call('/last', '/last')); // it is not over yet
  await pass(600);
  expect(listening).toEqual([true, false]);
  tells([...paths, '/last'].map((path) => entry(path)));
  await pass(1_500);
  expect(listening).toEqual([true, false, true]);
  expect([...paths, '/last'].filter((path) => evidence(path)?.resourceKind !== 'fetch')).toEqual([]);
  witness.entry(entry('/last')); // was on its way meanwhile: no call may take it for its own
  witness.saw(call('/later', '/later'));
  witness.entry(entry('/later'));
  await pass(100);
  expect(evidence('/later')?.resourceKind).toBe('fetch');
});

it('goes on with the next entries when DevTools does not tell those of a flood', async () => {
  const { witness, listening, pass, call, evidence, tells } = withEntries();
  tells(null);
  for (let number = 0; number < 80; number += 1) witness.entry(entry(`/flood-${number}`));
  await pass(2_000);
  expect(listening).toEqual([true, false, true]);
  witness.saw(call('/later', '/later'));
  witness.entry(entry('/later'));
  await pass(100);
  expect(evidence('/later')?.resourceKind).toBe('fetch');
});

it('asks for nothing when the page goes with all its calls, and stands aside on the next as well', async () => {
  const { witness, listening, pass, call, store, tells } = withEntries();
  const flood = () => {
    for (let number = 0; number < 80; number += 1) witness.entry(entry(`/flood-${number}`));
  };
  tells(null);
  flood();
  witness.navigated();
  expect(listening).toEqual([true, false, true]);
  flood();
  for (let times = 0; times < 24; times += 1) {
    witness.saw(call());
    await pass(400);
  }
  witness.navigated(); // its calls are kept, and DevTools is asked for them
  await pass(2_000);
  expect(store.exchanges()).toHaveLength(1);
  expect(listening).toEqual([true, false, true, false, true]);
  flood();
  expect(listening.at(-1)).toBe(false);
});

it('follows a flood that does not end entry by entry again, and stands aside on the next page', async () => {
  const { witness, listening, pass, call } = withEntries();
  const flood = () => {
    for (let number = 0; number < 80; number += 1) witness.entry(entry(`/flood-${number}`));
  };
  flood();
  for (let times = 0; times < 24; times += 1) {
    witness.saw(call());
    await pass(500);
  }
  expect(listening).toEqual([true, false, true]);
  flood();
  expect(listening).toEqual([true, false, true]);
  witness.navigated();
  await pass(2_000);
  flood();
  expect(listening).toEqual([true, false, true, false]);
});

it('asks the page for its timing only after a call ended, and then soon stops', async () => {
  const { host, asked, pass, call, answers, evidence } = setUp('firefox');
  const witness = createTimingWitness(host);
  await pass(5_000);
  expect(asked).toEqual([]);
  const exchange = call();
  witness.saw({ ...exchange, startedAt: 6_000, end: null });
  await pass(5_000);
  expect(asked).toEqual([]);
  answers(['doc', [[1, `${API}/x`, 'fetch', 0, 5_990, true]]]);
  witness.saw({ ...exchange, startedAt: 6_000 });
  await pass(20_000);
  expect(evidence()?.resourceTiming).toEqual({
    responseStatus: 0,
    initiatorType: 'fetch',
    matchedBy: 'only-candidate',
  });
  expect(asked.length).toBeLessThanOrEqual(3);
});

it('gives up on a call that the page has no entry of', async () => {
  const { host, asked, pass, call, evidence } = setUp('firefox');
  const witness = createTimingWitness(host);
  witness.saw(call());
  await pass(30_000);
  expect([asked.length, evidence()?.resourceTiming]).toEqual([3, undefined]);
});

it('asks the seldomer the more calls end, but never lets very many wait', async () => {
  const { host, asked, pass, call } = setUp('firefox');
  const witness = createTimingWitness(host);
  const end = (count: number, from: number) => {
    for (let i = from; i < from + count; i++) witness.saw(call(String(i), `/${i}`));
  };
  end(30, 0);
  await pass(150);
  expect(asked.length).toBe(1);
  end(30, 30);
  await pass(500);
  expect(asked.length, 'within 600 ms of 30 calls').toBe(1);
  await pass(100);
  expect(asked.length).toBe(2);
  end(199, 60);
  await pass(50);
  expect(asked.length).toBe(2);
  end(1, 259);
  await pass(50);
  expect(asked.length).toBe(3);
  await pass(20_000);
  const before = asked.length;
  end(1, 260);
  await pass(150);
  expect(asked.length, 'after a rest').toBe(before + 1);
});

function page() {
  const set = setUp('firefox');
  const reloads: (string | undefined)[] = [];
  const witness = createPageWitness({
    ...set.host,
    reload: (script) => void reloads.push(script),
    tell: (exchange) => void set.store.upsert([exchange]),
    remove: (id) => void set.store.remove([id]),
    stateChanged: () => {},
    context: () => ({ browser: 'firefox', tabId: 7, pageUrl: `${PAGE}/` }),
  });
  const row = (order: number, url: string, mode: string, outcome: string | null = null, startedAt = 1_000) => [
    order,
    'xhr',
    'GET',
    url,
    mode,
    'include',
    'follow',
    startedAt,
    outcome,
    0,
    null,
    null,
    PAGE,
    'doc',
    true,
  ];
  return { ...set, witness, reloads, row };
}

it('asks nothing until it is switched on, and nothing any more once the page went', async () => {
  const { witness, asked, pass, answers, reloads } = page();
  await pass(3_000);
  expect([witness.state(), asked, reloads]).toEqual(['off', [], []]);
  witness.set(true);
  expect([witness.state(), reloads.length]).toEqual(['starting', 1]);
  answers(['doc', 3, []]);
  await pass(1_000);
  expect(witness.state()).toBe('on');
  expect(asked.at(-1)).toBe(pageWitnessQuestion({ document: 'doc', ticket: 3 }));
  answers(undefined);
  await pass(2_000);
  expect(witness.state(), 'a page that cannot be asked for a moment').toBe('on');
  answers(NO_WITNESS);
  await pass(1_000);
  const after = asked.length;
  await pass(5_000);
  expect([witness.state(), asked.length]).toEqual(['off', after]);
});

it('says that a page takes no witness, after a while', async () => {
  const { witness, pass, answers } = page();
  witness.set(true);
  answers(undefined);
  await pass(20_000);
  expect(witness.state()).toBe('off');
});

it('adds what the page says to the exchange that the browser told of', async () => {
  const { witness, pass, answers, call, row, evidence, store } = page();
  witness.set(true);
  witness.saw(call());
  answers(['doc', 1, [row(0, `${API}/x`, 'cors', 'load')]]);
  await pass(4_000);
  expect(evidence()).toMatchObject({ mode: 'cors', credentials: 'include', page: { matchedBy: 'only-candidate' } });
  expect(store.exchanges()).toHaveLength(1);
});

it('makes exchanges of calls that are refused unsent at once, and of those that ended without a request later', async () => {
  const { witness, pass, answers, row, store } = page();
  witness.set(true);
  answers([
    'doc',
    1,
    [row(0, `${API}/a`, 'same-origin'), row(1, `${API}/b`, 'cors', 'error'), row(2, `${API}/c`, 'cors')],
  ]);
  await pass(600);
  const urls = () => store.exchanges().map(({ hops: [{ url }] }) => url.slice(API.length));
  expect(urls()).toEqual(['/a']);
  await pass(3_000);
  expect(urls()).toEqual(['/a', '/b']);
});

it('takes back what it told when the browser’s own events come late', async () => {
  const { witness, pass, answers, row, store, call } = page();
  witness.set(true);
  answers(['doc', 1, [row(0, `${API}/x`, 'cors', 'error')]]);
  await pass(3_000);
  expect(store.exchanges().map(({ toldBy }) => toldBy)).toEqual(['page-witness']);
  witness.saw(call());
  answers(['doc', 1, []]);
  await pass(1_000);
  expect(store.exchanges().map(({ toldBy }) => toldBy)).toEqual([undefined]);
});
