import type { ResourceType } from '../capture/event.ts';
import { getHeader } from '../cors/get-header.ts';
import type { Header, HeaderList } from '../cors/header-list.ts';
import type { End, Exchange, Hop, Preflight, RecordedResponse } from '../exchange/exchange.ts';
import type { Finding } from './finding.ts';
import { GENERATOR } from './header.ts';
import type { ReportOptions } from './report.ts';

/** DevTools' names. */
const TYPES: Readonly<Record<ResourceType, string>> = {
  main_frame: 'document',
  sub_frame: 'document',
  stylesheet: 'stylesheet',
  script: 'script',
  image: 'image',
  font: 'font',
  object: 'other',
  xmlhttprequest: 'fetch',
  ping: 'ping',
  csp_report: 'csp-violation-report',
  media: 'media',
  websocket: 'websocket',
  other: 'other',
};
const BROWSERS = { chromium: 'Chromium', firefox: 'Firefox' } as const;

/**
 * The calls as a HAR 1.2, with the fields that Chromium's DevTools adds (`_error`, `_resourceType`, `_initiator`), so that
 * they open in any browser's Network panel. Bodies are not recorded. http://www.softwareishard.com/blog/har-12-spec/
 */
export function renderHar(findings: readonly Finding[], options: ReportOptions): string {
  const [name = '', version = ''] = GENERATOR.split(/ (?=\d)/);
  const entries = findings
    .flatMap(({ exchange }) => entriesOf(exchange, options.pageUrl !== null))
    .sort((a, b) => a.started - b.started)
    .map(({ entry }) => entry);
  const log = {
    version: '1.2',
    creator: { name, version },
    browser: { name: BROWSERS[options.browser.name], version: options.browser.version },
    pages:
      options.pageUrl === null
        ? []
        : [
            {
              startedDateTime: entries[0]?.startedDateTime ?? options.recordedAt,
              id: 'page_1',
              title: options.pageUrl,
              pageTimings: { onContentLoad: -1, onLoad: -1 },
            },
          ],
    entries,
  };
  return JSON.stringify({ log }, null, 2);
}

const entriesOf = (exchange: Exchange, page: boolean) =>
  exchange.hops.flatMap((hop, index) => {
    const next = exchange.hops[index + 1];
    const end: End | null = next === undefined ? exchange.end : { kind: 'completed', at: next.startedAt };
    const type = TYPES[exchange.type];
    const actual = entryOf(message(hop, end), { page, type, initiator: 'script' });
    return hop.preflight === null
      ? [actual]
      : [actual, entryOf(preflightMessage(hop, hop.preflight), { page, type: 'preflight', initiator: 'preflight' })];
  });

interface Message {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: HeaderList | null;
  readonly response: RecordedResponse | null;
  /** It reached the page's process. */
  readonly delivered: boolean;
  readonly startedAt: number;
  readonly end: End | null;
}

const message = (
  { method, url, requestHeaders, response, delivered, redirected, startedAt }: Hop,
  end: End | null,
) => ({
  method,
  url,
  requestHeaders,
  response,
  delivered: delivered || redirected,
  startedAt,
  end,
});

const preflightMessage = ({ url }: Hop, { requestHeaders, response, startedAt, end }: Preflight): Message => ({
  method: 'OPTIONS',
  url,
  requestHeaders,
  response,
  delivered: end?.kind === 'completed',
  startedAt,
  end,
});

function entryOf(
  { method, url, requestHeaders, response, delivered, startedAt, end }: Message,
  { page, type, initiator }: { readonly page: boolean; readonly type: string; readonly initiator: string },
) {
  const time = Math.max(0, (end?.at ?? startedAt) - startedAt);
  const entry = {
    ...(page ? { pageref: 'page_1' } : {}),
    startedDateTime: new Date(startedAt).toISOString(),
    time,
    _resourceType: type,
    _initiator: { type: initiator },
    ...(response?.fromCache ? { _fromCache: 'disk' } : {}),
    request: {
      method,
      url,
      httpVersion: '',
      cookies: [],
      headers: named(withHost(requestHeaders, url)),
      queryString: queryOf(url),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: response?.status ?? 0,
      statusText: '',
      httpVersion: '',
      cookies: [],
      headers: named(response?.headers ?? []),
      content: { size: 0, mimeType: getHeader(response?.headers ?? [], 'content-type') ?? 'x-unknown' },
      redirectURL: getHeader(response?.headers ?? [], 'location') ?? '',
      headersSize: -1,
      bodySize: -1,
      _error: end?.kind === 'failed' ? end.error : null,
    },
    cache: {},
    // As DevTools does: time after the headers only for answers that were handed on.
    timings: delivered
      ? { blocked: -1, dns: -1, connect: -1, send: 0, wait: Math.max(time, 0.001), receive: 0, ssl: -1 }
      : { blocked: time, dns: -1, connect: -1, send: 0, wait: 0, receive: 0, ssl: -1 },
  };
  return { started: startedAt, entry };
}

/** Browsers add the host last, after extensions have looked. It tells that these headers are the ones that were sent. */
function withHost(headers: HeaderList | null, url: string): HeaderList {
  if (headers === null) return [];
  const host: readonly Header[] =
    getHeader(headers, 'host') !== null || !URL.canParse(url) ? [] : [['Host', new URL(url).host]];
  return [...host, ...headers];
}

const named = (headers: HeaderList) => headers.map(([name, value]) => ({ name, value }));

const queryOf = (url: string) =>
  URL.canParse(url) ? [...new URL(url).searchParams].map(([name, value]) => ({ name, value })) : [];
