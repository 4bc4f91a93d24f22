import { isRedirect } from '../cors/redirect.ts';
import type { Hop } from '../exchange/exchange.ts';
import type { Call, CallHop } from './call.ts';
import { type Check, step } from './check.ts';
import type { Fault } from './diagnosis.ts';
import { preflightChecks } from './preflight-checks.ts';
import { responseChecks } from './response-checks.ts';

/** The whole call taken through the steps, on the assumption that it includes credentials or that it does not. */
export interface Walk {
  readonly credentials: boolean;
  readonly checks: readonly Check[];
  /** Everything that is wrong, the browser's first failing step first. */
  readonly faults: readonly Fault[];
  /** A fault where the browser is known to have passed: the assumption is wrong, or headers were altered on the way. */
  readonly contradiction: Fault | null;
}

/** What the browser itself showed of the end. */
export type Outcome = 'pending' | 'delivered' | 'refused' | 'silent';
/** No browser was asked, so that nothing is known to have passed. */
type Supposed = 'supposed';

/**
 * Takes a call through the steps of every hop, on one assumption about its credentials.
 * @param outcome what its browser showed of the end, so that a fault where that browser passed is a contradiction; `supposed`
 * for answers that no browser saw
 */
export function walk(call: Call, credentials: boolean, outcome: Outcome | Supposed): Walk {
  const checks: Check[] = [];
  const faults: Fault[] = [];
  let contradiction: Fault | null = null;
  const take = (more: readonly Check[], passed: (check: Check) => boolean) => {
    for (const check of more) {
      checks.push(check);
      if (check.fault === null) continue;
      if (passed(check)) contradiction ??= check.fault;
      else faults.push(check.fault);
    }
  };
  for (const at of call.hops) {
    const isPreflightPassed = outcome !== 'supposed' && preflightPassed(call, at);
    take(preflightChecks(at, credentials, call.exchange), () => isPreflightPassed);
    const isReached = at.hop.preflight === null || isPreflightPassed || at.hop.response !== null;
    take(responseChecks(call, at, credentials, isReached), ({ step: { id } }) => responsePassed(call, at, outcome, id));
  }
  return { credentials, checks, faults, contradiction };
}

/**
 * The actual request left the browser, so it had nothing to ask first, or was content with what it was told.
 * Reality: Chromium sends (onSendHeaders) only then; Firefox announces before.
 */
export const wentOut = ({ exchange }: Call, { hop, isLast }: CallHop): boolean =>
  !isLast || hop.response !== null || hop.delivered || (exchange.browser === 'chromium' && hop.requestHeaders !== null);

/** The browser was content with the preflight. Reality: Firefox ends a refused OPTIONS with an error. */
const preflightPassed = (call: Call, at: CallHop): boolean =>
  wentOut(call, at) || (call.exchange.browser === 'firefox' && at.hop.preflight?.end?.kind === 'completed');

/**
 * The browser was content with this answer: it went where it redirects to, or handed it to the page.
 * Reality: Firefox reports a redirect (onBeforeRedirect) before it checks it, Chromium after.
 */
function responsePassed(
  { exchange, hops }: Call,
  { index, hop, isLast }: CallHop,
  outcome: Outcome | Supposed,
  id: string,
): boolean {
  if (outcome === 'supposed') return false;
  // A target that was never asked may be what it refused.
  if (id === 'redirect-location') return !isLast && wasSent(hops[index + 1]?.hop);
  if (!isLast) return true;
  if (outcome === 'delivered') return true;
  return exchange.browser === 'chromium' && hop.redirected;
}

const wasSent = (hop: Hop | undefined): boolean =>
  hop !== undefined && (hop.requestHeaders !== null || hop.preflight !== null || hop.response !== null);

/** What the browser did with the answer in the end, as the last step. */
export function deliveredStep({ exchange, last }: Call, outcome: Outcome): Check {
  const state =
    outcome === 'delivered'
      ? 'passed'
      : outcome === 'refused'
        ? 'failed'
        : outcome === 'pending'
          ? 'not-reached'
          : 'unknown';
  const { response } = last.hop;
  const isOver = response !== null && !isRedirect(response.status, response.headers, exchange.browser);
  return step('response-delivered', last.index, state === 'failed' && !isOver ? 'not-reached' : state);
}
