import { expect, it } from 'vitest';
import { createWaking } from '../../../src/background/waking.ts';

/** Backgrounds of one browser, one after the other, with the storage that outlives them. */
function setUp(storage: Map<string, string> | null = new Map()) {
  const done: string[] = [];
  let timers: (() => void)[] = [];
  const start = () =>
    createWaking({
      storage: storage && {
        getItem: (key) => storage.get(key) ?? null,
        setItem: (key, value) => void storage.set(key, value),
        removeItem: (key) => void storage.delete(key),
      },
      listenToAll: () => done.push('listen'),
      restart: () => done.push('restart'),
      later: (then) => timers.push(then),
    });
  const settle = () => {
    const due = timers;
    timers = [];
    for (const then of due) then();
  };
  return { start, done, settle, kept: () => storage?.has('somebody-records') ?? false };
}
const NOTHING = { kind: 'tabs', tabIds: [], workers: false };
const ALL = { kind: 'everything' };

it('listens to nothing from its first turn on while nobody records', () => {
  const { start, settle, done } = setUp();
  const first = start();
  settle();
  expect([first.first, start().first, done]).toEqual([NOTHING, NOTHING, []]);
});

it('starts anew with the first recorder, once, and listens from the first turn on as long as there is one', () => {
  const { start, settle, done, kept } = setUp();
  const [one, other] = [{}, {}];
  start().joined(one);
  expect(done).toEqual(['listen', 'restart']);
  settle(); // a started background takes its timers with it, but it would change nothing
  const second = start();
  expect(second.first).toEqual(ALL);
  second.joined(one);
  second.joined(other);
  second.left(one);
  settle();
  expect([done, kept()]).toEqual([['listen', 'restart'], true]);
  second.left(other);
  second.joined(one); // DevTools was opened again meanwhile
  settle();
  expect(kept()).toBe(true);
  second.left(one);
  settle();
  expect(kept()).toBe(false);
});

it('forgets recorders that a browser took with it when it ended', () => {
  const { start, settle, kept } = setUp(new Map([['somebody-records', 'yes']]));
  expect(start().first).toEqual(ALL);
  settle();
  expect(kept()).toBe(false);
});

it('listens to all where nothing answers in the first turn', () => {
  const { start, settle, done } = setUp(null);
  const only = start();
  const recorder = {};
  only.joined(recorder);
  only.left(recorder);
  settle();
  expect([only.first, done]).toEqual([ALL, []]);
});
