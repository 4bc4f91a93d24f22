import type { PageWords } from '../page.ts';
import { causes } from './causes.ts';
import { headers } from './headers.ts';
import { hints } from './hints.ts';
import { labels } from './labels.ts';
import { lookalikes } from './lookalikes.ts';
import { nearMisses } from './near-misses.ts';
import { notes } from './notes.ts';
import { steps } from './steps.ts';
import { subjects } from './subjects.ts';

export const de: PageWords = {
  language: 'de',
  causes,
  lookalikes,
  notes,
  hints,
  nearMisses,
  headers,
  steps,
  subjects,
  labels,
};
