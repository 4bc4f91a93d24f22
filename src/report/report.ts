import type { Fix } from '../advice/fix.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { BrowserInfo } from '../link/messages.ts';

export interface Finding {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly fix: Fix;
}

export interface ReportOptions {
  readonly browser: BrowserInfo;
  readonly pageUrl: string | null;
  /** ISO 8601, made by the caller: this room has no clock. */
  readonly recordedAt: string;
  /** False (the default everywhere) redacts. */
  readonly secrets: boolean;
}

export type ReportFormat = 'json' | 'markdown' | 'text';

/** The findings in one of the formats, as text ready for the clipboard. */
export function renderReport(_format: ReportFormat, _findings: readonly Finding[], _options: ReportOptions): string {
  throw new Error('not built yet');
}
