import type { UnsafeRule } from '../cors/request-headers.ts';
import type { RequestMode } from '../exchange/exchange.ts';
import type { CauseCode, LookalikeCode, NearMissCode, NoteCode, RootHintCode } from './codes.ts';

/** Why something is believed: a closed code, so that words are made elsewhere. `detail` fills the sentence (a header value, a status). */
export interface Because {
  readonly code: BecauseCode;
  readonly detail?: string;
}
export type BecauseCode =
  | 'sec-fetch-mode'
  | 'page-witness'
  | 'origin-header-cross-origin'
  | 'no-origin-header'
  | 'handed-over-unasked'
  | 'resource-type'
  | 'initiator'
  | 'origin-header'
  | 'preflight-was-sent'
  | 'method-and-headers'
  | 'cookie-sent'
  | 'storage-access-header'
  | 'no-storage-access-header'
  | 'wildcard-accepted'
  | 'wildcard-refused'
  | 'credentials-refused'
  | 'accepted-without-allow-credentials'
  | 'beacon-includes'
  | 'resource-timing';

/** What we know, and how we know it. `unknown` is a value that is shown, never guessed away. */
export type Known<T> =
  | { readonly value: T; readonly from: 'seen' | 'inferred'; readonly because: Because }
  | { readonly value: null; readonly from: 'unknown' };

/** `same-origin` stands for "does not include credentials on this cross-origin call" as well as `omit`: the two cannot be told apart there. */
export type CredentialsIncluded = boolean;

export type Verdict = 'allowed' | 'blocked' | 'failed' | 'opaque' | 'pending' | 'undecided';
/** `observed`: the browser said so · `derived`: the headers imply it · `depends`: on something that cannot be seen. */
export type Certainty = 'observed' | 'derived' | 'depends';
/** Which answer a fault is in: to the preflight, a redirect on the way, or the last one. */
export type Phase = 'preflight' | 'redirect' | 'response';

/** Points the panel at the header (or the status line) that decides. */
export interface HeaderPointer {
  readonly hop: number;
  readonly message: 'preflight-request' | 'preflight-response' | 'request' | 'response';
  /** Byte-lowercase header name, or `:status`. */
  readonly header: string;
}

/** How what stands there differs, by little, from what had to. */
export interface NearMiss {
  readonly code: NearMissCode;
  /** The fragment that differs, as received and as wanted (for example `8080` and `8081`, or `Access-Control-Allow-Orgin`). */
  readonly got: string | null;
  readonly want: string | null;
}

/** What is really the matter, where the header is only how it shows. */
export interface RootHint {
  readonly code: RootHintCode;
  /** A status, a location, a header name: what the hint rests on. */
  readonly detail: string | null;
}

/** One thing that is wrong. `cause` is the first in the browser's own order; `faults` holds them all. */
export interface Fault {
  readonly code: CauseCode;
  readonly phase: Phase;
  readonly hop: number;
  readonly pointer: HeaderPointer | null;
  /** What stands there, cut to 64 KiB by the recorder; null when nothing does. */
  readonly got: string | null;
  /** What would have passed (an origin, `true`, a method, a comma-separated list of header names, `200–299`). */
  readonly want: string | null;
  readonly nearMiss: NearMiss | null;
  readonly root: RootHint | null;
}

/** It failed, and not for CORS. */
export interface Lookalike {
  readonly code: LookalikeCode;
  /** The browser's error text, or what else it rests on. */
  readonly evidence: string;
  readonly hop: number;
  readonly during: 'preflight' | 'actual';
}

export type StepState = 'passed' | 'failed' | 'not-reached' | 'unknown' | 'not-needed';
export type StepId =
  | 'request-mode'
  | 'preflight-needed'
  | 'preflight-answered'
  | 'preflight-not-redirected'
  | 'preflight-allow-origin'
  | 'preflight-allow-credentials'
  | 'preflight-ok-status'
  | 'preflight-allow-methods'
  | 'preflight-allow-headers'
  | 'response-arrived'
  | 'response-allow-origin'
  | 'response-allow-credentials'
  | 'redirect-location'
  | 'response-delivered';

