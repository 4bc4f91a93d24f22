import { type Candidate, type Match, matchSightings, type Sighting } from './match.ts';

/** How long a sighting waits for its exchange, and an exchange for its sighting, in ms. */
const PATIENCE = 10_000;
/** How many of either wait at the most, for one URL and in all; the oldest go first, unmatched. */
const PER_URL = 200;
const URLS = 500;

/** Matches what comes in over time. Pure: the time is handed in. */
export interface Matcher<C extends Candidate, S extends Sighting<C>> {
  /** Takes note of a candidate, or of what has changed of it, and waits for it from now on; none is matched twice. */
  candidate(candidate: C, now: number): void;
  sighting(sighting: S, now: number): void;
  /** What can be told now. What is told is forgotten here, and so is what has waited too long. */
  settle(now: number): { readonly matches: readonly Match<C, S>[]; readonly given: readonly S[] };
  /** URLs of candidates that still wait. */
  wanted(): readonly string[];
  clear(): void;
}

interface Waiting<C, S> {
  readonly candidates: Map<string, { readonly candidate: C; readonly since: number }>;
  sightings: readonly { readonly sighting: S; readonly since: number }[];
  touched: boolean;
}

/** A matcher that nothing has come to yet. */
export function createMatcher<C extends Candidate, S extends Sighting<C>>(): Matcher<C, S> {
  const byUrl = new Map<string, Waiting<C, S>>();
  const done = new Set<string>();

  const waitingFor = (url: string): Waiting<C, S> => {
    const known = byUrl.get(url);
    if (known) return known;
    const fresh: Waiting<C, S> = { candidates: new Map(), sightings: [], touched: false };
    byUrl.set(url, fresh);
    for (const oldest of byUrl.keys()) {
      if (byUrl.size <= URLS) break;
      byUrl.delete(oldest);
    }
    return fresh;
  };

  return {
    candidate(candidate, now) {
      if (done.has(candidate.id)) return;
      const waiting = waitingFor(candidate.url);
      waiting.candidates.set(candidate.id, { candidate, since: now });
      for (const oldest of waiting.candidates.keys()) {
        if (waiting.candidates.size <= PER_URL) break;
        waiting.candidates.delete(oldest);
      }
      waiting.touched = true;
    },
    sighting(sighting, now) {
      const waiting = waitingFor(sighting.url);
      waiting.sightings = [...waiting.sightings, { sighting, since: now }].slice(-PER_URL);
      waiting.touched = true;
    },
    settle(now) {
      const matches: Match<C, S>[] = [];
      const given: S[] = [];
      for (const [url, waiting] of byUrl) {
        if (waiting.touched && waiting.sightings.length > 0 && waiting.candidates.size > 0) {
          const found = matchSightings<C, S>(
            [...waiting.candidates.values()].map(({ candidate }) => candidate),
            waiting.sightings.map(({ sighting }) => sighting),
          );
          const gone = new Set(found.map(({ sighting }) => sighting));
          waiting.sightings = waiting.sightings.filter(({ sighting }) => !gone.has(sighting));
          for (const { candidate } of found) {
            waiting.candidates.delete(candidate.id);
            remember(done, candidate.id);
          }
          matches.push(...found);
        }
        waiting.touched = false;
        for (const { sighting, since } of waiting.sightings) if (now - since >= PATIENCE) given.push(sighting);
        waiting.sightings = waiting.sightings.filter(({ since }) => now - since < PATIENCE);
        for (const [id, { since }] of waiting.candidates) {
          if (now - since >= PATIENCE) waiting.candidates.delete(id);
        }
        if (waiting.sightings.length === 0 && waiting.candidates.size === 0) byUrl.delete(url);
      }
      return { matches, given };
    },
    wanted: () => [...byUrl].flatMap(([url, { candidates }]) => (candidates.size > 0 ? [url] : [])),
    clear() {
      byUrl.clear();
      done.clear();
    },
  };
}

const REMEMBERED = 2_000;

function remember(ids: Set<string>, id: string): void {
  ids.add(id);
  for (const oldest of ids) {
    if (ids.size <= REMEMBERED) break;
    ids.delete(oldest);
  }
}
