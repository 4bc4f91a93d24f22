import type { Exchange } from '../exchange/exchange.ts';
import { browserCodes } from './browser-codes.ts';
import { type Call, type CallHop, readCall } from './call.ts';
import { type Check, step } from './check.ts';
import { visibleCredentials } from './credentials.ts';
import type { Diagnosis, Fault, Known, StepState } from './diagnosis.ts';
import { endingOf } from './ending.ts';
import { type Judgement, judge } from './judge.ts';
import { nearMissOf } from './near-miss.ts';
import { notesOf } from './notes.ts';
import { preflightOf, reasonsUnasked } from './preflight.ts';
import { readabilityOf } from './readability.ts';
import type { Recording } from './recording.ts';
import { rootsOf } from './roots.ts';
import { judgeUnsent } from './unsent.ts';
import { deliveredStep } from './walk.ts';

/**
 * Judges one exchange by the Fetch Standard's steps, in the order of the browser that recorded it. Pure; never throws.
 * Nothing that cannot be seen is guessed: what is assumed is eliminated or kept by what the browser itself did.
 */
export function diagnose(exchange: Exchange, recording: Recording | null = null): Diagnosis {
  const call = readCall(exchange);
  const judgement =
    exchange.toldBy === 'page-witness'
      ? judgeUnsent(call)
      : judge(call, endingOf(call), visibleCredentials(call), recording);
  const told = (fault: Fault): Fault => ({ ...fault, nearMiss: nearMissOf(call, fault) });
  const cause = judgement.cause === null ? null : told(judgement.cause);
  const { otherCause } = judgement;
  const roots = cause === null ? [] : rootsOf(call, cause, recording);
  const { verdict, credentials } = judgement;
  const readability = readabilityOf(call, verdict, credentials.value);
  return {
    exchangeId: exchange.id,
    revision: exchange.revision,
    verdict,
    certainty: judgement.certainty,
    ...(judgement.seenBy === undefined ? {} : { seenBy: { code: judgement.seenBy } }),
    cause: cause === null ? null : { ...cause, root: roots[0] ?? null },
    faults: judgement.faults.map((fault) => (cause !== null && fault === judgement.cause ? cause : told(fault))),
    otherCause: otherCause === null ? null : { ...otherCause, fault: told(otherCause.fault) },
    lookalike: judgement.lookalike,
    roots,
    trace: trace(call, judgement),
    origin: decidingOrigin(call, cause),
    mode: call.mode,
    credentials,
    preflight: preflightOf(call, cause, credentials.value, recording),
    notes: notesOf(call, verdict, readability, recording),
    readability,
    browserCode: cause === null ? null : browserCodes(call, cause),
    readings: judgement.readings,
  };
}

function decidingOrigin(call: Call, cause: Fault | null): Known<string> {
  const at = (cause === null ? undefined : call.hops[cause.hop]) ?? call.last;
  return cause?.phase === 'preflight' ? at.preflightOrigin : at.origin;
}

/** An answer that was still kept spares the preflight, not the need of one. */
function preflightNeeded(at: CallHop): StepState {
  const reasons = at.hop.preflight === null ? reasonsUnasked(at) : null;
  if (at.hop.preflight !== null || (reasons !== null && reasons.length > 0)) return 'passed';
  return reasons === null ? 'unknown' : 'not-needed';
}

/** All steps in the order in which they were taken. */
function trace(call: Call, { checks, outcome }: Judgement): Diagnosis['trace'] {
  if (call.exchange.toldBy === 'page-witness') return [...checks, deliveredStep(call, outcome)].map(({ step }) => step);
  const mode = call.mode.value;
  const isSubject = mode === null || mode === 'cors' || mode === 'same-origin';
  const first: Check = step('request-mode', 0, mode === null ? 'unknown' : isSubject ? 'passed' : 'not-needed', {
    got: mode,
  });
  const steps = [first.step];
  if (isSubject) {
    for (const at of call.hops) {
      steps.push(step('preflight-needed', at.index, preflightNeeded(at)).step);
      for (const check of checks) if (check.step.hop === at.index) steps.push(check.step);
    }
  }
  steps.push(deliveredStep(call, outcome).step);
  return steps;
}
