import { describe, expect, test } from 'vitest';
import type { LogChange } from '../../../src/panel/stores/recording.ts';
import { createRecordingStore, SILENCE_MS } from '../../../src/panel/stores/recording.ts';
import { call } from '../../fixtures/panel-page/calls.ts';
import { type FixtureState, fixtureSource } from '../../fixtures/panel-page/source.ts';
import { handClock } from './hand-clock.ts';

function recorded(state: FixtureState | null) {
  const clock = handClock();
  const source = fixtureSource(state);
  const store = createRecordingStore(source, clock);
  const changes: LogChange[] = [];
  store.onChange((change) => changes.push(change));
  return { clock, source, store, changes, ids: () => [...store.log.calls()].map(({ id }) => id) };
}
const changed = (...exchanges: ReturnType<typeof call>[]) =>
  ({ kind: 'changed', changed: exchanges, removed: [], dropped: 0 }) as const;

describe('the recording in the panel', () => {
  test('is loading until the snapshot has been taken in with a frame', () => {
    const { clock, store, ids } = recorded({ exchanges: [call({ id: 'a' })] });
    expect(store.status.value.link).toBe('loading');
    clock.paint();
    expect(store.status.value.link).toBe('live');
    expect(ids()).toEqual(['a']);
  });

  test('takes in a thousand messages with one frame and one change', () => {
    const { clock, source, store, changes } = recorded({ exchanges: [] });
    clock.paint();
    const before = { frames: clock.frames, revision: store.revision.value };
    for (let index = 0; index < 1000; index += 1) source.push(changed(call({ id: `c${index}` })));
    expect(clock.frames).toBe(before.frames + 1);
    clock.paint();
    expect(store.revision.value).toBe(before.revision + 1);
    expect(changes.at(-1)?.changed).toHaveLength(1000);
    expect(store.log.size()).toBe(1000);
  });

  test('asks for the next batch at once after a few calls, and in a flood ever seldomer, a frame or two at a time', () => {
    const { clock, source } = recorded({ exchanges: [] });
    clock.paint();
    const asked = () => source.sent.filter(({ kind }) => kind === 'taken').length;
    let made = 0;
    const batch = (calls: number) => {
      source.push(changed(...Array.from({ length: calls }, () => call({ id: `c${made++}` }))));
      clock.paint();
    };
    batch(3);
    expect(asked()).toBe(1);
    clock.pass(1000);
    batch(4);
    clock.pass(99);
    expect(asked()).toBe(1);
    clock.pass(1);
    expect(asked()).toBe(2);
    batch(600); // 6,000 a second
    clock.pass(24);
    expect(asked()).toBe(2);
    clock.pass(1);
    expect(asked()).toBe(3);
    for (const [times, pause] of [300, 400, 400].entries()) {
      clock.pass(1000);
      batch(20);
      clock.pass(pause - 1);
      expect(asked()).toBe(3 + times);
      clock.pass(1);
      expect(asked()).toBe(4 + times);
    }
    clock.pass(1000);
    batch(1);
    expect(asked()).toBe(7);
    batch(20); // another flood: its first rows come soon
    clock.pass(100);
    expect(asked()).toBe(8);
  });

  test('tells of calls that have just begun when they have ended, while many end, or after half a second', () => {
    const { clock, source, store, changes, ids } = recorded({ exchanges: [] });
    clock.paint();
    const open = (id: string) => call({ id, open: true });
    const ended = (id: string) => call({ id, answer: {} });
    const told = () => changes.at(-1)?.changed.map(({ id }) => id);
    source.push(changed(open('first'), ended('a'), ended('b'), ended('c'), ended('d')));
    clock.paint();
    expect(told()).toEqual(['a', 'b', 'c', 'd']);
    expect([ids(), store.held()]).toEqual([['first', 'a', 'b', 'c', 'd'], 1]); // the log keeps the order of beginnings
    clock.pass(499);
    expect([told(), store.held()]).toEqual([['a', 'b', 'c', 'd'], 1]);
    clock.pass(1);
    expect([told(), store.held()]).toEqual([['first'], 0]);
    source.push(changed(open('second'), ended('e'), ended('f'), ended('g'), ended('h')));
    clock.paint();
    expect(store.held()).toBe(1);
    source.push(changed(ended('i')));
    clock.paint();
    expect([told(), store.held()]).toEqual([['second', 'i'], 0]);
    source.push(changed(open('third'), ended('j'), ended('k'), ended('l'), ended('m')));
    clock.paint();
    source.push({ kind: 'changed', changed: [], removed: ['third'], dropped: 0 });
    clock.paint();
    expect(store.held()).toBe(0);
    clock.pass(1000);
    expect(told()).toEqual([]);
  });

  test('says that a message broke it, takes in the others, and is well again once the list is cleared', () => {
    const { clock, source, store, ids } = recorded({ exchanges: [] });
    clock.paint();
    source.push(changed({ id: 'broken', revision: 1 } as never));
    source.push(changed(call({ id: 'next' })));
    clock.paint();
    expect(ids()).toContain('next');
    expect(store.status.value.trouble?.code).toBe('internal-error');
    store.keep(true); // any word of the recorder's, which is well
    clock.paint();
    expect(store.status.value.trouble?.code).toBe('internal-error');
    store.clear();
    clock.paint();
    expect(store.status.value.trouble).toBeNull();
  });

  test('says that the recorder is silent after two seconds, asks again, and recovers', () => {
    const { clock, source, store } = recorded(null);
    clock.pass(SILENCE_MS - 1);
    expect(store.status.value.link).toBe('loading');
    clock.pass(1);
    expect(store.status.value.link).toBe('silent');
    expect(source.sent).toEqual([{ kind: 'subscribe' }]);
    source.push({
      kind: 'snapshot',
      browser: { name: 'firefox', version: '153.0' },
      pageUrl: null,
      recording: true,
      keep: false,
      trouble: null,
      pageWitness: 'off',
      exchanges: [],
      navigations: [],
      dropped: 0,
      limit: 10,
      trial: { kind: 'off', why: null, detail: '' },
    });
    clock.paint();
    expect(store.status.value.link).toBe('live');
  });

  test('does not call a recorder silent whose snapshot waits for a frame', () => {
    const { clock, store } = recorded({ exchanges: [] });
    clock.pass(SILENCE_MS);
    expect(store.status.value.link).toBe('live');
  });

  test('ignores changes before the first snapshot and revisions older than its own', () => {
    const { clock, source, ids, store } = recorded(null);
    source.push(changed(call({ id: 'early' })));
    clock.paint();
    expect(ids()).toEqual([]);
    const live = recorded({ exchanges: [call({ id: 'a', extra: { revision: 5 } })] });
    live.clock.paint();
    live.source.push(changed(call({ id: 'a', extra: { revision: 4 } })));
    live.clock.paint();
    expect(live.store.log.get('a')?.revision).toBe(5);
    expect(store.log.size()).toBe(0);
  });

  test('a second snapshot replaces everything', () => {
    const { clock, source, store, ids, changes } = recorded({ exchanges: [call({ id: 'a' })] });
    clock.paint();
    source.push(changed(call({ id: 'b' })));
    source.send({ kind: 'subscribe' });
    clock.paint();
    expect(ids()).toEqual(['a']);
    expect(changes.at(-1)?.reset).toBe(true);
    expect(store.log.servers()).toBe(1);
  });

  test('calls that are removed or cleared are gone, and counted as dropped only when dropped', () => {
    const { clock, source, store, ids } = recorded({ exchanges: [call({ id: 'a' }), call({ id: 'b' })] });
    clock.paint();
    source.push({ kind: 'changed', changed: [], removed: ['a'], dropped: 1 });
    clock.paint();
    expect(ids()).toEqual(['b']);
    expect(store.status.value.dropped).toBe(1);
    store.clear();
    clock.paint();
    expect(ids()).toEqual([]);
    expect(store.status.value.dropped).toBe(0);
  });

  test('a navigation clears only when the recorder says so', () => {
    const { clock, source, store, ids } = recorded({ exchanges: [call({ id: 'a', at: 5 })] });
    clock.paint();
    const navigation = { url: 'http://localhost:8080/2', time: Date.now() };
    source.push({ kind: 'navigated', navigation, cleared: false });
    clock.paint();
    expect(ids()).toEqual(['a']);
    source.push({ kind: 'navigated', navigation, cleared: true });
    clock.paint();
    expect(ids()).toEqual([]);
    expect(store.log.navigations()).toEqual([navigation]);
    expect(store.status.value.pageUrl).toBe(navigation.url);
  });

  test('keeps the moment at which trouble began', () => {
    const { clock, source, store } = recorded({ exchanges: [] });
    clock.paint();
    const trouble = { code: 'worker-lost', detail: '' } as const;
    source.push({ kind: 'status', recording: true, keep: false, trouble, pageWitness: 'off', limit: 10 });
    clock.paint();
    const since = store.status.value.troubleSince;
    expect(since).not.toBeNull();
    source.push({ kind: 'status', recording: true, keep: true, trouble, pageWitness: 'off', limit: 10 });
    clock.paint();
    expect(store.status.value.troubleSince).toBe(since);
    source.push({ kind: 'status', recording: true, keep: true, trouble: null, pageWitness: 'off', limit: 10 });
    clock.paint();
    expect(store.status.value.troubleSince).toBeNull();
  });

  test('passes on what the toolbar asks', () => {
    const { clock, source, store } = recorded({ exchanges: [] });
    clock.paint();
    store.record(false);
    store.keep(true);
    clock.paint();
    expect(source.sent).toEqual([
      { kind: 'record', on: false },
      { kind: 'keep', on: true },
    ]);
    expect(store.status.value).toMatchObject({ recording: false, keep: true });
  });
});
