import { expect, it } from 'vitest';
import { createSeen } from '../../../src/exchange/seen.ts';
import { API, script } from './events.ts';

const MOST = 4_096;
const NOW = 1_000_000;

/** Starts of so many requests, told at these times; true for each that was heard before. */
function hear(seen: ReturnType<typeof createSeen>, count: number, time: number): boolean[] {
  const s = script('chromium');
  return Array.from({ length: count }, (_, i) => seen.before({ ...s.start(`${i}`, 'GET', API), time }));
}

it('remembers as many requests as it may, however old', () => {
  const seen = createSeen();
  hear(seen, MOST, NOW);
  expect(seen.before({ ...script('chromium').start(`${MOST - 1}`, 'GET', API), time: 2 * NOW })).toBe(false);
  expect(hear(seen, 1, NOW)).toEqual([true]);
});

it('remembers more of them for ten seconds', () => {
  const seen = createSeen();
  hear(seen, MOST, NOW);
  expect(seen.before({ ...script('chromium').start('more', 'GET', API), time: NOW + 9_999 })).toBe(false);
  expect(hear(seen, 1, NOW)).toEqual([true]);
});

it('and then forgets those first that were quiet for longest', () => {
  const seen = createSeen();
  hear(seen, MOST, NOW);
  seen.before({ ...script('chromium').send('0', 'GET', API), time: NOW + 5_000 });
  seen.before({ ...script('chromium').start('more', 'GET', API), time: NOW + 10_000 });
  expect(seen.before({ ...script('chromium').start('0', 'GET', API), time: NOW })).toBe(true);
  expect(seen.before({ ...script('chromium').start('1', 'GET', API), time: NOW })).toBe(false);
});
