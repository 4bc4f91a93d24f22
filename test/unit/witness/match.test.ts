import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, matchSightings, type Sighting } from '../../../src/witness/match.ts';

const URL = 'http://localhost:8081/x';
const candidate = (id: string, startedAt: number, method = 'GET', url = URL): Candidate => ({
  id,
  startedAt,
  method,
  url,
});
type Named = Sighting & { readonly name: string };
const sighting = (name: string, startedAt: number, more: Partial<Sighting> = {}): Named => ({
  name,
  startedAt,
  url: URL,
  method: 'GET',
  order: null,
  fits: () => true,
  says: name,
  ...more,
});
const pairs = (candidates: readonly Candidate[], sightings: readonly Named[]) =>
  matchSightings(candidates, sightings).map(({ candidate, sighting, matchedBy }) => [
    candidate.id,
    sighting.name,
    matchedBy,
  ]);

describe('matchSightings', () => {
  const rules: readonly {
    readonly name: string;
    readonly candidates: readonly Candidate[];
    readonly sightings: readonly Named[];
    readonly matches: readonly (readonly string[])[];
  }[] = [
    {
      name: 'matches the only one that can be meant',
      candidates: [candidate('a', 1_000)],
      sightings: [sighting('A', 995)],
      matches: [['a', 'A', 'only-candidate']],
    },
    {
      name: 'keeps URLs and methods apart',
      candidates: [candidate('a', 1_000), candidate('b', 1_000, 'PUT'), candidate('c', 1_000, 'GET', `${URL}2`)],
      sightings: [sighting('B', 1_000, { method: 'PUT' }), sighting('C', 1_000, { url: `${URL}2` })],
      matches: [
        ['b', 'B', 'only-candidate'],
        ['c', 'C', 'only-candidate'],
      ],
    },
    {
      name: 'takes no request that began before the page made the call, or long after',
      candidates: [candidate('a', 900), candidate('b', 6_100)],
      sightings: [sighting('A', 1_000)],
      matches: [],
    },
    {
      name: 'takes one that began late where nothing else fits',
      candidates: [candidate('a', 4_000)],
      sightings: [sighting('A', 1_000)],
      matches: [['a', 'A', 'only-candidate']],
    },
    {
      name: 'does not take one of two that began late',
      candidates: [candidate('a', 4_000), candidate('b', 4_500)],
      sightings: [sighting('A', 1_000), sighting('B', 1_500)],
      matches: [],
    },
    {
      name: 'takes as many as there are in their order',
      candidates: [candidate('a', 1_000), candidate('b', 1_003)],
      sightings: [sighting('B', 1_002), sighting('A', 999)],
      matches: [
        ['a', 'A', 'order'],
        ['b', 'B', 'order'],
      ],
    },
    {
      name: 'follows the witness’s own order rather than its clock',
      candidates: [candidate('a', 1_000), candidate('b', 1_000)],
      sightings: [sighting('B', 999, { order: 2 }), sighting('A', 999, { order: 1 })],
      matches: [
        ['a', 'A', 'order'],
        ['b', 'B', 'order'],
      ],
    },
    {
      name: 'leaves two alone of which only one was seen',
      candidates: [candidate('a', 1_000), candidate('b', 1_003)],
      sightings: [sighting('A', 999)],
      matches: [],
    },
    {
      name: 'leaves one alone that two sightings claim',
      candidates: [candidate('a', 1_000)],
      sightings: [sighting('A', 999), sighting('B', 1_000)],
      matches: [],
    },
    {
      name: 'leaves alone what began in one tick and says different things',
      candidates: [candidate('a', 1_000), candidate('b', 1_000)],
      sightings: [sighting('A', 999), sighting('B', 999)],
      matches: [],
    },
    {
      name: 'matches what began in one tick and says the same: a swap would change nothing',
      candidates: [candidate('a', 1_000), candidate('b', 1_000)],
      sightings: [sighting('A', 999, { says: 's' }), sighting('B', 999, { says: 's' })],
      matches: [
        ['a', 'A', 'order'],
        ['b', 'B', 'order'],
      ],
    },
    {
      name: 'tells apart what one more fact tells apart',
      candidates: [candidate('a', 1_000), candidate('b', 1_000)],
      sightings: [
        sighting('A', 999, { fits: ({ id }) => id === 'a' }),
        sighting('B', 999, { fits: ({ id }) => id === 'b' }),
      ],
      matches: [
        ['a', 'A', 'only-candidate'],
        ['b', 'B', 'only-candidate'],
      ],
    },
    {
      name: 'lets an undecidable group not spoil another',
      candidates: [candidate('a', 1_000), candidate('b', 1_003), candidate('c', 9_000)],
      sightings: [sighting('A', 999), sighting('C', 9_000)],
      matches: [['c', 'C', 'only-candidate']],
    },
  ];
  it.each(rules)('$name', ({ candidates, sightings, matches }) => {
    expect(pairs(candidates, sightings)).toEqual(matches);
  });

  it('never uses a sighting or a candidate twice, and matches only what could be', () => {
    const at = fc.integer({ min: 0, max: 3_000 });
    const method = fc.constantFrom('GET', 'PUT');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(at, method), { maxLength: 12 }),
        fc.array(fc.tuple(at, fc.option(method), fc.constantFrom('x', 'y')), { maxLength: 12 }),
        (some, others) => {
          const candidates = some.sort(([a], [b]) => a - b).map(([time, how], i) => candidate(String(i), time, how));
          const sightings = others.map(([time, how, says], i) => sighting(String(i), time, { method: how, says }));
          const found = matchSightings(candidates, sightings);
          expect(new Set(found.map((match) => match.candidate.id)).size).toBe(found.length);
          expect(new Set(found.map((match) => match.sighting.name)).size).toBe(found.length);
          for (const match of found) {
            const after = match.candidate.startedAt - match.sighting.startedAt;
            expect(after).toBeGreaterThanOrEqual(-50);
            expect(after).toBeLessThanOrEqual(5_000);
            expect([null, match.candidate.method]).toContain(match.sighting.method);
          }
        },
      ),
    );
  });
});
