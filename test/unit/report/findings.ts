import { fixFor } from '../../../src/advice/fix-for.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import type { Finding, ReportOptions } from '../../../src/report/report.ts';

/** What the panel would say of these calls, by the real engine. */
export const findingsOf = (exchanges: readonly Exchange[]): readonly Finding[] =>
  exchanges.map((exchange) => {
    const diagnosis = diagnose(exchange);
    return { exchange, diagnosis, fix: fixFor(exchange, diagnosis) };
  });

export const optionsWith = (parts: Partial<ReportOptions> = {}): ReportOptions => ({
  browser: { name: 'chromium', version: '156.0' },
  pageUrl: 'http://localhost:8080/',
  recordedAt: '2026-11-24T10:00:00Z',
  secrets: false,
  ...parts,
});
