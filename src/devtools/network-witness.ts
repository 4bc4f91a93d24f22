import { urlOf } from '../witness/hostile.ts';
import type { Candidate } from '../witness/match.ts';
import { createMatcher } from '../witness/matcher.ts';
import { type NetworkSighting, readNetworkEntry } from '../witness/network-entry.ts';
import type { Witness, WitnessHost } from './witness-host.ts';

/** Entries and webRequest's events of a call arrive within a few ms of each other, in either order. */
const SETTLE_AFTER = 60;

interface PreflightCandidate extends Candidate {
  readonly exchangeId: string;
}

export interface NetworkWitness extends Witness {
  /** One entry of `devtools.network.onRequestFinished`. */
  readonly entry: (entry: unknown) => void;
}

/** Call site, resource kind and the cost of preflights, from what DevTools' own Network panel knows (Chromium). */
export function createNetworkWitness(host: WitnessHost): NetworkWitness {
  const calls = createMatcher<Candidate, NetworkSighting>();
  const preflights = createMatcher<PreflightCandidate, NetworkSighting>();
  let settling = false;

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

  return {
    saw({ id, hops, startedAt }) {
      const now = host.now();
      const [{ url, method }] = hops;
      const plain = urlOf(url);
      if (plain !== null) calls.candidate({ id, url: plain, method, startedAt }, now);
      hops.forEach((hop, number) => {
        const asked = urlOf(hop.url);
        if (hop.preflight === null || asked === null) return;
        const { startedAt } = hop.preflight;
        preflights.candidate({ id: `${id} ${number}`, exchangeId: id, url: asked, method: 'OPTIONS', startedAt }, now);
      });
      soon();
    },
    entry(entry) {
      const sighting = readNetworkEntry(entry);
      if (sighting === null) return;
      (sighting.kind === 'preflight' ? preflights : calls).sighting(sighting, host.now());
      soon();
    },
    navigated() {},
  };
}
