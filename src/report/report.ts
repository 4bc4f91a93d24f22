import type { SecretNames } from '../advice/redact.ts';
import type { BrowserInfo } from '../link/messages.ts';
import type { Finding } from './finding.ts';
import { renderHar } from './har.ts';
import { pageOf } from './header.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import { redactFinding } from './redact-finding.ts';
import { renderText } from './text.ts';

export type { Finding } from './finding.ts';

/** Where and when the calls were recorded, and what of them may be told. */
export interface ReportOptions {
  readonly browser: BrowserInfo;
  readonly pageUrl: string | null;
  /** ISO 8601, made by the caller: this room has no clock. */
  readonly recordedAt: string;
  /** What kind of file the calls were read from; absent when they were recorded live. */
  readonly openedFrom?: 'har' | 'report';
  /** False (the default everywhere) redacts. */
  readonly secrets: boolean;
  /** Further names that are secret: what the user added to those that are always. */
  readonly secretNames?: SecretNames;
}

export type ReportFormat = 'json' | 'markdown' | 'text' | 'har';

const RENDERERS = { json: renderJson, markdown: renderMarkdown, text: renderText, har: renderHar } as const;

/** The findings in one of the formats, as text ready for the clipboard. */
export function renderReport(format: ReportFormat, findings: readonly Finding[], options: ReportOptions): string {
  const told = options.secrets ? findings : findings.map((finding) => redactFinding(finding, options.secretNames));
  return RENDERERS[format](told, { ...options, pageUrl: pageOf(options) });
}
