import { words } from './language.ts';
import type { AlternativeWords, PolicyWords, TrialWords, WhatIfWords } from './words.ts';

/** The words about trying a fix in the page, in the language in use. */
export const trialWords = (): TrialWords => words().trial;
/** About judging a call that nobody made. */
export const whatIfWords = (): WhatIfWords => words().whatIf;
/** About one policy for a server. */
export const policyWords = (): PolicyWords => words().policy;
/** About other ways than the fix. */
export const alternativeWords = (): AlternativeWords => words().alternatives;
