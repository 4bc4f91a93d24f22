import type { Recipe } from '../fix.ts';
import { apache } from './apache.ts';
import { express } from './express.ts';
import { nginx } from './nginx.ts';
import { rawHeaders } from './raw-headers.ts';

/** Every recipe that is offered, in the order shown. */
export const RECIPES: readonly Recipe[] = [rawHeaders, nginx, apache, express];
