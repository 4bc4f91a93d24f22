import type { Words } from '../words.ts';
import { alternativeWords } from './alternatives.ts';
import { because } from './because.ts';
import { causes } from './causes.ts';
import { fixes } from './fixes.ts';
import { headerLine, received } from './grammar.ts';
import { handoverWords } from './handover.ts';
import { headerWords } from './headers.ts';
import { lookalikes } from './lookalikes.ts';
import { nearMisses } from './near-misses.ts';
import { notes } from './notes.ts';
import { pictureWords } from './picture.ts';
import { policyWords } from './policy.ts';
import { reportWords } from './report.ts';
import { roots } from './roots.ts';
import { sentences, short } from './sentence.ts';
import { steps } from './steps.ts';
import { titles } from './titles.ts';
import { told } from './told.ts';
import { trialWords } from './trial.ts';
import { uiWords } from './ui.ts';
import { certainties, verdicts } from './verdicts.ts';
import { whatIfWords } from './what-if.ts';
import { witnessWords } from './witness.ts';

export const en: Words = {
  language: 'en',
  headerLine,
  received,
  because,
  causes,
  titles,
  lookalikes,
  nearMisses,
  nothing: 'nothing',
  notes,
  roots,
  steps,
  verdicts,
  certainties,
  told,
  fixes,
  sentences,
  short,
  headers: headerWords,
  picture: pictureWords,
  handover: handoverWords,
  report: reportWords,
  trial: trialWords,
  witness: witnessWords,
  whatIf: whatIfWords,
  policy: policyWords,
  alternatives: alternativeWords,
  ui: uiWords,
};
