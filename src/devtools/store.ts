import type { Exchange } from '../exchange/exchange.ts';
import type { Navigation } from '../link/messages.ts';

/** How many exchanges a tab's store holds, unless told otherwise. */
export const DEFAULT_LIMIT = 10_000;

export interface StoreChange {
  readonly changed: readonly Exchange[];
  readonly removed: readonly string[];
}

/** One tab's recording: bounded, oldest ended exchanges go first. No browser API: it is fed and read by the recorder. */
export interface Store {
  upsert(exchanges: readonly Exchange[]): StoreChange;
  remove(ids: readonly string[]): StoreChange;
  /** A new page: a separator, and unless `keep` everything that began before it goes, then and later. */
  navigate(navigation: Navigation, keep: boolean): StoreChange;
  /** Empties it; what began before `time` stays away. */
  clear(time: number): void;
  readonly exchanges: () => readonly Exchange[];
  readonly navigations: () => readonly Navigation[];
  readonly dropped: () => number;
  readonly limit: number;
}

export function createStore(limit = DEFAULT_LIMIT): Store {
  const byId = new Map<string, Exchange>();
  let navigations: Navigation[] = [];
  let dropped = 0;
  let floor = 0;

  const shed = (): string[] => {
    const gone: string[] = [];
    if (byId.size <= limit) return gone;
    for (const ended of [true, false]) {
      for (const [id, exchange] of byId) {
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
    const gone = [...byId.values()].filter((exchange) => exchange.startedAt < floor).map(({ id }) => id);
    for (const id of gone) byId.delete(id);
    return gone;
  };

  return {
    upsert(exchanges) {
      const changed = exchanges.filter((exchange) => {
        const known = byId.get(exchange.id);
        if (exchange.startedAt < floor || (known && known.revision >= exchange.revision)) return false;
        byId.set(exchange.id, exchange);
        return true;
      });
      const removed = shed();
      return { changed: removed.length ? changed.filter(({ id }) => byId.has(id)) : changed, removed };
    },
    remove(ids) {
      return { changed: [], removed: ids.filter((id) => byId.delete(id)) };
    },
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
    exchanges: () => [...byId.values()],
    navigations: () => navigations,
    dropped: () => dropped,
    limit,
  };
}
