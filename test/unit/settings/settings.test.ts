import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clampLimit, DEFAULT_SETTINGS, LIMITS, namesIn, parseSettings } from '../../../src/settings/settings.ts';

describe('stored settings', () => {
  test('come back as they were', () => {
    const chosen = {
      columns: ['status', 'type'],
      order: 'time',
      keep: true,
      limit: 50_000,
      redact: ['x-tenant'],
      time: 'since-load',
      language: 'de',
    };
    expect(parseSettings(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
    expect(parseSettings(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'settings'],
    ['another shape', { columns: 'all', order: 1, keep: 'yes', limit: '10', redact: {}, time: 'noon', language: 'xx' }],
  ])('that are %s are the defaults', (_, stored) => {
    expect(parseSettings(stored)).toEqual(DEFAULT_SETTINGS);
  });

  test('never throw, and are always settings', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (whole, part) => {
        parseSettings(whole);
        const { limit, columns } = parseSettings({ columns: [part], limit: part, redact: [part] });
        expect(limit).toBeGreaterThanOrEqual(LIMITS.least);
        expect(limit).toBeLessThanOrEqual(LIMITS.most);
        expect(columns.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test.each([
  [5, LIMITS.least],
  [1234.6, 1235],
  [9e9, LIMITS.most],
  [Number.NaN, LIMITS.start],
])('a limit of %d becomes %d', (given, limit) => {
  expect(clampLimit(given)).toBe(limit);
});

test('names to redact are read from lines, commas and spaces, each once', () => {
  expect(namesIn('X-Tenant, x-tenant\nsession_ref: \n\n a;b')).toEqual(['x-tenant', 'session_ref', 'a', 'b']);
});
