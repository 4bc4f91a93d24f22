import { expect, it } from 'vitest';
import { createParcels } from '../../../src/background/parcels.ts';

function setUp() {
  const sent: string[] = [];
  const timers: { readonly ms: number; readonly then: () => void }[] = [];
  const parcels = createParcels<string>(
    (items) => sent.push(items.join('')),
    (ms, then) => timers.push({ ms, then }),
  );
  /** Lets the next timer run out, and gives how long that took. */
  const next = () => {
    const timer = timers.shift();
    timer?.then();
    return timer?.ms ?? null;
  };
  const add = (items: string) => {
    for (const item of items) parcels.add(item);
  };
  return { sent, parcels, next, add };
}

it('sends together what comes together, in its order', () => {
  const { sent, next, add } = setUp();
  add('abc');
  expect(sent).toEqual([]);
  expect([next(), next(), sent]).toEqual([4, null, ['abc']]);
  add('d');
  expect([next(), sent]).toEqual([4, ['abc', 'd']]);
});

it('lets a flood wait longer, and what comes after it no more', () => {
  const { next, add } = setUp();
  const pauses = [9, 20, 200, 3, 1].map((count) => {
    add('x'.repeat(count));
    return next();
  });
  expect(pauses).toEqual([4, 36, 80, 100, 4]);
});

it('sends nothing twice when it is sent before its time', () => {
  const { sent, parcels, next, add } = setUp();
  add('ab');
  parcels.flush();
  add('c');
  next(); // of the first two
  expect(sent).toEqual(['ab']);
  next();
  parcels.flush();
  expect(sent).toEqual(['ab', 'c']);
});

it('sends no more at once than the Port is known to take', () => {
  const { sent, add, parcels } = setUp();
  add('x'.repeat(2_500));
  parcels.flush();
  expect(sent.map((piece) => piece.length)).toEqual([1_000, 1_000, 500]);
});
