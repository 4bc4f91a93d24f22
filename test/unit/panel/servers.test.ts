import { describe, expect, test } from 'vitest';
import { observedPolicy } from '../../../src/panel/stores/observed-policy.ts';
import { createTally, sameKey } from '../../../src/panel/stores/tally.ts';
import { API, call, PAGE } from '../../fixtures/panel-page/calls.ts';
import { simpleJudge } from './judge.ts';

describe('a server’s policy as observed', () => {
  const answer = { headers: { 'Access-Control-Allow-Origin': PAGE, Vary: 'Origin' } };
  const policy = observedPolicy(
    [
      call({ id: 'a', answer }),
      call({ id: 'b', answer }),
      call({ id: 'c', answer: {} }),
      call({
        id: 'd',
        method: 'PUT',
        preflight: {
          answer: {
            status: 204,
            headers: [
              ['Access-Control-Allow-Methods', 'PUT'],
              ['access-control-allow-methods', 'GET'],
            ],
          },
        },
      }),
      call({ id: 'other', url: 'http://other.test/', answer: { headers: { 'Access-Control-Allow-Origin': '*' } } }),
    ],
    API,
  );

  test('tells each answer’s headers with every value and how often it was seen', () => {
    expect(policy.find(({ kind }) => kind === 'actual')).toEqual({
      kind: 'actual',
      answers: 3,
      headers: [
        {
          header: 'access-control-allow-origin',
          values: [
            { value: PAGE, count: 2 },
            { value: null, count: 1 },
          ],
        },
        {
          header: 'vary',
          values: [
            { value: 'Origin', count: 2 },
            { value: null, count: 1 },
          ],
        },
      ],
    });
  });

  test('joins the lines of one header, and says that Access-Control-Allow-Origin is missing', () => {
    expect(policy.find(({ kind }) => kind === 'preflight')?.headers).toEqual([
      { header: 'access-control-allow-origin', values: [{ value: null, count: 1 }] },
      { header: 'access-control-allow-methods', values: [{ value: 'PUT, GET', count: 1 }] },
    ]);
  });

  test('is nothing where no answer was seen', () => {
    expect(observedPolicy([call({ id: 'a' })], API)).toEqual([]);
  });
});

describe('failures are the same', () => {
  const key = (spec: Parameters<typeof call>[0]) => {
    const exchange = call(spec);
    return sameKey(exchange, simpleJudge(exchange));
  };
  test('for one server, cause and fix, whatever the path', () => {
    expect(key({ id: 'a', answer: {} })).toBe(key({ id: 'b', answer: {}, url: `${API}/other`, method: 'POST' }));
  });
  test.each([
    ['another server', { url: 'http://other.test/' }],
    ['another origin to allow', { origin: 'http://other.test' }],
  ])('but not for %s', (_, spec) => {
    expect(key({ id: 'a', answer: {} })).not.toBe(key({ id: 'b', answer: {}, ...spec }));
  });
  test('never for what succeeded', () => {
    expect(key({ id: 'a', answer: { headers: { 'Access-Control-Allow-Origin': '*' } } })).toBeNull();
  });
});

test('each server’s verdicts and notes are counted, and taken back', () => {
  const tally = createTally();
  const [one, two] = [call({ id: 'a', answer: {} }), call({ id: 'b', answer: {} })];
  const noted = {
    ...simpleJudge(two),
    notes: [{ code: 'vary-origin-missing', hop: 0, pointer: null, detail: null }] as const,
  };
  expect(tally.count(one, simpleJudge(one))).toBe(true);
  expect(tally.count(one, simpleJudge(one))).toBe(false);
  tally.count(two, noted);
  expect(tally.ofServer(API)?.verdicts.blocked).toBe(2);
  expect(tally.ofServer(API)?.notes.get('vary-origin-missing')).toBe(1);
  tally.remove('b');
  expect(tally.ofServer(API)?.verdicts.blocked).toBe(1);
  expect(tally.ofServer(API)?.notes.get('vary-origin-missing')).toBe(0);
});
