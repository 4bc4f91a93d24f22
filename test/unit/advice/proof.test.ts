import { expect, it } from 'vitest';
import { RECIPES } from '../../../src/advice/servers/registry.ts';
import { SERVERS } from '../../recipes/servers.ts';

// What a recipe says of its proof is what `npm run recipes` does.
it('runs every recipe on a real server that says so, and no other', () => {
  const claimed = RECIPES.filter(({ proof }) => proof === 'run').map(({ id }) => id);
  const run = new Set(SERVERS.map(({ recipe }) => recipe.id));
  expect([...run].toSorted()).toEqual(claimed.toSorted());
});
