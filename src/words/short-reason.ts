import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { headerValue } from '../exchange/cross-origin.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { rootTitle } from './roots.ts';
import { messengerRoot } from './sentence.ts';
import { causeTitle } from './titles.ts';

function blocked(diagnosis: Diagnosis): string {
  const { cause } = diagnosis;
  if (cause === null) return 'Blocked by the browser';
  const root = messengerRoot(diagnosis);
  const title = root === null ? null : rootTitle(root);
  return title === null ? causeTitle(cause.code) : `${title}: ${causeTitle(cause.code)}`;
}

function allowed(exchange: Exchange, diagnosis: Diagnosis): string {
  const { value } = diagnosis.mode;
  if (value === 'websocket' || value === 'navigate') return 'Not subject to CORS';
  const response = exchange.hops.at(-1)?.response;
  const allow = response ? headerValue(response.headers, 'access-control-allow-origin') : null;
  if (allow === null) return 'Passed';
  return allow === '*' ? 'Everybody is allowed (*)' : 'This origin is allowed';
}

function pending(exchange: Exchange): string {
  const last = exchange.hops.at(-1);
  return last?.preflight && last.preflight.end === null ? 'Waiting for the preflight' : 'Waiting for the answer';
}

/** The list's cause column for any verdict: why an allowed call passed too, and what is unknown of an undecided one. */
export function shortReason(exchange: Exchange, diagnosis: Diagnosis): string {
  switch (diagnosis.verdict) {
    case 'blocked':
      return blocked(diagnosis);
    case 'failed':
      return diagnosis.lookalike === null ? 'Failed, not for CORS' : causeTitle(diagnosis.lookalike.code);
    case 'undecided':
      return diagnosis.readings === null ? 'Its end cannot be seen' : 'Depends on credentials, which cannot be seen';
    case 'allowed':
      return allowed(exchange, diagnosis);
    case 'opaque':
      return 'no-cors: unreadable, as asked';
    case 'pending':
      return pending(exchange);
  }
}
