import { words } from './language.ts';
import type { WitnessWords } from './words.ts';

/** The words about what further witnesses say, in the language in use. */
export const witnessWords = (): WitnessWords => words().witness;
