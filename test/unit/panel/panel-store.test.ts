import { describe, expect, test } from 'vitest';
import { createPanelStore, layoutFor } from '../../../src/panel/stores/panel-store.ts';
import { API, call, PAGE } from '../../fixtures/panel-page/calls.ts';
import { fixtureSource } from '../../fixtures/panel-page/source.ts';
import { handClock } from './hand-clock.ts';
import { simpleJudge } from './judge.ts';
import { rowsOf } from './rows.ts';

const open = { 'Access-Control-Allow-Origin': PAGE };
const allowed = call({ id: 'allowed', answer: { headers: open }, at: 1 });
const blocked = call({ id: 'blocked', answer: {}, at: 2 });
const same = call({ id: 'same', answer: {}, url: `${API}/other`, at: 3 });
const different = call({ id: 'different', answer: {}, url: 'http://other.test/', at: 4 });

function panelOf(...exchanges: ReturnType<typeof call>[]) {
  const clock = handClock();
  const source = fixtureSource({ exchanges, navigations: [{ url: PAGE, time: exchanges[0]?.startedAt ?? 0 }] });
  const panel = createPanelStore(
    source,
    clock,
    { write: async () => {}, writeByCommand: () => false, writeImage: async () => {} },
    simpleJudge,
  );
  clock.paint();
  const listed = () => rowsOf(panel.listing);
  return { clock, source, panel, listed };
}

describe('what the panel shows', () => {
  test('the one blocked call explains itself without a click', () => {
    const { panel } = panelOf(allowed, blocked);
    expect(panel.shown.value).toMatchObject({ by: 'lead', count: 1, exchange: { id: 'blocked' } });
  });

  test('so does the first of several that are blocked for one reason', () => {
    const { panel } = panelOf(allowed, blocked, same);
    expect(panel.shown.value).toMatchObject({ by: 'lead', count: 2, exchange: { id: 'blocked' } });
  });

  test('so does what failed for another reason, where nothing is blocked', () => {
    const refusal = { text: 'net::ERR_CONNECTION_REFUSED', failure: 'connection-refused' } as const;
    const refused = call({ id: 'refused', error: refusal, at: 5 });
    expect(panelOf(allowed, refused).panel.shown.value).toMatchObject({ by: 'lead', exchange: { id: 'refused' } });
    expect(panelOf(refused, blocked).panel.shown.value).toMatchObject({ by: 'lead', exchange: { id: 'blocked' } });
    const elsewhere = call({ id: 'elsewhere', error: refusal, url: 'http://other.test/', at: 6 });
    expect(panelOf(refused, elsewhere).panel.shown.value).toBeNull();
  });

  test('two reasons, or none, leave the choice to the user', () => {
    expect(panelOf(allowed, blocked, different).panel.shown.value).toBeNull();
    expect(panelOf(allowed).panel.shown.value).toBeNull();
  });

  test('a chosen call comes before the lead, until it is closed or gone', () => {
    const { clock, source, panel } = panelOf(allowed, blocked);
    panel.open('allowed');
    expect(panel.shown.value).toMatchObject({ by: 'user', exchange: { id: 'allowed' } });
    panel.close();
    expect(panel.shown.value).toMatchObject({ by: 'lead', exchange: { id: 'blocked' } });
    panel.open('allowed');
    source.push({ kind: 'changed', changed: [], removed: ['allowed'], dropped: 1 });
    clock.paint();
    expect(panel.shown.value?.by).toBe('lead');
  });

  test('the detail follows the cursor where it is in view, and is opened where it covers the list', () => {
    const { panel } = panelOf(allowed, blocked, different);
    panel.moveTo('different');
    expect(panel.shown.value?.exchange.id).toBe('different');
    panel.close();
    panel.setLayout('overlay');
    panel.moveTo('allowed');
    expect(panel.shown.value).toBeNull();
    expect(panel.cursor.value).toBe('allowed');
    panel.open('allowed');
    panel.close();
    expect(panel.cursor.value).toBe('allowed');
  });

  test('an open call is shown in its newest revision', () => {
    const { clock, source, panel } = panelOf(allowed, blocked);
    panel.open('blocked');
    const newer = call({ id: 'blocked', answer: { headers: open }, extra: { revision: 2 } });
    source.push({ kind: 'changed', changed: [newer], removed: [], dropped: 0 });
    clock.paint();
    expect(panel.shown.value?.exchange).toBe(newer);
  });

  test('filter and “only blocked” work together, and page loads stay as separators', () => {
    const { panel, listed } = panelOf(allowed, blocked, same, different);
    expect(listed()).toEqual(['page', '2 × blocked', 'different', 'allowed']);
    panel.filter.setOnlyBlocked(true);
    expect(listed()).toEqual(['page', '2 × blocked', 'different']);
    panel.filter.setText('localhost:8081');
    expect(listed()).toEqual(['page', '2 × blocked']);
    expect(panel.shownCalls().map(({ id }) => id)).toEqual(['blocked', 'same']);
    expect(panel.summary.value).toMatchObject({ calls: 4, shown: 2, servers: 2, blocked: 3, reasons: 2, waiting: 0 });
    panel.filter.reset();
    expect(listed()).toHaveLength(4);
  });

  test('a call that becomes blocked enters the list of the blocked', () => {
    const { clock, source, panel, listed } = panelOf(call({ id: 'a', open: true }));
    panel.filter.setOnlyBlocked(true);
    expect(listed()).toEqual(['page']);
    source.push({
      kind: 'changed',
      changed: [call({ id: 'a', answer: {}, extra: { revision: 2 } })],
      removed: [],
      dropped: 0,
    });
    clock.paint();
    expect(listed()).toEqual(['page', 'a']);
  });
});

test.each([
  [1400, 900, 'wide'],
  [900, 400, 'wide'],
  [400, 900, 'stacked'],
  [400, 400, 'overlay'],
])('%d × %d px is laid out %s', (width, height, layout) => {
  expect(layoutFor(width, height)).toBe(layout);
});
