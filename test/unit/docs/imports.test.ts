import { expect, it } from 'vitest';
import { direct, inOrder } from '../../../scripts/docs/imports.ts';

const graph = new Map([
  ['top', new Set(['middle', 'bottom'])],
  ['middle', new Set(['bottom'])],
  ['bottom', new Set<string>()],
]);

it('puts every room after what it imports', () => {
  expect(inOrder(graph)).toEqual(['bottom', 'middle', 'top']);
});

it('leaves out of the picture what follows from others', () => {
  expect(direct(graph, 'top')).toEqual(['middle']);
});

it('finds a circle', () => {
  expect(() => inOrder(new Map([...graph, ['bottom', new Set(['top'])]]))).toThrow(/circle/);
});
