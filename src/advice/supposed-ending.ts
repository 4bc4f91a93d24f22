import type { Fault } from '../diagnosis/diagnosis.ts';
import { supposedFaults } from '../diagnosis/supposed-faults.ts';
import type { Exchange, Hop } from '../exchange/exchange.ts';
import { applyFix, type Given } from './apply-fix.ts';

/** A call with these requests and answers, with the ending that its browser would have given to it. */
export function supposed(exchange: Exchange, given: Given): Exchange {
  const whole = applyFix(exchange, [], given);
  const [fault] = supposedFaults(whole, given.credentials);
  return fault === undefined ? whole : supposedEnding(whole, fault);
}

/**
 * The exchange as its browser would have ended it at this fault: what comes after it was never sent.
 * Reality: Chromium sends the call after its preflight, Firefox announces it before.
 */
function supposedEnding(exchange: Exchange, { hop: at, phase }: Fault): Exchange {
  const end = {
    kind: 'failed',
    at: exchange.startedAt,
    error: exchange.browser === 'chromium' ? 'net::ERR_FAILED' : 'NS_ERROR_DOM_BAD_URI',
    failure: 'blocked',
  } as const;
  const cut = (hop: Hop): Hop =>
    phase === 'preflight'
      ? {
          ...hop,
          requestHeaders: exchange.browser === 'chromium' ? null : hop.requestHeaders,
          preflight: hop.preflight && { ...hop.preflight, end },
          response: null,
          redirected: false,
          delivered: false,
        }
      : { ...hop, redirected: false, delivered: false };
  const [first, ...rest] = exchange.hops
    .slice(0, at + 1)
    .map((hop, index) => (index === at ? cut(hop) : { ...hop, redirected: true, delivered: false }));
  return { ...exchange, hops: [first ?? exchange.hops[0], ...rest], end };
}
