import type { Because, PreflightReason } from '../diagnosis/diagnosis.ts';
import { words } from './language.ts';
import { code } from './quote.ts';

/** What something is believed from, as the end of "because …". */
export function becauseText(because: Because): string {
  const text = words().because.codes[because.code];
  return because.detail === undefined || because.detail === '' ? text : `${text} (${code(because.detail)})`;
}

/** Why this call needs a preflight, as one sentence. */
export function preflightReasonText(reason: PreflightReason): string {
  const { rules, reason: tell } = words().because;
  return tell(reason, reason.code === 'header' ? rules[reason.rule] : '');
}
