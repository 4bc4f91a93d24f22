import type { WebRequest } from 'webextension-polyfill';

/**
 * What differs between the two webRequest APIs when listeners are added.
 * Reality: Firefox throws on `extraHeaders` and on a third argument of onErrorOccurred; without `extraHeaders` Chromium
 * hides preflights, Origin, Cookie, and the response of every call that CORS blocks.
 */
export interface WebRequestDialect {
  readonly browser: 'chromium' | 'firefox';
  readonly sendOptions: WebRequest.OnSendHeadersOptions[];
  readonly headersOptions: WebRequest.OnHeadersReceivedOptions[];
  readonly responseOptions: WebRequest.OnResponseStartedOptions[];
  /** Whether `tabId: -1` in a filter means "requests without a tab" (Firefox) or "any tab" (Chromium). */
  readonly filtersTablessRequests: boolean;
}

/** Tells the dialects apart by the option that only Chromium knows. */
export function detectDialect(webRequest: WebRequest.Static): WebRequestDialect {
  const options = (webRequest as { OnBeforeSendHeadersOptions?: object }).OnBeforeSendHeadersOptions ?? {};
  if (!('EXTRA_HEADERS' in options)) {
    return {
      browser: 'firefox',
      sendOptions: ['requestHeaders'],
      headersOptions: ['responseHeaders'],
      responseOptions: ['responseHeaders'],
      filtersTablessRequests: true,
    };
  }
  const extra = 'extraHeaders' as never; // the polyfill's types know only what both browsers take
  return {
    browser: 'chromium',
    sendOptions: ['requestHeaders', extra],
    headersOptions: ['responseHeaders', extra],
    responseOptions: ['responseHeaders', extra],
    filtersTablessRequests: false,
  };
}
