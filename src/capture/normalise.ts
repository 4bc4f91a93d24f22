import type { Header, HeaderList } from '../cors/header-list.ts';
import type { EventBase, NetworkEvent, ResourceType } from './event.ts';
import { failureKind } from './failure.ts';

/** webRequest's details, as far as either browser gives them. */
export interface RawDetails {
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string | undefined;
  readonly timeStamp: number;
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly initiator?: string | undefined;
  readonly originUrl?: string | undefined;
  readonly documentUrl?: string | undefined;
  readonly requestHeaders?: readonly RawHeader[] | undefined;
  readonly responseHeaders?: readonly RawHeader[] | undefined;
  readonly statusCode?: number | undefined;
  readonly statusLine?: string | undefined;
  readonly fromCache?: boolean | undefined;
  readonly redirectUrl?: string | undefined;
  readonly ip?: string | null | undefined;
  readonly error?: string | undefined;
}
export interface RawHeader {
  readonly name: string;
  readonly value?: string | undefined;
  readonly binaryValue?: ArrayLike<number> | undefined;
}

export type EventKind = NetworkEvent['kind'];

/** Longest header value that is kept whole, in bytes. */
export const HEADER_VALUE_LIMIT = 65_536;

const TYPES: Readonly<Record<string, ResourceType>> = {
  main_frame: 'main_frame',
  sub_frame: 'sub_frame',
  stylesheet: 'stylesheet',
  script: 'script',
  image: 'image',
  imageset: 'image',
  font: 'font',
  object: 'object',
  object_subrequest: 'object',
  xmlhttprequest: 'xmlhttprequest',
  ping: 'ping',
  beacon: 'ping',
  csp_report: 'csp_report',
  media: 'media',
  websocket: 'websocket',
};

/**
 * One webRequest callback as a NetworkEvent. Never throws: whatever a server or page sent is data.
 * @param details what the browser handed to the listener
 */
export function normalise(kind: EventKind, details: RawDetails, browser: 'chromium' | 'firefox'): NetworkEvent {
  const base: EventBase = {
    requestId: details.requestId,
    tabId: details.tabId,
    frameId: details.frameId,
    documentId: details.documentId ?? null,
    time: details.timeStamp,
    url: details.url,
    method: details.method,
    type: TYPES[details.type] ?? 'other',
    initiator: details.initiator ?? originOf(details.originUrl),
    documentUrl: details.documentUrl ?? null,
  };
  const status = details.statusCode ?? 0;
  const fromCache = details.fromCache ?? false;
  switch (kind) {
    case 'start':
      return { kind, ...base };
    case 'send':
      return { kind, ...base, headers: headerList(details.requestHeaders, browser) };
    case 'headers':
    case 'response':
      return { kind, ...base, status, headers: headerList(details.responseHeaders, browser), fromCache };
    case 'redirect': {
      const headers = headerList(details.responseHeaders, browser);
      return { kind, ...base, status, headers, redirectUrl: details.redirectUrl ?? '', internal: isInternal(details) };
    }
    case 'complete':
      return { kind, ...base, status, fromCache };
    case 'error': {
      const error = details.error ?? '';
      return { kind, ...base, error, failure: failureKind(error, browser) };
    }
  }
}

/** A redirect without a server behind it: declarativeNetRequest, HSTS, an upgrade to https. */
const isInternal = (details: RawDetails): boolean =>
  details.statusCode === 0 || /\bInternal Redirect\b/i.test(details.statusLine ?? '');

/** A page's calls all name the same URL: the last one is not read again. */
let lastRead: { readonly url: string; readonly origin: string | null } = { url: '', origin: null };

function originOf(url: string | undefined): string | null {
  if (url === undefined) return null;
  if (lastRead.url !== url) lastRead = { url, origin: readOrigin(url) };
  return lastRead.origin;
}

function readOrigin(url: string): string | null {
  try {
    return new URL(url).origin;
  } catch {
    return null;
  }
}

function headerList(raw: readonly RawHeader[] | undefined, browser: 'chromium' | 'firefox'): HeaderList {
  return (raw ?? []).map((header) => cut(header.name, bytesAsText(header, browser)));
}

function cut(name: string, value: string): Header {
  return value.length <= HEADER_VALUE_LIMIT ? [name, value] : [name, value.slice(0, HEADER_VALUE_LIMIT), value.length];
}

/**
 * The value, one code unit per byte. Reality: Chromium decodes values that are valid UTF-8 and hands all others over as
 * `binaryValue`; Firefox hands over bytes.
 */
function bytesAsText(header: RawHeader, browser: 'chromium' | 'firefox'): string {
  if (header.binaryValue !== undefined) {
    let text = '';
    for (let i = 0; i < header.binaryValue.length; i++)
      text += String.fromCharCode((header.binaryValue[i] ?? 0) & 0xff);
    return text;
  }
  const value = header.value ?? '';
  if (browser === 'firefox' || isAscii(value)) return value;
  let text = '';
  for (const byte of new TextEncoder().encode(value)) text += String.fromCharCode(byte);
  return text;
}

function isAscii(value: string): boolean {
  for (let i = 0; i < value.length; i++) if (value.charCodeAt(i) > 0x7f) return false;
  return true;
}
