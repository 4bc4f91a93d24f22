import { describe, expect, it } from 'vitest';
import { parseAgreeOptions } from '../../../scripts/agree/options.ts';
import { parseFixesOptions } from '../../../scripts/fixes/options.ts';

describe('the programs that make random calls', () => {
  it('ask both browsers unless one is named', () => {
    expect(parseAgreeOptions([])).toMatchObject({
      browsers: ['chromium', 'firefox'],
      cases: { chromium: 10_000, firefox: 3_000 },
      seed: 1,
      from: 0,
      alone: null,
      write: false,
    });
    expect(parseFixesOptions(['--browser', 'firefox', '--cases', '7', '--seed', '3', '--no-lab', '--write'])).toEqual({
      browsers: ['firefox'],
      cases: { chromium: 7, firefox: 7 },
      seed: 3,
      lab: false,
      write: true,
      help: false,
    });
    expect(parseAgreeOptions(['--case', '{"calls":[]}']).alone).toEqual({ calls: [] });
  });

  it.each([
    [['--browser', 'opera'], '--browser is chromium or firefox, not “opera”'],
    [['--cases', '-1'], /--cases/],
    [['--seed', '1.5'], '--seed is a whole number, not “1.5”'],
    [['--quick'], /--quick/],
  ])('refuse %j', (args, sentence) => {
    expect(() => parseAgreeOptions(args)).toThrow(sentence);
    expect(() => parseFixesOptions(args)).toThrow(sentence);
  });
});
