/** Every text that explains a call. Plain text: callers show it as text and escape it for their format. */
export { becauseText, preflightReasonText } from './because.ts';
export { faultText } from './causes.ts';
export { changeText, fixIntro } from './fixes.ts';
export { nearMissText } from './near-misses.ts';
export { noteText } from './notes.ts';
export { rootText } from './roots.ts';
export { sentence } from './sentence.ts';
export { shortReason } from './short-reason.ts';
export { stepHelp, stepTitle } from './steps.ts';
export { causeTitle } from './titles.ts';
export { certaintyWords, verdictWord } from './verdicts.ts';
