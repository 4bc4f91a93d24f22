import type { Fix, HeaderChange, StatusChange } from '../advice/fix.ts';
import type { CauseCode, LookalikeCode } from '../diagnosis/codes.ts';
import type {
  Because,
  Certainty,
  Diagnosis,
  Fault,
  NearMiss,
  Note,
  PreflightReason,
  RootHint,
  Step,
  Verdict,
} from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';

// Every text that explains a call. Plain text: callers show it as text and escape it for their format.
const todo = (): never => {
  throw new Error('not built yet');
};
/** One word for the badge: "Blocked", "Allowed" … */
export const verdictWord = (_verdict: Verdict): string => todo();
/** How sure the verdict is, as half a sentence: "the browser said so" … */
export const certaintyWords = (_certainty: Certainty): string => todo();
/** A cause in at most six words, for the list. */
export const causeTitle = (_code: CauseCode | LookalikeCode): string => todo();
/** The list's cause column for any verdict (also why an allowed call passed, what is unknown of an undecided one). */
export const shortReason = (_exchange: Exchange, _diagnosis: Diagnosis): string => todo();
/** The one plain sentence at the head of the detail view: who sent what, which rule failed, whose turn it is. */
export const sentence = (_exchange: Exchange, _diagnosis: Diagnosis): string => todo();
export const faultText = (_fault: Fault, _diagnosis: Diagnosis): string => todo();
export const nearMissText = (_nearMiss: NearMiss): string => todo();
export const rootText = (_root: RootHint): string => todo();
export const noteText = (_note: Note): string => todo();
export const becauseText = (_because: Because): string => todo();
export const preflightReasonText = (_reason: PreflightReason): string => todo();
export const stepTitle = (_step: Step): string => todo();
/** What the step checks and why, one or two sentences. */
export const stepHelp = (_step: Step): string => todo();
/** "On the answer to OPTIONS: add Access-Control-Allow-Methods: PUT" */
export const changeText = (_change: HeaderChange | StatusChange): string => todo();
/** The paragraph above the changes: what to do, or why no header can help and what can. */
export const fixIntro = (_fix: Fix, _exchange: Exchange, _diagnosis: Diagnosis): string => todo();
