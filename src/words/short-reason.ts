import { getHeader } from '../cors/get-header.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { words } from './language.ts';
import { rootTitle } from './remarks.ts';
import { isUnfollowed, messengerRoot } from './sentence.ts';
import { causeTitle } from './titles.ts';

function blocked(diagnosis: Diagnosis): string {
  const { cause } = diagnosis;
  if (cause === null) return words().short.blocked;
  const root = messengerRoot(diagnosis);
  const title = root === null ? null : rootTitle(root);
  return title === null ? causeTitle(cause.code) : `${title}: ${causeTitle(cause.code)}`;
}

function allowed(exchange: Exchange, diagnosis: Diagnosis): string {
  const { short } = words();
  const { value } = diagnosis.mode;
  if (value === 'websocket' || value === 'navigate') return short.notSubject;
  const response = exchange.hops.at(-1)?.response;
  const allow = response ? getHeader(response.headers, 'access-control-allow-origin') : null;
  if (allow === null) return short.passed;
  return allow === '*' ? short.everybody : short.thisOrigin;
}

function pending(exchange: Exchange): string {
  const { short } = words();
  const last = exchange.hops.at(-1);
  return last?.preflight && last.preflight.end === null ? short.waitingPreflight : short.waitingAnswer;
}

/** The list's cause column for any verdict: why an allowed call passed too, and what is unknown of an undecided one. */
export function shortReason(exchange: Exchange, diagnosis: Diagnosis): string {
  const { short } = words();
  switch (diagnosis.verdict) {
    case 'blocked':
      return blocked(diagnosis);
    case 'failed':
      return diagnosis.lookalike === null ? short.failed : causeTitle(diagnosis.lookalike.code);
    case 'undecided':
      if (diagnosis.lookalike !== null) return causeTitle(diagnosis.lookalike.code);
      return diagnosis.readings === null ? short.unseenEnd : short.undecided;
    case 'allowed':
      return allowed(exchange, diagnosis);
    case 'opaque':
      return isUnfollowed(diagnosis) ? short.opaqueRedirect : short.opaque;
    case 'pending':
      return pending(exchange);
  }
}
