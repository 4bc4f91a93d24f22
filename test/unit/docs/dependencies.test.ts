import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dependenciesPage } from '../../../scripts/dependencies.ts';

const page = readFileSync(new URL('../../../docs/dependencies.md', import.meta.url), 'utf8');

it('the page of dependencies is what is installed; if not, run npm run dependencies', () => {
  expect(page).toBe(dependenciesPage());
});
