import type { HeaderList } from '../cors/header-list.ts';

/** webRequest's resource types, with Chromium's names where the two browsers differ (Firefox's `beacon` is `ping`). */
export const RESOURCE_TYPES = [
  'main_frame',
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'csp_report',
  'media',
  'websocket',
  'other',
] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

/**
 * Why a request ended without a usable response, from the browser's error text.
 * `blocked` is the generic text behind which a CORS block hides (and other things: only headers tell).
 */
export const FAILURE_KINDS = [
  'blocked',
  'aborted',
  'connection-refused',
  'connection-lost',
  'name-not-resolved',
  'tls',
  'timed-out',
  'offline',
  'blocked-by-extension',
  'blocked-by-policy',
  'mixed-content',
  'corp',
  'coep',
  'orb',
  'local-network',
  'unsafe-port',
  'too-many-redirects',
  'redirect-refused',
  'content-decoding',
  'invalid-response',
  'proxy',
  'cache-probe',
  'other',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** What every event carries. One browser request (an actual request, or a preflight) has one `requestId` throughout. */
export interface EventBase {
  readonly requestId: string;
  /** -1 for shared and service workers. */
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string | null;
  /** Milliseconds since the epoch, fractions kept. */
  readonly time: number;
  readonly url: string;
  readonly method: string;
  readonly type: ResourceType;
  /** Serialized origin of whoever made the request, where the browser says it (Chromium `initiator`, Firefox `originUrl`). */
  readonly initiator: string | null;
  /** URL of the document (or worker script) that made the request, where the browser says it (Firefox only). */
  readonly documentUrl: string | null;
}

/** A request or a redirect's next hop begins. Nothing of it has been sent. */
export interface StartEvent extends EventBase {
  readonly kind: 'start';
}
/** The request headers are final. In Firefox this fires before a preflight, in Chromium after it. */
export interface SendEvent extends EventBase {
  readonly kind: 'send';
  readonly headers: HeaderList;
}
/** Response headers as the server sent them (Firefox: after declarativeNetRequest rules). */
export interface HeadersEvent extends EventBase {
  readonly kind: 'headers';
  readonly status: number;
  readonly headers: HeaderList;
  readonly fromCache: boolean;
}
export interface RedirectEvent extends EventBase {
  readonly kind: 'redirect';
  readonly status: number;
  readonly headers: HeaderList;
  readonly redirectUrl: string;
  /** True when the browser or an extension made the redirect, not the server (HSTS, declarativeNetRequest). */
  readonly internal: boolean;
}
/** The response reaches the page's process. In Chromium this proves that the CORS check passed. */
export interface ResponseEvent extends EventBase {
  readonly kind: 'response';
  readonly status: number;
  readonly headers: HeaderList;
  readonly fromCache: boolean;
}
export interface CompleteEvent extends EventBase {
  readonly kind: 'complete';
  readonly status: number;
  readonly fromCache: boolean;
}
export interface ErrorEvent extends EventBase {
  readonly kind: 'error';
  /** The browser's own text, for example `net::ERR_FAILED`. */
  readonly error: string;
  readonly failure: FailureKind;
}

/** webRequest's two dialects normalised into one. Plain data: it crosses Ports and is kept in recorded fixtures. */
export type NetworkEvent =
  | StartEvent
  | SendEvent
  | HeadersEvent
  | RedirectEvent
  | ResponseEvent
  | CompleteEvent
  | ErrorEvent;
