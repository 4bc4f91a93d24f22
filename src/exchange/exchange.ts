import type { FailureKind, ResourceType } from '../capture/event.ts';
import type { HeaderList } from '../cors/header-list.ts';

/** https://fetch.spec.whatwg.org/#concept-request-mode */
export type RequestMode = 'cors' | 'no-cors' | 'same-origin' | 'navigate' | 'websocket';
/** https://fetch.spec.whatwg.org/#concept-request-credentials-mode */
export type CredentialsMode = 'include' | 'same-origin' | 'omit';

/** Which browser recorded it: selects the engine's dialect and the reading of endings. */
export type BrowserName = 'chromium' | 'firefox';

/** A place in the page's source that a call came by. */
export interface StackFrame {
  readonly functionName: string;
  readonly url: string;
  /** Both 1-based. */
  readonly line: number;
  readonly column: number;
}

/** One answer: its status (0: none was seen) and its headers. */
export interface RecordedResponse {
  readonly status: number;
  /** As the server sent them. */
  readonly headers: HeaderList;
  /** As they reached the page's process, after other extensions' rules; null when that was not seen (a block, or Firefox). */
  readonly seenByPage: HeaderList | null;
  readonly fromCache: boolean;
}

/** How a request ended. `at`: milliseconds since the epoch. */
export type End =
  | { readonly kind: 'completed'; readonly at: number }
  /** It ended, and the file that it was read from does not say how. A live recording has none of these. */
  | { readonly kind: 'unseen'; readonly at: number }
  | { readonly kind: 'failed'; readonly at: number; readonly error: string; readonly failure: FailureKind };

/** One CORS-preflight request (OPTIONS with Access-Control-Request-Method) and what came of it. */
export interface Preflight {
  readonly requestId: string;
  readonly requestHeaders: HeaderList | null;
  readonly response: RecordedResponse | null;
  readonly end: End | null;
  readonly startedAt: number;
  /** How it was tied to its actual request: no other candidate existed, or the oldest of several was taken. */
  readonly pairedBy: 'only-candidate' | 'order';
}

/** One request of an exchange: the first, or one that a redirect led to. */
export interface Hop {
  readonly url: string;
  readonly method: string;
  readonly startedAt: number;
  readonly requestHeaders: HeaderList | null;
  readonly preflight: Preflight | null;
  readonly response: RecordedResponse | null;
  /** The browser followed this hop's response as a redirect (so its CORS check, if any, had passed). */
  readonly redirected: boolean;
  /** The response was handed to the page (onResponseStarted): in Chromium proof that the CORS check passed. */
  readonly delivered: boolean;
}

/** How a witness's word was tied to its exchange: nothing else fitted, or several alike were taken in their order. */
export type MatchedBy = 'only-candidate' | 'order';

/**
 * The call's entry in the page's own Resource Timing. In Firefox `responseStatus` is 0 for an answer that CORS kept from
 * the page, and the real status for one that it may read; 0 alone proves nothing (no-cors, aborted and lost calls have it).
 */
export interface ResourceTiming {
  readonly responseStatus: number;
  /** `fetch`, `xmlhttprequest`, `img`, `script` … */
  readonly initiatorType: string;
  readonly matchedBy: MatchedBy;
}

/**
 * What the page witness says of the call. It speaks from within the page, which can make it say anything: these are the
 * page's own words, and never outweigh what the browser said.
 */
export interface PageWords {
  readonly api: 'fetch' | 'xhr';
  readonly redirect: 'follow' | 'error' | 'manual';
  /** How the script saw it end; null where that was not seen (a fetch's promise is left alone, see docs/witnesses.md). */
  readonly outcome: PageOutcome | null;
  /** The directive of the page's Content-Security-Policy that refused it, as the browser told the page. */
  readonly refusedByPolicy: string | null;
  /** The origin of the window that made the call, as the page says it. */
  readonly origin: string;
  readonly matchedBy: MatchedBy | null;
}
/** How a script saw its call end. */
export type PageOutcome =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'error' }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'timed-out' };

/** What other witnesses say of the call. Absent keys were not witnessed. */
export interface Evidence {
  readonly mode?: RequestMode;
  readonly credentials?: CredentialsMode;
  readonly callSite?: readonly StackFrame[];
  /** `fetch`, `xhr`, `font` …, finer than webRequest's type. */
  readonly resourceKind?: string;
  /** What the preflights took, in ms, as DevTools measured it. */
  readonly preflightMs?: number;
  /** The page's own service worker answered. */
  readonly fromServiceWorker?: boolean;
  readonly resourceTiming?: ResourceTiming;
  readonly page?: PageWords;
  /** A fix was being tried while the call was made: rules of this extension changed its answers inside the browser. */
  readonly underTrial?: true;
}

/** One cross-origin call as the page made it. Immutable: each change makes a new object with a higher `revision`. */
export interface Exchange {
  /** Unique within a recording; the browser's requestId of the actual request. */
  readonly id: string;
  readonly revision: number;
  readonly browser: BrowserName;
  readonly tabId: number;
  readonly frameId: number;
  /** `tab`: the browser named the tab. `origin`: a shared or service worker's call, attributed by its origin only. */
  readonly attribution: 'tab' | 'origin';
  readonly documentId: string | null;
  /** Serialized origin of the page or worker that made the call, `null` for an opaque one; null when unknown. */
  readonly initiator: string | null;
  readonly pageUrl: string | null;
  readonly type: ResourceType;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** First to last; more than one after redirects. Never empty. */
  readonly hops: readonly [Hop, ...Hop[]];
  readonly end: End | null;
  /** True when recording began (or the browser lost events) in the middle of the call: the beginning was not seen. */
  readonly partial: boolean;
  readonly evidence: Evidence;
  /** Set when only the page witness told of the call: the browser sent no request for it. */
  readonly toldBy?: 'page-witness';
}
