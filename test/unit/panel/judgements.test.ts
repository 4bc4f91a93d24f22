import { describe, expect, test, vi } from 'vitest';
import { createJudgements } from '../../../src/panel/stores/judgements.ts';
import { createRecordingStore } from '../../../src/panel/stores/recording.ts';
import { API, call } from '../../fixtures/panel-page/calls.ts';
import { manyCalls } from '../../fixtures/panel-page/recorded.ts';
import { fixtureSource } from '../../fixtures/panel-page/source.ts';
import { handClock } from './hand-clock.ts';
import { simpleJudge } from './judge.ts';

const open = { 'Access-Control-Allow-Origin': '*' };

function judged(exchanges: readonly ReturnType<typeof call>[], costOfLooking = 0) {
  const clock = handClock();
  clock.costOfLooking = costOfLooking;
  const source = fixtureSource({ exchanges });
  const recording = createRecordingStore(source, clock);
  const judge = vi.fn(simpleJudge);
  const judgements = createJudgements(recording, clock, judge);
  clock.paint();
  return { clock, source, recording, judge, judgements };
}

describe('judging', () => {
  test('judges a call once however often it is asked', () => {
    const { recording, judge, judgements } = judged([call({ id: 'a' })]);
    const exchange = recording.log.get('a');
    judge.mockClear();
    if (exchange) {
      expect(judgements.of(exchange)).toBe(judgements.of(exchange));
      expect(judgements.of(exchange, true)).toBe(judgements.of(exchange));
    }
    expect(judge).toHaveBeenCalledTimes(1);
  });

  test('judges again when the call or a neighbour at its server changed', () => {
    const { clock, source, recording, judge, judgements } = judged([call({ id: 'a', answer: { headers: open } })]);
    const first = recording.log.get('a');
    if (first) judgements.of(first);
    judge.mockClear();
    source.push({ kind: 'changed', changed: [call({ id: 'b' })], removed: [], dropped: 0 });
    clock.paint();
    judge.mockClear();
    if (first) judgements.of(first);
    expect(judge).not.toHaveBeenCalled();
    if (first) judgements.of(first, true);
    expect(judge).toHaveBeenCalledTimes(1);
    source.push({ kind: 'changed', changed: [call({ id: 'a', extra: { revision: 2 } })], removed: [], dropped: 0 });
    clock.paint();
    const second = recording.log.get('a');
    expect(second && judgements.of(second).verdict).toBe('blocked');
  });

  test('counts in slices and ends with the right sums', () => {
    const { clock, judgements, judge } = judged(manyCalls(1000), 0.1);
    expect(judgements.tally.value.waiting).toBeGreaterThan(0);
    expect(judge.mock.calls.length).toBeLessThan(200);
    let slices = 0;
    while (clock.rest()) slices += 1;
    expect(slices).toBeGreaterThan(3);
    expect(judgements.tally.value).toMatchObject({ waiting: 0, verdicts: { blocked: 100, allowed: 900 } });
  });

  test('groups blocked calls by server and cause', () => {
    const { judgements } = judged([
      call({ id: 'a', answer: {} }),
      call({ id: 'b', answer: {}, url: `${API}/other` }),
      call({ id: 'c', answer: {}, url: 'http://other.test/' }),
      call({ id: 'd', answer: { headers: open } }),
    ]);
    expect(judgements.tally.value.reasons).toEqual([
      { count: 2, firstId: 'a' },
      { count: 1, firstId: 'c' },
    ]);
  });

  test('takes back what it counted of calls that change, go or are cleared', () => {
    const { clock, source, recording, judgements } = judged([
      call({ id: 'a', answer: {} }),
      call({ id: 'b', answer: {} }),
    ]);
    source.push({
      kind: 'changed',
      changed: [call({ id: 'a', answer: { headers: open }, extra: { revision: 2 } })],
      removed: ['b'],
      dropped: 1,
    });
    clock.paint();
    expect(judgements.tally.value.verdicts).toMatchObject({ blocked: 0, allowed: 1 });
    expect(judgements.tally.value.reasons).toEqual([]);
    recording.clear();
    clock.paint();
    expect(judgements.tally.value.verdicts.allowed).toBe(0);
  });

  test('an engine that throws costs one call its verdict, not the panel', () => {
    const { clock, source, recording, judge, judgements } = judged([]);
    judge.mockImplementation(() => {
      throw new Error('no such step');
    });
    source.push({ kind: 'changed', changed: [call({ id: 'a' })], removed: [], dropped: 0 });
    clock.paint();
    const exchange = recording.log.get('a');
    expect(exchange && judgements.of(exchange).verdict).toBe('undecided');
    expect(judgements.failure.value).toBe('no such step');
  });
});
