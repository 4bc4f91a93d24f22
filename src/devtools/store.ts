import type { Evidence, Exchange } from '../exchange/exchange.ts';
import type { Navigation } from '../link/messages.ts';

/** How many exchanges a tab's store holds, unless told otherwise. */
const DEFAULT_LIMIT = 10_000;

export interface StoreChange {
  readonly changed: readonly Exchange[];
  readonly removed: readonly string[];
}

/** One tab's recording: bounded, oldest ended exchanges go first. No browser API: it is fed and read by the recorder. */
export interface Store {
  upsert(exchanges: readonly Exchange[]): StoreChange;
  remove(ids: readonly string[]): StoreChange;
  /** Adds to an exchange's evidence. Later versions of the exchange keep what was added. */
  witness(id: string, evidence: Evidence): StoreChange;
  get(id: string): Exchange | undefined;
  /** A new page: a separator, and unless `keep` everything that began before it goes, then and later. */
  navigate(navigation: Navigation, keep: boolean): StoreChange;
  /** Empties it; what began before `time` stays away. */
  clear(time: number): void;
  readonly exchanges: () => readonly Exchange[];
  readonly navigations: () => readonly Navigation[];
  readonly dropped: () => number;
  readonly limit: () => number;
  /** What is too much for the new limit goes at once. */
  setLimit(limit: number): StoreChange;
}

/** As it is shown, and the revision that it was last told in: evidence that is added here raises the one, not the other. */
interface Entry {
  readonly exchange: Exchange;
  readonly told: number;
}

export function createStore(startLimit = DEFAULT_LIMIT): Store {
  let limit = startLimit;
  const byId = new Map<string, Entry>();
  let navigations: Navigation[] = [];
  let dropped = 0;
  let floor = 0;

  const shed = (): string[] => {
    const gone: string[] = [];
    if (byId.size <= limit) return gone;
    for (const ended of [true, false]) {
      for (const [id, { exchange }] of byId) {
        if (byId.size <= limit) break;
        if ((exchange.end !== null) !== ended) continue;
        byId.delete(id);
        gone.push(id);
      }
    }
    dropped += gone.length;
    return gone;
  };

  const removeBefore = (time: number): string[] => {
    floor = Math.max(floor, time);
    const gone = [...byId.values()].flatMap(({ exchange }) => (exchange.startedAt < floor ? [exchange.id] : []));
    for (const id of gone) byId.delete(id);
    return gone;
  };

  return {
    upsert(exchanges) {
      const changed = exchanges.flatMap((told) => {
        const known = byId.get(told.id);
        if (told.startedAt < floor || (known && known.told >= told.revision)) return [];
        const exchange = known ? carryEvidence(known, told) : told;
        byId.set(told.id, { exchange, told: told.revision });
        return [exchange];
      });
      const removed = shed();
      return { changed: removed.length ? changed.filter(({ id }) => byId.has(id)) : changed, removed };
    },
    remove(ids) {
      return { changed: [], removed: ids.filter((id) => byId.delete(id)) };
    },
    witness(id, evidence) {
      const known = byId.get(id);
      if (!known) return { changed: [], removed: [] };
      const { exchange, told } = known;
      const next = { ...exchange, revision: exchange.revision + 1, evidence: { ...exchange.evidence, ...evidence } };
      byId.set(id, { exchange: next, told });
      return { changed: [next], removed: [] };
    },
    get: (id) => byId.get(id)?.exchange,
    navigate(navigation, keep) {
      navigations = keep ? [...navigations, navigation] : [navigation];
      if (keep) return { changed: [], removed: [] };
      dropped = 0;
      return { changed: [], removed: removeBefore(navigation.time) };
    },
    clear(time) {
      removeBefore(time);
      byId.clear();
      navigations = [];
      dropped = 0;
    },
    exchanges: () => [...byId.values()].map(({ exchange }) => exchange),
    navigations: () => navigations,
    dropped: () => dropped,
    limit: () => limit,
    setLimit(next) {
      limit = next;
      return { changed: [], removed: shed() };
    },
  };
}

function carryEvidence({ exchange, told }: Entry, next: Exchange): Exchange {
  if (exchange.revision === told) return next;
  const evidence = { ...exchange.evidence, ...next.evidence };
  return { ...next, revision: next.revision + exchange.revision - told, evidence };
}
