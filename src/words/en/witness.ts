import type { PageOutcome } from '../../exchange/exchange.ts';

/** All text about the call site, and about the witness in the page. */
export const witnessWords = {
  label: 'Page witness',
  title:
    'Reloads the page with a small script in it that notes mode, credentials and call site of each fetch and XHR, also of calls that are never sent. It changes no call, and is gone with the next page.',
  titleOn: 'The witness is in the page. Switching it off reloads the page without it.',
  titleStarting: 'The page is being reloaded with the witness …',
  decide: 'Reload with the page witness',
  decideWhy: 'The witness in the page sees whether the call includes credentials.',
  openTitle: (place: string) => `Open in the Sources panel: ${place}`,
  moreFrames: (count: number) => `${count} more`,
  preflightTook: 'Preflight took',
  fromServiceWorker: 'Answered through the page’s own service worker.',
  alone:
    'Told by the page witness alone: the browser sent no request for this call. These are the page’s own words, which it could forge.',
  outcome: 'The page says',
  outcomes: {
    answered: (status: number) => `answered with ${status}`,
    error: () => 'failed',
    aborted: () => 'aborted',
    'timed-out': () => 'timed out',
  } satisfies Record<PageOutcome['kind'], (status: number) => string>,
  byOrder: 'Several identical calls were made at that moment; what the witnesses say was matched by order.',
  answeredInside: (call: string) =>
    `${call} was answered inside the browser, by the page’s own service worker or from a cache: no request was sent, so no server was asked.`,
};
