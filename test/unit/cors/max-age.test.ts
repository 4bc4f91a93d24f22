import { describe, expect, it } from 'vitest';
import { preflightLifetime } from '../../../src/cors/max-age.ts';

const lifetimes: readonly (readonly [value: string | null, chromium: number, firefox: number])[] = [
  [null, 5, 5],
  ['0', 0, 0],
  ['600', 600, 600],
  ['7200', 7200, 7200],
  ['7201', 7200, 7201],
  ['86401', 7200, 86400],
  ['-1', 0, 0],
  ['1.5', 5, 0],
  ['ten', 5, 0],
  ['600, 600', 5, 0],
  ['', 5, 5],
];

describe('Access-Control-Max-Age', () => {
  it.each(lifetimes)('%s keeps a preflight %i s in Chromium, %i s in Firefox', (value, chromium, firefox) => {
    const headers = value === null ? [] : ([['access-control-max-age', value]] as const);
    expect([preflightLifetime(headers, 'chromium'), preflightLifetime(headers, 'firefox')]).toEqual([
      chromium,
      firefox,
    ]);
  });
});
