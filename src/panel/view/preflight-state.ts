import type { Diagnosis } from '../../diagnosis/diagnosis.ts';

export type PreflightState = 'sent' | 'failed' | 'cached' | 'not-needed' | 'waiting' | 'unknown';

/** The preflight of a call in one word for the list. */
export function preflightState({ preflight, cause, lookalike, verdict }: Diagnosis): PreflightState {
  if (preflight.sent) {
    if (cause?.phase === 'preflight' || lookalike?.during === 'preflight') return 'failed';
    return 'sent';
  }
  if (preflight.absentBecause === 'cached') return 'cached';
  if (preflight.absentBecause === 'simple' || preflight.needed.value === false) return 'not-needed';
  return verdict === 'pending' && preflight.needed.value === true ? 'waiting' : 'unknown';
}
