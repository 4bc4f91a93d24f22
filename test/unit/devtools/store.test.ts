import { expect, it } from 'vitest';
import { createStore } from '../../../src/devtools/store.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { newExchange } from '../../../src/exchange/live.ts';
import { API, script } from '../exchange/events.ts';

const s = script('chromium');
function exchange(id: string, startedAt: number, ended = true, revision = 1): Exchange {
  const made = newExchange(s.start(id, 'GET', API, { time: startedAt }), 'chromium', null, false);
  return { ...made, revision, end: ended ? { kind: 'completed', at: startedAt + 1 } : null };
}
const ids = (list: readonly Exchange[]) => list.map(({ id }) => id);

it('drops the oldest ended exchanges first, then the oldest of all, and counts them', () => {
  const store = createStore(2);
  store.upsert([exchange('open', 1, false), exchange('a', 2), exchange('b', 3)]);
  expect([ids(store.exchanges()), store.dropped()]).toEqual([['open', 'b'], 1]);
  store.upsert([exchange('c', 4, false), exchange('d', 5, false)]);
  expect([ids(store.exchanges()), store.dropped()]).toEqual([['c', 'd'], 3]);
});

it('does not tell of an exchange that had to go at once', () => {
  const { changed, removed } = createStore(1).upsert([exchange('a', 1), exchange('b', 2)]);
  expect([ids(changed), removed]).toEqual([['b'], ['a']]);
});

it('never goes back to an older revision', () => {
  const store = createStore();
  store.upsert([exchange('a', 1, true, 5)]);
  expect(store.upsert([exchange('a', 1, false, 4)]).changed).toEqual([]);
  expect(store.exchanges()[0]?.revision).toBe(5);
});

it('empties itself when the page goes, and keeps the late ends of old calls away', () => {
  const store = createStore();
  store.upsert([exchange('old', 10), exchange('new', 20)]);
  const { removed } = store.navigate({ url: API, time: 15 }, false);
  expect([removed, ids(store.exchanges())]).toEqual([['old'], ['new']]);
  expect(store.upsert([exchange('old', 10, true, 9)]).changed).toEqual([]);
});

it('keeps all with a separator when asked to', () => {
  const store = createStore();
  store.upsert([exchange('old', 10)]);
  store.navigate({ url: API, time: 15 }, true);
  expect([ids(store.exchanges()), store.navigations()]).toEqual([['old'], [{ url: API, time: 15 }]]);
});

it('is empty after it was cleared', () => {
  const store = createStore(1);
  store.upsert([exchange('a', 10), exchange('b', 11)]);
  store.clear(12);
  expect([store.exchanges(), store.navigations(), store.dropped()]).toEqual([[], [], 0]);
  expect(store.upsert([exchange('b', 11, true, 9)]).changed).toEqual([]);
});

it('keeps what witnesses add, whatever is told of the exchange afterwards', () => {
  const store = createStore();
  store.upsert([exchange('a', 1, false, 3)]);
  const [witnessed] = store.witness('a', { resourceKind: 'fetch' }).changed;
  expect([witnessed?.revision, witnessed?.evidence]).toEqual([4, { resourceKind: 'fetch' }]);
  const [next] = store.upsert([exchange('a', 1, true, 4)]).changed;
  expect([next?.revision, next?.end?.kind, next?.evidence]).toEqual([5, 'completed', { resourceKind: 'fetch' }]);
  expect(store.upsert([exchange('a', 1, true, 4)]).changed).toEqual([]);
  expect(store.witness('gone', { resourceKind: 'fetch' }).changed).toEqual([]);
});
