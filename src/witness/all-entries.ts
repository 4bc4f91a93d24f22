import type { Evidence, Exchange } from '../exchange/exchange.ts';
import { urlOf } from './hostile.ts';
import { type Candidate, matchSightings } from './match.ts';
import { type NetworkSighting, readNetworkEntry } from './network-entry.ts';

/** More calls to one URL than this are left alone: they would all be held against each other. */
const PER_URL = 1_000;

export interface PreflightCandidate extends Candidate {
  readonly exchangeId: string;
}

/** An exchange as DevTools' entries know it: by its first hop. None where the URL cannot be matched. */
export function callOf({ id, hops, startedAt }: Exchange): readonly Candidate[] {
  const [{ url, method }] = hops;
  const plain = urlOf(url);
  return plain === null ? [] : [{ id, url: plain, method, startedAt }];
}

export function preflightsOf({ id, hops }: Exchange): readonly PreflightCandidate[] {
  return hops.flatMap(({ url, preflight }, number) => {
    const asked = urlOf(url);
    if (preflight === null || asked === null) return [];
    const { startedAt } = preflight;
    return [{ id: `${id} ${number}`, exchangeId: id, url: asked, method: 'OPTIONS', startedAt }];
  });
}

/** The same entry, however it was told of. */
export const entryKey = ({ url, method, startedAt }: NetworkSighting): string => `${method} ${startedAt} ${url}`;

/** What all entries at once tell. */
export interface AllTold {
  /** By exchange: evidence of calls that have ended. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** Ids of the candidates that it comes from. */
  readonly matched: ReadonlySet<string>;
  /** Keys of the entries that it comes from. */
  readonly used: ReadonlySet<string>;
}

/**
 * Matches all exchanges that began since a time with all of DevTools' entries since then, whatever was known of either
 * before. What has not ended is matched, so that nothing else is taken for it, but tells nothing yet.
 * @param entries as of `devtools.network.getHAR`
 * @param from milliseconds since the epoch
 */
export function matchAll(exchanges: readonly Exchange[], entries: readonly unknown[], from: number): AllTold {
  const recent = exchanges.filter(({ startedAt, toldBy }) => startedAt >= from && toldBy === undefined);
  const byId = new Map(recent.map((exchange) => [exchange.id, exchange]));
  const sightings = entries
    .flatMap((entry) => readNetworkEntry(entry) ?? [])
    .filter(({ startedAt }) => startedAt >= from);
  const evidence = new Map<string, Evidence>();
  const matched = new Set<string>();
  const used = new Set<string>();
  const take = (id: string, candidate: Candidate, sighting: NetworkSighting, more: Evidence) => {
    evidence.set(id, { ...evidence.get(id), ...more });
    matched.add(candidate.id);
    used.add(entryKey(sighting));
  };
  const calls = matchEach(
    recent.flatMap(callOf),
    sightings.filter(({ kind }) => kind === 'call'),
  );
  for (const { candidate, sighting } of calls) {
    if (byId.get(candidate.id)?.end != null) take(candidate.id, candidate, sighting, sighting.evidence);
  }
  const preflights = matchEach(
    recent.flatMap(preflightsOf),
    sightings.filter(({ kind }) => kind === 'preflight'),
  );
  for (const { candidate, sighting } of preflights) {
    const { exchangeId } = candidate;
    const { preflightMs } = sighting.evidence;
    if (byId.get(exchangeId)?.end == null || preflightMs === undefined) continue;
    const before = evidence.get(exchangeId)?.preflightMs ?? 0;
    take(exchangeId, candidate, sighting, { preflightMs: before + preflightMs });
  }
  return { evidence, matched, used };
}

/** URL by URL: what has another cannot be mistaken for it. */
function matchEach<C extends Candidate>(candidates: readonly C[], sightings: readonly NetworkSighting[]) {
  const byUrl = new Map<string, { readonly candidates: C[]; readonly sightings: NetworkSighting[] }>();
  for (const candidate of candidates) {
    const known = byUrl.get(candidate.url) ?? { candidates: [], sightings: [] };
    known.candidates.push(candidate);
    byUrl.set(candidate.url, known);
  }
  for (const sighting of sightings) byUrl.get(sighting.url)?.sightings.push(sighting);
  return [...byUrl.values()].flatMap((of) =>
    Math.max(of.candidates.length, of.sightings.length) > PER_URL
      ? []
      : matchSightings<C, NetworkSighting>(of.candidates, of.sightings),
  );
}
