import { expect, it } from 'vitest';
import { casePath, placeOf } from '../../agree/case.ts';
import { makeCase } from '../../agree/cases.ts';

const cases = Array.from({ length: 2_000 }, (_, i) => makeCase(7, i));

it('makes the same case of the same seed and number', () => {
  expect(makeCase(7, 1_234)).toEqual(cases[1_234]);
  expect(makeCase(8, 1_234)).not.toEqual({ ...cases[1_234], seed: 8 });
});

it('finds a case and its hop again by the path', () => {
  for (const one of cases.slice(0, 100)) {
    one.hops.forEach((_, hop) => {
      expect(placeOf(`http://localhost:1${casePath(one, hop)}`)).toEqual({ index: one.index, hop });
    });
  }
  expect(placeOf('http://localhost:1/agree/page')).toBeNull();
});

it('survives being printed', () => {
  for (const one of cases.slice(0, 200)) expect(JSON.parse(JSON.stringify(one))).toEqual(one);
});

it('reaches every kind of call', () => {
  const share = (of: (one: (typeof cases)[number]) => boolean): number => cases.filter(of).length / cases.length;
  expect(share(({ api }) => api === 'xhr')).toBeGreaterThan(0.1);
  expect(share(({ caller }) => caller !== 'page')).toBeGreaterThan(0.1);
  expect(share(({ hops }) => hops.length > 1)).toBeGreaterThan(0.1);
  expect(share(({ before }) => before !== null)).toBeGreaterThan(0.03);
  expect(share(({ call }) => call.credentials === 'include')).toBeGreaterThan(0.3);
  expect(share(({ call }) => call.mode === 'no-cors')).toBeGreaterThan(0.02);
});
