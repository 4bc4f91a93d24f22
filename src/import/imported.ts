import type { BrowserName, Exchange } from '../exchange/exchange.ts';

/** What a file does not hold although a live recording would, so that a verdict can be open where a live one is not. */
export const LACK_CODES = [
  'endings',
  'cookies',
  'credentials-witness',
  'frames',
  'resource-types',
  'provisional-headers',
  'stored-answers',
  'never-sent',
  'unreadable-entries',
  'redacted',
] as const;
export type LackCode = (typeof LACK_CODES)[number];

/** One thing that a file does not hold. */
export interface Lack {
  readonly code: LackCode;
  /** How many requests it concerns; null when it concerns all. */
  readonly count: number | null;
}

/** Why a file cannot be opened. `detail` is the parser's own text or the place in the file. */
export const BAD_FILE_CODES = [
  'not-json',
  'not-a-recording',
  'newer-report',
  'report-without-recording',
  'har-of-unknown-browser',
  'malformed',
] as const;
export type BadFileCode = (typeof BAD_FILE_CODES)[number];

/** A recording that was read from a file, as far as the file holds it. */
export interface Imported {
  readonly from: 'har' | 'report';
  /** The program that wrote the file, in its own words. */
  readonly writer: string;
  readonly browser: { readonly name: BrowserName; readonly version: string };
  readonly pageUrl: string | null;
  /** ISO 8601; null when the file does not say. */
  readonly recordedAt: string | null;
  readonly exchanges: readonly Exchange[];
  /** Page loads; `time` in milliseconds since the epoch. */
  readonly navigations: readonly { readonly url: string; readonly time: number }[];
  readonly lacks: readonly Lack[];
}

/** What became of opening a file. */
export type Opened =
  | { readonly ok: true; readonly recording: Imported }
  | { readonly ok: false; readonly code: BadFileCode; readonly detail: string };
