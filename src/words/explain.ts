/** Every text that explains a call. Plain text: callers show it as text and escape it for their format. */
export { becauseText, preflightReasonText } from './because.ts';
export { faultText } from './causes.ts';
export { changeText, fixIntro, headersIntro } from './fixes.ts';
export { nearMissText, noteText, rootText, stepHelp, stepTitle } from './remarks.ts';
export { headSentence, hintText, otherReading, preflightWords, sentence } from './sentence.ts';
export { shortReason } from './short-reason.ts';
export { causeTitle, certaintyWords, verdictWord } from './titles.ts';
