import { describe, expect, test } from 'vitest';
import { differenceIn } from '../../../src/panel/view/header-difference.ts';
import { headerHelp } from '../../../src/words/headers.ts';
import { faultWith } from '../words/diagnoses.ts';

describe('a header that failed', () => {
  const origin = 'http://localhost:8080';
  test.each([
    ['is missing', null, { code: 'allow-origin-missing', want: origin }, '', origin],
    ['has a slash too many', `${origin}/`, { code: 'allow-origin-mismatch', want: origin }, '/', ''],
    ['names another port', 'http://localhost:8081', { code: 'allow-origin-mismatch', want: origin }, '1', '0'],
    ['lacks a method', 'GET, POST', { code: 'allow-methods-lacks-method', want: 'PUT' }, '', 'PUT'],
    ['allows all, with credentials', '*', { code: 'allow-headers-lacks-header', want: 'x-a' }, '*', 'x-a'],
    ['is no true', 'True', { code: 'allow-credentials-invalid', want: 'true' }, 'True', 'true'],
    ['cannot be read', 'a b', { code: 'allow-methods-unparsable', want: null }, 'a b', null],
    ['should not be sent, whatever was asked', 'x', { code: 'allow-origin-invalid', want: 'null' }, 'x', null],
    ['is empty', '', { code: 'allow-origin-invalid', want: origin }, '', origin],
  ] as const)('because it %s', (_, value, fault, gotMark, wantMark) => {
    const { got, want } = differenceIn(value, faultWith({ ...fault, got: value }));
    expect([got.marked, want?.marked ?? null]).toEqual([gotMark, wantMark]);
    expect(got.before + got.marked + got.after).toBe(value ?? '');
  });
  test('by a fragment that occurs more than once is marked where it differs', () => {
    const fault = faultWith({
      code: 'allow-origin-mismatch',
      got: `${origin}/`,
      want: origin,
      nearMiss: { code: 'trailing-slash', got: '/', want: '' },
    });
    const { got, want } = differenceIn(`${origin}/`, fault);
    expect(got).toEqual({ before: origin, marked: '/', after: '' });
    expect(want).toEqual({ before: origin, marked: '', after: '' });
  });
  test('of a value that was sent in two lines is marked in each', () => {
    const fault = faultWith({
      code: 'allow-origin-multiple',
      got: `*, ${origin}`,
      want: origin,
      nearMiss: { code: 'duplicate-value', got: '*', want: origin },
    });
    expect(differenceIn('*', fault).got.marked).toBe('*');
  });
});

test.each([
  ['Access-Control-Allow-Origin', true],
  ['ORIGIN', true],
  ['Server', false],
  ['constructor', false],
  ['__proto__', false],
])('%s is explained: %s', (name, explained) => {
  expect(headerHelp(name) !== null).toBe(explained);
});
