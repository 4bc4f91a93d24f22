import type { CauseCode, LookalikeCode } from '../../src/diagnosis/codes.ts';
import type { RawRequest } from './raw-http.ts';

/** The lab's origins. `page`, `api` and `other` are same-site (ports of localhost), `remote` is another site (127.0.0.1); nobody listens on `dead`. */
export type OriginName = 'page' | 'api' | 'other' | 'remote' | 'dead';
export type Origins = Readonly<Record<OriginName, string>>;

/**
 * One answer. Strings may hold `{page}`, `{api}`, `{other}`, `{remote}` (origins), `{page.port}` (their ports),
 * `{asked}` (the request's Origin) and `{origins}` (all, as JSON).
 */
export interface Answer {
  /** Default 200. */
  readonly status?: number;
  readonly headers?: readonly Header[];
  readonly body?: string;
  /** Milliseconds before it is written. */
  readonly delay?: number;
  /** The connection stays open after what is there of the body. */
  readonly unfinished?: true;
}
export type Header = readonly [name: string, value: string];
/** Bytes in place of an HTTP answer, or an ending without one. */
export type Broken = { readonly raw: string } | 'close' | 'reset' | 'hang';
export type Responder = Answer | Broken | ((request: RawRequest) => Answer | Broken);

/** What the real browsers do with the scenario's call, as they said it themselves. */
export interface Expectation {
  readonly verdict: 'allowed' | 'blocked' | 'failed' | 'opaque';
  /** Our code for it; null for calls that succeed. */
  readonly cause: CauseCode | LookalikeCode | null;
  /** CDP `Network.CorsError`; null when Chromium does not call it CORS. */
  readonly chromium: string | null;
  /** The console's category without its revision digits; null when Firefox prints none. */
  readonly firefox: string | null;
  /** What the page's script sees: a status, `opaque`, an error's name, `loaded`, `error` … One for each browser where they differ. */
  readonly outcome: string | { readonly chromium: string; readonly firefox: string };
  /** No request ever leaves the page (in that browser), so that only the page witness can tell. */
  readonly unseen?: true | 'firefox';
  /** Where the two browsers do not agree, Firefox's own. */
  readonly inFirefox?: { readonly verdict?: Expectation['verdict']; readonly cause?: Expectation['cause'] };
  /** Why a browser cannot be made to show it here. */
  readonly notShown?: { readonly chromium?: string; readonly firefox?: string };
}

export interface Scenario {
  /** Stands in each of its URLs: `/s/<id>/…`. */
  readonly id: string;
  /** In a user's words. */
  readonly title: string;
  readonly about: string;
  /**
   * Body of an async function of `lab` (see page/kit.js) that runs in the page and returns the outcome. The call that
   * the scenario is about is its last one that goes to `/s/<id>/call`; what goes to `/s/<id>/setup…` prepares it.
   */
  readonly run: string;
  /** By the path below `/s/<id>/`. Every origin serves them. */
  readonly routes: Readonly<Record<string, Responder>>;
  readonly expect: Expectation;
}

export interface Family {
  readonly id: string;
  readonly title: string;
  readonly scenarios: readonly Scenario[];
}
