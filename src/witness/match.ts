import type { MatchedBy } from '../exchange/exchange.ts';

/** An exchange (or a preflight) that a witness may have seen as well. */
export interface Candidate {
  readonly id: string;
  /** As requested, without its fragment. */
  readonly url: string;
  readonly method: string;
  /** Milliseconds since the epoch. Candidates are kept in the order in which they began. */
  readonly startedAt: number;
}

/** What another witness saw of one call. */
export interface Sighting<C extends Candidate = Candidate> {
  readonly url: string;
  /** Null when this witness does not tell. */
  readonly method: string | null;
  readonly startedAt: number;
  /** Its place in the witness's own order of beginnings; null when only the clock tells. */
  readonly order: number | null;
  /** Whether a candidate with the same URL and method and a fitting time can be it. */
  readonly fits: (candidate: C) => boolean;
  /** All that it says, as text: two sightings that say the same may be swapped without harm. */
  readonly says: string;
}

/** A sighting and the candidate that it is of. */
export interface Match<C extends Candidate, S> {
  readonly candidate: C;
  readonly sighting: S;
  readonly matchedBy: MatchedBy;
}

/** A request reaches the network at most so much before (clocks are cut to ms) and after the page began it, in ms. */
const EARLIER = 50;
const LATER = 1_000;
/** On a machine that is busy it can take longer; that is believed only where nothing else fits. */
const MUCH_LATER = 5_000;

/**
 * Ties sightings to candidates. Nothing links them but URL, method and time, so this is evidence, not proof: only groups
 * that leave no choice are matched. A group is all that could be mistaken for each other; it is matched in order when
 * it has as many sightings as candidates and its order is certain, and left alone otherwise. No sighting and no
 * candidate is ever matched twice.
 */
export function matchSightings<C extends Candidate, S extends Sighting<C>>(
  candidates: readonly C[],
  sightings: readonly S[],
): readonly Match<C, S>[] {
  const found = groups(candidates, sightings, LATER).flatMap((group) => matchGroup(group));
  const usedCandidates = new Set(found.map(({ candidate }) => candidate));
  const usedSightings = new Set<S>(found.map(({ sighting }) => sighting));
  const late = groups(
    candidates.filter((candidate) => !usedCandidates.has(candidate)),
    sightings.filter((sighting) => !usedSightings.has(sighting)),
    MUCH_LATER,
  );
  return [...found, ...late.flatMap((group) => (group.candidates.length === 1 ? matchGroup(group, MUCH_LATER) : []))];
}

interface Group<C, S> {
  readonly candidates: readonly C[];
  readonly sightings: readonly S[];
}

function couldBe<C extends Candidate>(candidate: C, sighting: Sighting<C>, later: number): boolean {
  const after = candidate.startedAt - sighting.startedAt;
  if (after < -EARLIER || after > later || candidate.url !== sighting.url) return false;
  return (sighting.method === null || sighting.method === candidate.method) && sighting.fits(candidate);
}

/** The connected parts of "could be". */
function groups<C extends Candidate, S extends Sighting<C>>(
  candidates: readonly C[],
  sightings: readonly S[],
  later: number,
): readonly Group<C, S>[] {
  const found: Group<C, S>[] = [];
  const openCandidates = new Set(candidates);
  const openSightings = new Set(sightings);
  for (const first of sightings) {
    if (!openSightings.delete(first)) continue;
    const group = { candidates: new Set<C>(), sightings: new Set([first]) };
    for (const sighting of group.sightings) {
      for (const candidate of openCandidates) {
        if (!couldBe(candidate, sighting, later)) continue;
        openCandidates.delete(candidate);
        group.candidates.add(candidate);
        for (const other of openSightings) {
          if (!couldBe(candidate, other, later)) continue;
          openSightings.delete(other);
          group.sightings.add(other); // a Set being walked also yields what is added on the way
        }
      }
    }
    found.push({
      candidates: candidates.filter((candidate) => group.candidates.has(candidate)),
      sightings: [...group.sightings].sort(inOrder),
    });
  }
  return found;
}

const inOrder = (a: Sighting<never>, b: Sighting<never>): number =>
  a.order !== null && b.order !== null ? a.order - b.order : a.startedAt - b.startedAt;

function matchGroup<C extends Candidate, S extends Sighting<C>>(
  group: Group<C, S>,
  later = LATER,
): readonly Match<C, S>[] {
  const { candidates, sightings } = group;
  if (candidates.length !== sightings.length || !orderIsCertain(sightings)) return [];
  const matchedBy = candidates.length === 1 ? 'only-candidate' : 'order';
  const matches = candidates.flatMap((candidate, i) => {
    const sighting = sightings[i];
    return sighting && couldBe(candidate, sighting, later) ? [{ candidate, sighting, matchedBy } as const] : [];
  });
  return matches.length === candidates.length ? matches : [];
}

/** Two that began in the same tick of the clock and say different things could as well be the other way round. */
function orderIsCertain(sightings: readonly Sighting<never>[]): boolean {
  return sightings.every((sighting, i) => {
    const next = sightings[i + 1];
    return next === undefined || inOrder(sighting, next) < 0 || sighting.says === next.says;
  });
}
