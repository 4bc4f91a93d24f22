import { signal } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { matcherFor } from '../../../src/panel/filter/match.ts';
import { createListing } from '../../../src/panel/listing/listing.ts';
import { createJudgements } from '../../../src/panel/stores/judgements.ts';
import { createRecordingStore } from '../../../src/panel/stores/recording.ts';
import type { Order } from '../../../src/settings/settings.ts';
import { call, START } from '../../fixtures/panel-page/calls.ts';
import { manyCalls } from '../../fixtures/panel-page/recorded.ts';
import { fixtureSource } from '../../fixtures/panel-page/source.ts';
import { handClock } from './hand-clock.ts';
import { simpleJudge } from './judge.ts';
import { rowsOf } from './rows.ts';

const open = { headers: { 'Access-Control-Allow-Origin': '*' } };
const allowed = (id: string, at = 0, revision = 1) => call({ id, at, answer: open, extra: { revision } });
const blocked = (id: string, at = 0, revision = 1) => call({ id, at, answer: {}, extra: { revision } });
const pending = (id: string, at = 0) => call({ id, at, open: true });
const page = (at: number) => ({ url: 'http://localhost:8080/', time: START + at });

function listed(exchanges: readonly Exchange[], navigations = [page(-1)], costOfLooking = 0) {
  const clock = handClock();
  clock.costOfLooking = costOfLooking;
  const source = fixtureSource({ exchanges, navigations });
  const recording = createRecordingStore(source, clock);
  const filter = signal('');
  const order = signal<Order>('worst');
  const matcher = {
    peek: () => matcherFor(filter.peek()),
    get value() {
      return matcherFor(filter.value);
    },
  };
  const listing = createListing(recording, clock, (id) => judgements.factsOf(id), matcher as never, order);
  const judgements = createJudgements(recording, clock, simpleJudge, {
    counted: listing.touch,
    settled: listing.settle,
  });
  clock.paint();
  const change = (changed: readonly Exchange[], removed: readonly string[] = []) => {
    source.push({ kind: 'changed', changed, removed, dropped: removed.length });
    clock.paint();
  };
  const rest = () => {
    while (clock.rest());
  };
  return { clock, source, filter, order, listing, change, rest, rows: () => rowsOf(listing) };
}

describe('the order of the list', () => {
  test('is the worst first, each in order of time', () => {
    const { rows } = listed([allowed('a', 1), pending('p', 2), blocked('b', 3), allowed('c', 4)]);
    expect(rows()).toEqual(['page', 'b', 'p', 'a', 'c']);
  });

  test('or time alone', () => {
    const { rows, order } = listed([allowed('c', 4), allowed('a', 1), blocked('b', 3)]);
    order.value = 'time';
    expect(rows()).toEqual(['page', 'a', 'b', 'c']);
  });

  test('page loads separate the calls; the open page’s come first when the worst do', () => {
    const { rows, order } = listed(
      [allowed('a', 1), blocked('b', 2), blocked('c', 11), allowed('d', 12)],
      [page(0), page(10)],
    );
    expect(rows()).toEqual(['page', 'c', 'd', 'page', 'b', 'a']);
    order.value = 'time';
    expect(rows()).toEqual(['page', 'a', 'b', 'page', 'c', 'd']);
  });

  test('a page load comes before the calls of its own millisecond', () => {
    const { rows } = listed([allowed('a', 10)], [page(10)]);
    expect(rows()).toEqual(['page', 'a']);
  });

  test('a call that ends moves to where its verdict belongs', () => {
    const { rows, change } = listed([allowed('a', 1), pending('p', 2)]);
    expect(rows()).toEqual(['page', 'p', 'a']);
    change([allowed('p', 2, 2)]);
    expect(rows()).toEqual(['page', 'a', 'p']);
    change([blocked('p', 2, 3)]);
    expect(rows()).toEqual(['page', 'p', 'a']);
  });

  test('a page load that is told late takes the calls that are its own', () => {
    const { rows, source, clock } = listed([allowed('a', 1), allowed('b', 20)]);
    source.push({ kind: 'navigated', navigation: page(10), cleared: false });
    clock.paint();
    expect(rows()).toEqual(['page', 'b', 'page', 'a']);
  });
});

