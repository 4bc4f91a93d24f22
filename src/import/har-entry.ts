import type { ResourceType } from '../capture/event.ts';
import { HEADER_VALUE_LIMIT } from '../capture/normalise.ts';
import { getHeader } from '../cors/get-header.ts';
import type { Header, HeaderList } from '../cors/header-list.ts';
import type { StackFrame } from '../exchange/exchange.ts';
import { fields, isFields, list, Malformed, method, number, text, textOr } from './shape.ts';

/**
 * Whose way of writing a HAR: Firefox's Network panel has no error texts and notes what it never sent; Chromium's DevTools,
 * and this extension, write the browser's error text.
 */
export type HarWriter = 'devtools' | 'netmonitor';

/** One request of a HAR, reduced to what an exchange is made of. */
export interface HarEntry {
  /** Position in the file. */
  readonly index: number;
  readonly url: string;
  readonly method: string;
  /** Milliseconds since the epoch. */
  readonly start: number;
  readonly end: number;
  readonly requestHeaders: HeaderList;
  /** They are those that were (or would have been) sent: of other requests browsers write only what the page had set. */
  readonly final: boolean;
  /** The request went out, as far as the file tells. */
  readonly sent: boolean;
  /** 0: no answer was seen. */
  readonly status: number;
  readonly responseHeaders: HeaderList;
  /** The answer reached the page's process, as far as the file tells. */
  readonly received: boolean;
  readonly fromCache: boolean;
  /** The browser's error text; null when it gave none (Firefox never does). */
  readonly error: string | null;
  readonly type: ResourceType;
  /** Which page of the file it belongs to; null for none. */
  readonly page: string | null;
  /** Requests that one call made share it (Chromium); empty where the file does not tell. */
  readonly madeBy: string;
  readonly callSite: readonly StackFrame[] | null;
}

const CHROMIUM_TYPES: Readonly<Record<string, ResourceType>> = {
  document: 'sub_frame',
  stylesheet: 'stylesheet',
  image: 'image',
  media: 'media',
  font: 'font',
  script: 'script',
  texttrack: 'media',
  xhr: 'xmlhttprequest',
  fetch: 'xmlhttprequest',
  eventsource: 'xmlhttprequest',
  websocket: 'websocket',
  ping: 'ping',
  'csp-violation-report': 'csp_report',
  cspviolationreport: 'csp_report',
};
const BY_DESTINATION: Readonly<Record<string, ResourceType>> = {
  empty: 'xmlhttprequest',
  document: 'main_frame',
  iframe: 'sub_frame',
  frame: 'sub_frame',
  style: 'stylesheet',
  image: 'image',
  audio: 'media',
  video: 'media',
  track: 'media',
  font: 'font',
  script: 'script',
  worker: 'script',
  sharedworker: 'script',
  serviceworker: 'script',
  object: 'object',
  embed: 'object',
  report: 'csp_report',
};

/** @throws Malformed with the place in the file */
export function readEntry(value: unknown, index: number, writer: HarWriter): HarEntry {
  const place = `log.entries[${index}]`;
  const entry = fields(value, place);
  const request = fields(entry.request, `${place}.request`);
  const response = fields(entry.response, `${place}.response`);
  const start = Date.parse(text(entry.startedDateTime, `${place}.startedDateTime`));
  if (Number.isNaN(start)) throw new Malformed(`${place}.startedDateTime`);
  const time = number(entry.time, `${place}.time`);
  const status = number(response.status, `${place}.response.status`);
  const sent = headers(request.headers, `${place}.request.headers`);
  const error = textOr(response._error, '');
  const requestHeaders = sent.filter(([name]) => !name.startsWith(':'));
  return {
    index,
    url: text(request.url, `${place}.request.url`),
    method: method(request.method, `${place}.request.method`),
    start,
    end: start + Math.max(0, time),
    requestHeaders,
    // Reality: Chromium's network stack adds the host; Firefox tells of the connection's security once there is a channel.
    final:
      writer === 'netmonitor'
        ? entry._securityState !== undefined
        : sent.some(([name]) => /^(?:host|:authority)$/i.test(name)),
    // Reality: Firefox times what it sent; of a call whose preflight failed the timings are empty.
    sent: writer === 'devtools' || status > 0 || (isFields(entry.timings) && Object.keys(entry.timings).length > 0),
    status,
    responseHeaders: headers(response.headers, `${place}.response.headers`),
    received: error === '' || tookTime(entry.timings),
    fromCache: entry._fromCache !== undefined,
    error: error === '' ? null : error,
    type: typeOf(entry._resourceType, requestHeaders),
    page: typeof entry.pageref === 'string' ? entry.pageref : null,
    madeBy: isFields(entry._initiator) ? JSON.stringify(entry._initiator) : '',
    callSite: callSite(entry._initiator),
  };
}

/** DevTools times what comes after the headers only for answers that it was handed: of blocked ones it was not. */
const tookTime = (timings: unknown): boolean =>
  isFields(timings) && [timings.send, timings.wait, timings.receive].some((ms) => typeof ms === 'number' && ms > 0);

function typeOf(resourceType: unknown, requestHeaders: HeaderList): ResourceType {
  const known = CHROMIUM_TYPES[textOr(resourceType, '').toLowerCase()];
  if (known !== undefined) return known;
  if (getHeader(requestHeaders, 'sec-fetch-mode') === 'websocket') return 'websocket';
  const destination = getHeader(requestHeaders, 'sec-fetch-dest');
  return destination === null ? 'other' : (BY_DESTINATION[destination] ?? 'other');
}

const headers = (value: unknown, place: string): HeaderList =>
  list(value, place).map((item, index): Header => {
    const at = `${place}[${index}]`;
    const header = fields(item, at);
    const bytes = asBytes(text(header.value, `${at}.value`));
    const name = text(header.name, `${at}.name`);
    return bytes.length <= HEADER_VALUE_LIMIT
      ? [name, bytes]
      : [name, bytes.slice(0, HEADER_VALUE_LIMIT), bytes.length];
  });

/** One code unit a byte, as everywhere: a value that was decoded as UTF-8 is encoded again. */
function asBytes(value: string): string {
  if (!/[\u0100-\uffff]/.test(value)) return value;
  let bytes = '';
  for (const byte of new TextEncoder().encode(value)) bytes += String.fromCharCode(byte);
  return bytes;
}

/** The stack that Chromium writes: https://chromedevtools.github.io/devtools-protocol/tot/Runtime/#type-CallFrame, 0-based. */
function callSite(initiator: unknown): readonly StackFrame[] | null {
  const stack = isFields(initiator) && isFields(initiator.stack) ? initiator.stack.callFrames : undefined;
  if (!Array.isArray(stack)) return null;
  const frames = stack
    .filter(isFields)
    .flatMap(({ functionName, url, lineNumber, columnNumber }) =>
      typeof url === 'string' && typeof lineNumber === 'number' && typeof columnNumber === 'number'
        ? [{ functionName: textOr(functionName, ''), url, line: lineNumber + 1, column: columnNumber + 1 }]
        : [],
    );
  return frames.length === 0 ? null : frames;
}
