import type { BrowserName } from '../../src/exchange/exchange.ts';

/** What a HAR of a browser says of a lab scenario where a live recording says more. docs/har.md tells why. */
export interface Difference {
  /** `absent`: no such request is in the file. `unnamed`: failed, as live, but not of what. */
  readonly har: 'undecided' | 'absent' | 'unnamed';
  readonly why: Why;
}
export type Why =
  | 'credentials'
  | 'no-headers'
  | 'redirect-not-followed'
  | 'never-finished'
  | 'shared-worker'
  | 'service-worker'
  | 'no-error-text'
  | 'not-delivered-unsaid'
  | 'never-sent';

const all = (har: Difference['har'], why: Why, ids: string): Record<string, Difference> =>
  Object.fromEntries(ids.split(' ').map((id) => [id, { har, why }]));

/** Reality: Firefox' Network panel misses some requests of frames that are gone soon after, whatever the scenario is called. */
export const MAY_BE_ABSENT: Readonly<Record<BrowserName, RegExp>> = {
  chromium: /^$/,
  firefox: /^(?:frame-|coep$|csp$|worker-service$)/,
};

/** By scenario. What is not listed has the verdict, cause and code of the live recording. */
export const DIFFERENCES: Readonly<Record<BrowserName, Readonly<Record<string, Difference>>>> = {
  chromium: {
    ...all('undecided', 'redirect-not-followed', 'redirect-error'),
    ...all('undecided', 'no-headers', 'worker-dedicated worker-blob cache-poisoned cache-poisoned-credentials'),
    ...all('absent', 'shared-worker', 'worker-shared'),
    ...all('absent', 'never-finished', 'no-cors no-cors-post'),
  },
  firefox: {
    ...all(
      'undecided',
      'credentials',
      'get-ok get-without-vary post-form not-found-readable server-error-readable headers-hidden useless-headers preflight-cached image-crossorigin-ok cache-hit cache-304 aborted-body unauthorized-readable tab-in-header stylesheet-crossorigin-ok',
    ),
    ...all('undecided', 'redirect-not-followed', 'redirect-error redirect-manual'),
    ...all('undecided', 'no-error-text', 'preflight-closed preflight-reset refused-put aborted-preflight'),
    ...all(
      'undecided',
      'not-delivered-unsaid',
      'image-plain no-cors no-cors-post beacon-text web-socket corp coep orb',
    ),
    ...all('unnamed', 'no-error-text', 'redirect-loop refused no-such-host tls empty-response reset aborted put-lost'),
    ...all('absent', 'shared-worker', 'worker-shared'),
    ...all('absent', 'service-worker', 'worker-service'),
    ...all('absent', 'never-finished', 'content-decoding'),
  },
};