describe('identical failures', () => {
  test('are one row with a count, which opens and closes', () => {
    const { rows, listing } = listed([blocked('b1', 1), allowed('a', 2), blocked('b2', 3), blocked('b3', 4)]);
    expect(rows()).toEqual(['page', '3 × b1', 'a']);
    const group = listing.groupOf('b2');
    expect(group?.members).toHaveLength(3);
    if (!group) return;
    listing.setOpen(group, true);
    expect(rows()).toEqual(['page', '3 × b1', '  1 b1', '  2 b2', '  3 b3', 'a']);
    expect(['b1', 'b3', 'a', group.id].map(listing.indexOf)).toEqual([2, 4, 5, 1]);
    listing.setOpen(group, false);
    expect(rows()).toEqual(['page', '3 × b1', 'a']);
    expect(listing.indexOf('b3')).toBe(1);
  });

  test('of two page loads are two groups', () => {
    const { rows } = listed(
      [blocked('a', 1), blocked('b', 2), blocked('c', 11), blocked('d', 12)],
      [page(0), page(10)],
    );
    expect(rows()).toEqual(['page', '2 × c', 'page', '2 × a']);
  });

  test('lose their row when one remains, and get it back, open as it was', () => {
    const { rows, listing, change } = listed([blocked('a', 1), blocked('b', 2)]);
    const group = listing.groupOf('a');
    if (group) listing.setOpen(group, true);
    change([], ['a']);
    expect(rows()).toEqual(['page', 'b']);
    change([blocked('c', 3)]);
    expect(rows()).toEqual(['page', '2 × b', '  1 b', '  2 c']);
  });

  test('stay open when the filter or the order changes', () => {
    const { rows, listing, order, filter } = listed([blocked('a', 1), blocked('b', 2), allowed('c', 3)]);
    const group = listing.groupOf('a');
    if (group) listing.setOpen(group, true);
    order.value = 'time';
    filter.value = 'is:blocked';
    expect(rows()).toEqual(['page', '2 × a', '  1 a', '  2 b']);
    expect(listing.indexOf(group?.id ?? null)).toBe(1);
  });
});

describe('a list of many calls', () => {
  test('is looked through in slices when the filter changes, and ends complete', () => {
    const { listing, filter, clock, rest } = listed(manyCalls(5000), [], 0.5);
    rest();
    expect(listing.callCount()).toBe(5000);
    filter.value = 'is:blocked';
    expect(listing.sifting.value).toBe(true);
    expect(listing.callCount()).toBeLessThan(500);
    let slices = 0;
    while (clock.rest()) slices += 1;
    expect(slices).toBeGreaterThan(2);
    expect(listing.sifting.value).toBe(false);
    expect(listing.callCount()).toBe(500);
    expect(listing.calls()).toHaveLength(500);
  });

  test('a filter that changes while it is looked through wins', () => {
    const { listing, filter, rest } = listed(manyCalls(5000), [], 0.5);
    rest();
    filter.value = 'is:blocked';
    filter.value = 'localhost:8081';
    rest();
    expect(listing.callCount()).toBe(1000);
  });

  test('says what a list made anew would say, whatever happens in whatever order', () => {
    const step = fc.record({
      id: fc.integer({ min: 0, max: 12 }).map(String),
      at: fc.integer({ min: 0, max: 30 }),
      state: fc.constantFrom(
        'pending',
        'allowed',
        'blocked',
        'gone',
        'open',
        'page',
        'worst',
        'time',
        'is:blocked',
        '',
      ),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const live = listed([], []);
        const calls = new Map<string, Exchange>();
        const pages: ReturnType<typeof page>[] = [];
        let revision = 1;
        for (const { id, at, state } of steps) {
          revision += 1;
          const known = calls.get(id);
          const startedAt = known ? known.startedAt - START : at;
          if (state === 'gone') {
            calls.delete(id);
            live.change([], [id]);
          } else if (state === 'open') {
            const group = live.listing.groupOf(id);
            if (group) live.listing.setOpen(group, false);
          } else if (state === 'page') {
            pages.push(page(at));
            live.source.push({ kind: 'navigated', navigation: page(at), cleared: false });
            live.clock.paint();
          } else if (state === 'worst' || state === 'time') live.order.value = state;
          else if (state === 'is:blocked' || state === '') live.filter.value = state;
          else {
            const make = {
              pending: call({ id, at: startedAt, open: true, extra: { revision } }),
              allowed: allowed(id, startedAt, revision),
              blocked: blocked(id, startedAt, revision),
            }[state];
            // Those of one moment stand in the order in which they came.
            calls.set(id, make);
            live.change([make]);
          }
        }
        const fresh = listed([...calls.values()], pages);
        fresh.order.value = live.order.value;
        fresh.filter.value = live.filter.value;
        live.rest();
        expect(live.rows().toSorted()).toEqual(fresh.rows().toSorted());
        expect(live.listing.callCount()).toBe(fresh.listing.callCount());
        for (let index = 0; index < live.listing.rowCount(); index += 1) {
          const row = live.listing.row(index);
          if (row?.kind === 'call') expect(live.listing.indexOf(row.id)).toBe(index);
          if (row?.kind === 'group') expect(live.listing.indexOf(row.group.id)).toBe(index);
        }
      }),
      { numRuns: 60 },
    );
  });
});
