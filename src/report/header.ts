import { redactText } from '../advice/redact.ts';
import type { Finding } from './finding.ts';
import type { ReportOptions } from './report.ts';

/** Who made the report; a test keeps the version equal to the package's. */
export const GENERATOR = 'CORS Lens 0.1.0';

const BROWSERS = { chromium: 'Chromium', firefox: 'Firefox' } as const;

/** "Chromium 156.0". */
export const browserWords = ({ browser }: ReportOptions): string =>
  `${BROWSERS[browser.name]} ${browser.version}`.trim();

export const pageOf = ({ pageUrl, secrets }: ReportOptions): string | null =>
  pageUrl === null || secrets ? pageUrl : redactText(pageUrl);

/** "2 of 14 calls blocked by CORS". */
export function summaryWords(findings: readonly Finding[]): string {
  const blocked = findings.filter(({ diagnosis }) => diagnosis.verdict === 'blocked').length;
  if (findings.length === 0) return 'no calls';
  if (findings.length === 1) return blocked === 1 ? 'one call, blocked by CORS' : 'one call, not blocked by CORS';
  return `${blocked === 0 ? 'none' : blocked} of ${findings.length} calls blocked by CORS`;
}

/** Calls about which there is something to do; the others are told in one line. */
export const needsTelling = ({ diagnosis }: Finding): boolean =>
  diagnosis.verdict === 'blocked' || diagnosis.verdict === 'undecided' || diagnosis.verdict === 'failed';
