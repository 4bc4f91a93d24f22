import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { withoutHtml } from '../../../scripts/build/text-only.ts';

const PREACT = readFileSync(fileURLToPath(import.meta.resolve('preact')), 'utf8');

it('makes text of what preact, as installed, would make HTML of', () => {
  expect(PREACT).toMatch(/\.innerHTML=[^=]/);
  const built = withoutHtml(PREACT);
  expect(built).not.toMatch(/\.innerHTML=[^=]/);
  expect(built).toMatch(/\.textContent=\w+\.__html/);
});

it('fails the build when preact has no such place, or another one, any more', () => {
  expect(() => withoutHtml('e.innerHTML = h')).toThrow('0 places');
  expect(() => withoutHtml(`${PREACT};a.innerHTML=b.__html`)).toThrow('2 places');
});
