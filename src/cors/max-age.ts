import { getHeader } from './get-header.ts';
import type { HeaderList } from './header-list.ts';

/** Seconds that a preflight is kept when its answer does not say. https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 */
const DEFAULT_MAX_AGE = 5;

/**
 * The longest time in seconds for which a browser keeps a preflight, whatever the server says.
 * Chromium: services/network/public/cpp/cors/preflight_result.cc; Firefox: netwerk/protocol/http/nsCORSListenerProxy.cpp.
 */
export const MAX_AGE_CAP = { chromium: 7_200, firefox: 86_400 } as const;

/**
 * How long the answer to a preflight is kept, in seconds; 0 for not at all.
 * Reality: a value that is no number counts as absent in Chromium and as "do not keep" in Firefox.
 */
export function preflightLifetime(headers: HeaderList, browser: 'chromium' | 'firefox'): number {
  const value = getHeader(headers, 'access-control-max-age');
  if (value === null || value === '') return DEFAULT_MAX_AGE;
  if (browser === 'firefox') return /^\d+$/.test(value) ? Math.min(Number(value), MAX_AGE_CAP.firefox) : 0;
  if (!/^[+-]?\d+$/.test(value)) return DEFAULT_MAX_AGE;
  return Math.min(Math.max(Number(value), 0), MAX_AGE_CAP.chromium);
}
