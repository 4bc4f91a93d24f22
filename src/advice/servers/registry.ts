import type { Recipe } from '../fix.ts';

/** Every recipe that is offered, in the order shown. */
export const RECIPES: readonly Recipe[] = [];
