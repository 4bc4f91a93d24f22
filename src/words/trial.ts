import { words } from './language.ts';
import type { TrialWords } from './words.ts';

/** The words about trying a fix in the page, in the language in use. */
export const trialWords = (): TrialWords => words().trial;
