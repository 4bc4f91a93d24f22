import { describe, expect, it } from 'vitest';
import { addUp, countReport, lastLine, stageLine } from '../../../scripts/test/counts.ts';

const report = (passed: number, failed: number, files: readonly { status: string; tests: number }[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: files.map(({ status, tests }) => ({ status, assertionResults: Array(tests).fill({}) })),
});

describe('counting a test run', () => {
  it('takes the report’s own numbers', () => {
    expect(countReport(report(3, 2), 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('counts a file that cannot be loaded as a failure', () => {
    const files = [
      { status: 'failed', tests: 0 },
      { status: 'failed', tests: 2 },
      { status: 'passed', tests: 1 },
    ];
    expect(countReport(report(2, 1, files), 1).failed).toBe(2);
  });

  it('never calls a failed run a success', () => {
    expect(countReport(report(3, 0), 1).failed).toBe(1);
  });

  it('ends in one plain line', () => {
    const counts = [
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 41, failed: 2, skipped: 0 },
    ];
    expect(lastLine(addUp(counts))).toBe('42 passed, 2 failed');
    expect(stageLine({ passed: 1, failed: 0, skipped: 3 })).toBe('1 passed, 0 failed, 3 skipped');
    expect(lastLine({ passed: 1, failed: 0, skipped: 3 })).toBe('1 passed, 0 failed');
  });
});
