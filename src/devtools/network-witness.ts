import type { Evidence, Exchange } from '../exchange/exchange.ts';
import { callOf, entryKey, matchAll, type PreflightCandidate, preflightsOf } from '../witness/all-entries.ts';
import type { Candidate } from '../witness/match.ts';
import { createMatcher } from '../witness/matcher.ts';
import { type NetworkSighting, readNetworkEntry } from '../witness/network-entry.ts';
import type { OwnWitness, OwnWitnessHost } from './witness-host.ts';

/** Entries and webRequest's events of a call arrive within a few ms of each other, in either order. */
const SETTLE_AFTER = 60;

/** So many entries within a second are a flood. */
const FLOOD = 80;
const FLOOD_WITHIN = 1_000;
/** A flood is over when no call has changed for so long, in ms. */
const QUIET = 700;
/** One that lasts longer, in ms, is followed entry by entry again: of a page like that all entries are too many at once. */
const LONGEST = 10_000;
/** More entries than these are not asked for at once: DevTools makes them in one go. */
const MOST_AT_ONCE = 3_000;
/** How long DevTools may take to tell all its entries, in ms. */
const ANSWER_WITHIN = 10_000;
/** How long before the flood calls may have begun that are still to be matched, in ms. */
const BEFORE = 10_000;

/** DevTools' own entries of the page's requests (Chromium). */
export interface EntrySource {
  /** Has each entry told as its request ends, or none. */
  readonly listen: (on: boolean) => void;
  /** All entries of the page so far. Rejects or never answers when DevTools goes. */
  readonly all: () => Promise<readonly unknown[]>;
}

export interface NetworkWitnessHost extends OwnWitnessHost {
  readonly entries: EntrySource;
}

export type NetworkWitness = Required<OwnWitness>;

/**
 * Call site, resource kind and the cost of preflights, from what DevTools' own Network panel knows (Chromium). DevTools
 * makes each entry for this witness alone, which costs the page time while it makes many calls: in a flood none is
 * listened to, and all are asked for at once when it is over.
 */
export function createNetworkWitness(host: NetworkWitnessHost): NetworkWitness {
  const calls = createMatcher<Candidate, NetworkSighting>();
  const preflights = createMatcher<PreflightCandidate, NetworkSighting>();
  /** Candidates that all entries at once told of. */
  const done = new Set<string>();
  let settling = false;
  let state: 'listening' | 'aside' | 'asking' = 'listening';
  /** How many entries there are of this page, as far as is known. */
  let known = 0;
  let second = { since: Number.NEGATIVE_INFINITY, entries: 0 };
  let asideSince = 0;
  let lastChange = 0;
  let late: unknown[] = [];
  let round = 0;
  let page = 0;

  const settle = () => {
    settling = false;
    const now = host.now();
    for (const { candidate, sighting } of calls.settle(now).matches) host.add(candidate.id, sighting.evidence);
    for (const { candidate, sighting } of preflights.settle(now).matches) {
      const { preflightMs } = sighting.evidence;
      const before = host.exchange(candidate.exchangeId)?.evidence.preflightMs ?? 0;
      if (preflightMs !== undefined) host.add(candidate.exchangeId, { preflightMs: before + preflightMs });
    }
  };
  const soon = () => {
    if (settling) return;
    settling = true;
    host.later(SETTLE_AFTER, settle);
  };
  const expect = (exchange: Exchange) => {
    const now = host.now();
    for (const candidate of callOf(exchange)) if (!done.has(candidate.id)) calls.candidate(candidate, now);
    for (const candidate of preflightsOf(exchange)) if (!done.has(candidate.id)) preflights.candidate(candidate, now);
  };
  const hear = (sighting: NetworkSighting) =>
    (sighting.kind === 'preflight' ? preflights : calls).sighting(sighting, host.now());

  const standAside = () => {
    settle();
    state = 'aside';
    asideSince = host.now();
    lastChange = asideSince;
    host.entries.listen(false);
    look();
  };
  const look = () => {
    if (state !== 'aside') return;
    const now = host.now();
    if (now - lastChange >= QUIET || now - asideSince >= LONGEST) ask();
    else host.later(QUIET, look);
  };
  const ask = () => {
    state = 'asking';
    round += 1;
    const [mine, of] = [round, page];
    const answer = (entries: readonly unknown[]) => {
      if (mine !== round || state !== 'asking') return;
      if (of === page) {
        const isEndless = host.now() - asideSince >= LONGEST;
        known = isEndless ? Number.POSITIVE_INFINITY : Math.max(known, entries.length);
      }
      takeAll(entries);
    };
    // What ends from here on is heard, and may be among all entries as well.
    host.entries.listen(true);
    host.entries.all().then(answer, () => answer([]));
    host.later(ANSWER_WITHIN, () => answer([]));
  };
  const takeAll = (entries: readonly unknown[]) => {
    const from = asideSince - BEFORE;
    const exchanges = host.exchanges();
    const { evidence, matched, used } = matchAll(exchanges, entries, from);
    for (const id of matched) done.add(id);
    for (const [id, told] of evidence) {
      const before = host.exchange(id)?.evidence ?? {};
      if (!holds(before, told)) host.add(id, told);
    }
    state = 'listening';
    calls.clear();
    preflights.clear();
    for (const exchange of exchanges) if (exchange.startedAt >= from) expect(exchange);
    for (const entry of late) {
      const sighting = readNetworkEntry(entry);
      if (sighting !== null && !used.has(entryKey(sighting))) hear(sighting);
    }
    late = [];
    soon();
  };

  host.entries.listen(true);
  return {
    saw(exchange) {
      lastChange = host.now();
      if (state !== 'listening') return;
      expect(exchange);
      soon();
    },
    entry(entry) {
      if (state === 'asking') late.push(entry);
      if (state !== 'listening') return;
      const sighting = readNetworkEntry(entry);
      if (sighting === null) return;
      hear(sighting);
      soon();
      known += 1;
      const now = host.now();
      second =
        now - second.since < FLOOD_WITHIN ? { ...second, entries: second.entries + 1 } : { since: now, entries: 1 };
      if (second.entries >= FLOOD && known < MOST_AT_ONCE) standAside();
    },
    navigated() {
      page += 1;
      known = 0;
      done.clear();
      if (state !== 'aside') return;
      // DevTools forgets the entries of the page that goes; what is asked of them is for calls that are kept.
      if (host.exchanges().length > 0) return ask();
      host.entries.listen(true);
      state = 'listening';
    },
  };
}

/** Whether evidence says this already. */
const holds = (before: Evidence, told: Evidence): boolean =>
  Object.entries(told).every(([key, value]) => JSON.stringify(before[key as keyof Evidence]) === JSON.stringify(value));
