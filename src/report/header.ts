import { version } from '../../package.json';
import { redactText } from '../advice/redact.ts';
import { words } from '../words/language.ts';
import type { Finding } from './finding.ts';
import type { ReportOptions } from './report.ts';

/** Who made the report. */
export const GENERATOR = `CORS Lens ${version}`;

const BROWSERS = { chromium: 'Chromium', firefox: 'Firefox' } as const;

/** "Chromium 156.0". */
const browserWords = ({ browser }: ReportOptions): string => `${BROWSERS[browser.name]} ${browser.version}`.trim();

/** "Page …, Chromium 156.0, recorded …. Secrets are removed." `show` writes what is foreign, `strong` what must be seen. */
export function originLine(
  options: ReportOptions,
  show: (text: string) => string,
  strong: (text: string) => string = (text) => text,
): string {
  const { report } = words();
  const page = options.pageUrl === null ? '' : `${report.page} ${show(options.pageUrl)}, `;
  const secrets = options.secrets ? strong(report.secretsIncluded) : report.secretsRemoved;
  return `${page}${show(browserWords(options))}, ${report.recorded} ${show(options.recordedAt)}. ${secrets}`;
}

/** The page's URL as the report may tell it: without secrets, unless those are asked for. */
export const pageOf = ({ pageUrl, secrets, secretNames }: ReportOptions): string | null =>
  pageUrl === null || secrets ? pageUrl : redactText(pageUrl, secretNames);

/** "2 of 14 calls blocked by CORS". */
export function summaryWords(findings: readonly Finding[]): string {
  const { report } = words();
  const blocked = findings.filter(({ diagnosis }) => diagnosis.verdict === 'blocked').length;
  if (findings.length === 0) return report.noCalls;
  if (findings.length === 1) return blocked === 1 ? report.oneBlocked : report.oneNotBlocked;
  return report.blockedOf(blocked, findings.length);
}

/** Calls about which there is something to do; the others are told in one line. */
export const needsTelling = ({ diagnosis }: Finding): boolean =>
  diagnosis.verdict === 'blocked' || diagnosis.verdict === 'undecided' || diagnosis.verdict === 'failed';
