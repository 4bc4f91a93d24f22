import { trial } from './en/trial.ts';

/** The words about trying a fix in the page. */
export const trialWords = (): typeof trial => trial;
