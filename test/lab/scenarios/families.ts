import type { Family } from '../scenario.ts';
import { allowOriginFaults } from './allow-origin.ts';
import { nearMisses } from './allow-origin-near-miss.ts';
import { caches } from './caches.ts';
import { credentials } from './credentials.ts';
import { elements } from './elements.ts';
import { frames } from './frames.ts';
import { hostile } from './hostile.ts';
import { kinds } from './kinds.ts';
import { lookalikes } from './lookalikes.ts';
import { policies } from './policies.ts';
import { preflightAnswers } from './preflight-answers.ts';
import { preflightLists } from './preflight-lists.ts';
import { preflighted } from './preflighted.ts';
import { redirects } from './redirects.ts';
import { simple } from './simple.ts';

/** All scenarios, in the order of the page. */
export const families: readonly Family[] = [
  simple,
  preflighted,
  allowOriginFaults,
  nearMisses,
  credentials,
  preflightAnswers,
  preflightLists,
  redirects,
  frames,
  elements,
  kinds,
  caches,
  lookalikes,
  policies,
  hostile,
];
