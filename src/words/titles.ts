import type { CauseCode, LookalikeCode } from '../diagnosis/codes.ts';
import type { Certainty, Verdict } from '../diagnosis/diagnosis.ts';
import { words } from './language.ts';

/** A cause in at most six words, for the list. */
export const causeTitle = (code: CauseCode | LookalikeCode): string => words().titles[code];

/** One word for the badge: "Blocked", "Allowed" … */
export const verdictWord = (verdict: Verdict): string => words().verdicts[verdict];

/** How sure the verdict is, as half a sentence: "the browser said so" … */
export const certaintyWords = (certainty: Certainty): string => words().certainties[certainty];
