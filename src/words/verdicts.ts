import type { Certainty, Verdict } from '../diagnosis/diagnosis.ts';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  allowed: 'Allowed',
  blocked: 'Blocked',
  failed: 'Failed',
  opaque: 'Opaque',
  pending: 'Pending',
  undecided: 'Undecided',
};

const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  observed: 'the browser said so',
  derived: 'worked out from the headers; the browser did not say',
  depends: 'depends on something that cannot be seen from here',
};

/** One word for the badge: "Blocked", "Allowed" … */
export const verdictWord = (verdict: Verdict): string => VERDICTS[verdict];

/** How sure the verdict is, as half a sentence: "the browser said so" … */
export const certaintyWords = (certainty: Certainty): string => CERTAINTIES[certainty];
