import type { Diagnosis, Verdict } from '../../../src/diagnosis/diagnosis.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { unjudged } from '../../../src/panel/stores/unjudged.ts';

/** A judge for tests of the stores: a call is blocked when the answer of its last hop lacks Access-Control-Allow-Origin, unless nobody answered. */
export function simpleJudge(exchange: Exchange): Diagnosis {
  const response = exchange.hops.at(-1)?.response;
  const allowed = response?.headers.some(([name]) => name.toLowerCase() === 'access-control-allow-origin');
  const refused = exchange.end?.kind === 'failed' && exchange.end.failure === 'connection-refused';
  const verdict: Verdict = !exchange.end ? 'pending' : refused ? 'failed' : allowed ? 'allowed' : 'blocked';
  return {
    ...unjudged(exchange),
    verdict,
    certainty: 'derived',
    cause:
      verdict === 'blocked'
        ? {
            code: 'allow-origin-missing',
            phase: 'response',
            hop: 0,
            pointer: null,
            got: null,
            want: exchange.initiator,
            nearMiss: null,
            root: null,
          }
        : null,
  };
}
