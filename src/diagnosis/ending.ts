import type { FailureKind } from '../capture/event.ts';
import { locationUrl } from '../cors/redirect.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Call } from './call.ts';
import type { Outcome } from './walk.ts';

/** How the browser ended the call: an outcome that says something of CORS, and what else it failed of. */
export interface Ending {
  readonly outcome: Outcome;
  /** Set when the browser names another reason than its generic one. */
  readonly failure: FailureKind | null;
  /** The browser's own text. */
  readonly error: string | null;
  /** True when the outcome is what the page's Resource Timing says. The page can write what it likes there. */
  readonly byTiming?: true;
}

/**
 * Whether a call is certain to be pending, with no cause, lookalike or note, without looking at its headers: it has not
 * ended, and nothing was redirected. Most calls of a flood are told of in this state once or twice.
 */
export const isPlainlyPending = ({ end, hops, toldBy }: Exchange): boolean =>
  end === null &&
  toldBy === undefined &&
  hops.every(
    ({ redirected, response }) => !redirected && !(response && response.status >= 300 && response.status < 400),
  );

/**
 * Reads the ending of a call.
 * Reality: in Chromium onResponseStarted proves that the CORS check passed, and `net::ERR_FAILED` without it is a CORS
 * block (after it, only the body was given up). Firefox fires onResponseStarted and onCompleted for blocked responses
 * too; only NS_ERROR_DOM_BAD_URI says something.
 */
export function endingOf(call: Call): Ending {
  const { exchange, last } = call;
  const { end, browser } = exchange;
  if (end === null) {
    const target = leftTheWeb(call);
    return target === null
      ? { outcome: 'pending', failure: null, error: null }
      : { outcome: 'silent', failure: 'other', error: target };
  }
  const delivered = browser === 'chromium' && last.hop.delivered;
  if (end.kind !== 'failed') {
    const told = delivered ? null : witnessed(call);
    if (told !== null) return { outcome: told, failure: null, error: null, byTiming: true };
    return { outcome: delivered ? 'delivered' : 'silent', failure: null, error: null };
  }
  const { failure, error } = end;
  if (delivered) return { outcome: 'delivered', failure: isOfTheBody(failure) ? null : failure, error };
  if (failure === 'blocked') return { outcome: 'refused', failure: null, error };
  return { outcome: 'silent', failure, error };
}

/**
 * It was redirected to where no extension can look: that was the last that is heard of it.
 * Reality: neither browser tells extensions of requests to schemes that are none of the web's (Firefox: nor of ftp).
 */
function leftTheWeb({ exchange, last: { hop } }: Call): string | null {
  if (!hop.redirected || hop.response === null) return null;
  const target = locationUrl(hop.response.headers, hop.url);
  const heard = exchange.browser === 'chromium' ? /^(?:https?|wss?|ftp):/ : /^(?:https?|wss?):/;
  return target === null || heard.test(target) ? null : target;
}

/**
 * What the page's Resource Timing says of an answer that had come: its status, or 0 where it was kept from the page.
 * Other calls (no-cors, without an answer) have a 0 as well, so these say nothing. Measured in Firefox 153.
 */
function witnessed({ exchange, last, mode }: Call): 'delivered' | 'refused' | null {
  const timing = exchange.evidence.resourceTiming;
  const status = last.hop.response?.status ?? 0;
  if (timing === undefined || exchange.browser !== 'firefox' || mode.value !== 'cors' || status === 0) return null;
  if (timing.responseStatus === 0) return mayBeNoCors(exchange, mode) ? null : 'refused';
  // Reality: webRequest shows the 304 of a revalidation, the page gets the stored status.
  return timing.responseStatus === status || status === 304 ? 'delivered' : null;
}

/** A no-cors POST carries an Origin as well, and has a 0 like all of its mode. */
const mayBeNoCors = ({ hops: [{ method }] }: Exchange, mode: Call['mode']): boolean =>
  method === 'POST' && mode.from === 'inferred' && mode.because.code === 'origin-header-cross-origin';

/** The page gave up reading: nothing that failed. */
const isOfTheBody = (failure: FailureKind): boolean => failure === 'blocked' || failure === 'aborted';