/** One step of the Fetch Standard as it went for this exchange. */
export interface Step {
  readonly id: StepId;
  readonly hop: number;
  readonly state: StepState;
  /** The standard's section this step comes from. */
  readonly spec: string;
  /** `Reality:` the browser's order or rule differs from the standard here. */
  readonly deviates: boolean;
  readonly expected: string | null;
  readonly got: string | null;
  readonly pointer: HeaderPointer | null;
  readonly fault: CauseCode | null;
}

/** What made a preflight necessary. https://fetch.spec.whatwg.org/#http-fetch */
export type PreflightReason =
  | { readonly code: 'method'; readonly method: string }
  | { readonly code: 'header'; readonly name: string; readonly rule: UnsafeRule }
  /** A listener on XMLHttpRequest.upload, or a stream as body: both set the use-CORS-preflight flag. `upload`: either. */
  | { readonly code: 'upload-listener' | 'upload-stream' | 'upload' }
  | { readonly code: 'unknown' };

export type { UnsafeRule };

/** A remark on a call that succeeded. */
export interface Note {
  readonly code: NoteCode;
  readonly hop: number;
  readonly pointer: HeaderPointer | null;
  readonly detail: string | null;
}

/** What the script may read of a successful response. */
export interface Readability {
  readonly readable: readonly string[];
  readonly hidden: readonly string[];
  /** Readable only if the call left credentials out, which is not known: `*` in Access-Control-Expose-Headers. */
  readonly depends: readonly string[];
}

/** A preflight of an earlier call whose answer the browser still remembered. */
export interface CachedBy {
  readonly exchangeId: string;
  readonly hop: number;
  /** Seconds for which it is kept in all, and for which it still held when this call was made. */
  readonly lifetime: number;
  readonly remaining: number;
  /** The server was since seen to answer preflights differently: the cache hides a changed configuration. */
  readonly outdated: boolean;
}

/** All that is made of one exchange: plain data, without prose. */
export interface Diagnosis {
  readonly exchangeId: string;
  readonly revision: number;
  readonly verdict: Verdict;
  readonly certainty: Certainty;
  /** What showed how the call ended, where it was not the browser's own events. */
  readonly seenBy?: Because;
  /** What the browser reports: the first failing step. Set only for `blocked` (and `undecided`: what it would be). */
  readonly cause: Fault | null;
  readonly faults: readonly Fault[];
  /**
   * The first failing step under the other reading of the credentials mode, where it cannot be seen and changes what
   * fails first. Null when it makes no difference.
   */
  readonly otherCause: { readonly credentials: CredentialsIncluded; readonly fault: Fault } | null;
  /** Set for `failed`, and for an `undecided` call that the script itself stopped at a redirect. */
  readonly lookalike: Lookalike | null;
  readonly roots: readonly RootHint[];
  readonly trace: readonly Step[];
  /** The origin the server had to answer: what the request's Origin header says (or would have said). */
  readonly origin: Known<string>;
  readonly mode: Known<RequestMode>;
  readonly credentials: Known<CredentialsIncluded>;
  readonly preflight: {
    readonly needed: Known<boolean>;
    readonly sent: boolean;
    readonly reasons: readonly PreflightReason[];
    readonly absentBecause: 'simple' | 'cached' | null;
    /** The earlier answer that made a new preflight needless; null when it is none, or older than the recording. */
    readonly cachedBy: CachedBy | null;
  };
  readonly notes: readonly Note[];
  readonly readability: Readability | null;
  /** The browsers' own names for `cause`; null where a browser has none. */
  readonly browserCode: { readonly chromium: string | null; readonly firefox: string | null } | null;
  /** Both readings of an undecided case: the verdict if the call included credentials, and if it did not. */
  readonly readings: { readonly withCredentials: Verdict; readonly without: Verdict } | null;
}
