import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { docs } from '../../../scripts/docs/all.ts';
import { DEMANDS } from '../../../scripts/docs/demand.ts';
import { notProvoked, scenarioById, scenariosOf } from '../../../scripts/docs/evidence.ts';
import { FOLDER, isMade, present, writtenTitles } from '../../../scripts/docs.ts';
import { CAUSE_CODES, LOOKALIKE_CODES } from '../../../src/diagnosis/codes.ts';

const before = present();
const made = docs(writtenTitles(before));

it('is what the words make it; if not, run npm run docs', () => {
  const stale = [...made].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  const left = [...before].filter(([path, text]) => isMade(text) && !made.has(path)).map(([path]) => path);
  expect({ stale, left }).toEqual({ stale: [], left: [] });
});

it('links only to what is there', () => {
  const dead = [...made].flatMap(([path, text]) =>
    [...text.matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]*))?\)/g)].flatMap(([, target = '', anchor]) => {
      const goal = target === '' ? path : join(dirname(path), target);
      const there = made.get(goal) ?? (existsSync(join(FOLDER, goal)) ? '' : null);
      if (there === null) return [`${path} → ${target}`];
      return anchor === undefined || there.includes(`<a id="${anchor}">`) ? [] : [`${path} → ${target}#${anchor}`];
    }),
  );
  expect(dead).toEqual([]);
});

it('says of every cause which scenario shows it, or why none does', () => {
  const silent = [...CAUSE_CODES, ...LOOKALIKE_CODES].filter(
    (code) => scenariosOf(code).length === 0 && notProvoked(code) === null,
  );
  expect(silent).toEqual([]);
});

it('names scenarios of the lab for what people asked for', () => {
  expect(DEMANDS.flatMap(({ scenarios }) => scenarios).filter((id) => !scenarioById.has(id))).toEqual([]);
});
