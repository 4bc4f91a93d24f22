import { expect, it } from 'vitest';
import type { Candidate, Sighting } from '../../../src/witness/match.ts';
import { createMatcher } from '../../../src/witness/matcher.ts';

const URL = 'http://localhost:8081/x';
const candidate = (id: string, startedAt: number, url = URL): Candidate => ({ id, startedAt, method: 'GET', url });
const sighting = (says: string, startedAt: number, url = URL): Sighting => ({
  url,
  method: 'GET',
  startedAt,
  order: null,
  fits: () => true,
  says,
});
const ids = (found: { readonly matches: readonly { readonly candidate: Candidate; readonly sighting: Sighting }[] }) =>
  found.matches.map(({ candidate: { id }, sighting: { says } }) => `${id}=${says}`);

it('waits for the other side, whichever comes first', () => {
  const matcher = createMatcher();
  matcher.sighting(sighting('A', 1_000), 1_100);
  expect(ids(matcher.settle(1_100))).toEqual([]);
  matcher.candidate(candidate('a', 1_001), 1_200);
  expect(ids(matcher.settle(1_200))).toEqual(['a=A']);
  expect(ids(matcher.settle(1_300))).toEqual([]);
});

it('never matches a call again, however often it is told of', () => {
  const matcher = createMatcher();
  matcher.candidate(candidate('a', 1_000), 1_000);
  matcher.sighting(sighting('A', 1_000), 1_100);
  expect(ids(matcher.settle(1_100))).toEqual(['a=A']);
  matcher.candidate(candidate('a', 1_000), 1_200);
  matcher.sighting(sighting('B', 1_001), 1_200);
  expect(ids(matcher.settle(1_200))).toEqual([]);
});

it('does not give the first of two its neighbour’s sighting while both are open', () => {
  const matcher = createMatcher();
  matcher.candidate(candidate('a', 1_000), 1_000);
  matcher.candidate(candidate('b', 1_010), 1_010);
  matcher.sighting(sighting('B', 1_010), 1_500);
  expect(ids(matcher.settle(1_500))).toEqual([]);
  matcher.sighting(sighting('A', 1_000), 1_600);
  expect(ids(matcher.settle(1_600))).toEqual(['a=A', 'b=B']);
});

it('lets go of what has waited ten seconds', () => {
  const matcher = createMatcher();
  matcher.candidate(candidate('a', 1_000), 1_000);
  matcher.sighting(sighting('X', 1_000, `${URL}x`), 1_000);
  const { given } = matcher.settle(11_000);
  expect(given.map(({ says }) => says)).toEqual(['X']);
  expect(matcher.wanted()).toEqual([]);
});

it('stays bounded however much comes in', () => {
  const matcher = createMatcher();
  for (let i = 0; i < 5_000; i++) {
    matcher.candidate(candidate(`c${i}`, 1_000, `${URL}${i}`), 1_000);
    matcher.sighting(sighting(String(i), 1_000, URL), 1_000);
  }
  expect(matcher.wanted().length).toBeLessThanOrEqual(500);
});
