import type { FailureKind, ResourceType } from '../capture/event.ts';
import type { HeaderList } from '../cors/header-list.ts';

export type RequestMode = 'cors' | 'no-cors' | 'same-origin' | 'navigate' | 'websocket';
export type CredentialsMode = 'include' | 'same-origin' | 'omit';

/** Which browser recorded it: selects the engine's dialect and the reading of endings. */
export type BrowserName = 'chromium' | 'firefox';

export interface StackFrame {
  readonly functionName: string;
  readonly url: string;
  /** Both 1-based. */
  readonly line: number;
  readonly column: number;
}

export interface RecordedResponse {
  readonly status: number;
  /** As the server sent them. */
  readonly headers: HeaderList;
  /** As they reached the page's process, after other extensions' rules; null when that was not seen (a block, or Firefox). */
  readonly seenByPage: HeaderList | null;
  readonly fromCache: boolean;
}

export type End =
  | { readonly kind: 'completed'; readonly at: number }
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

/** What other witnesses say of the call. Absent keys were not witnessed. */
export interface Evidence {
  readonly mode?: RequestMode;
  readonly credentials?: CredentialsMode;
  readonly callSite?: readonly StackFrame[];
  readonly resourceKind?: string;
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
}
