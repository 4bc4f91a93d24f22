import type { Recording } from '../../diagnosis/recording.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import type { Navigation } from '../../link/messages.ts';
import { serversOf } from './server-of.ts';

/** One line of the list: a call, or the page load that separates calls. */
export type Item = Exchange | Navigation;

export const isCall = (item: Item): item is Exchange => 'hops' in item;
const timeOf = (item: Item): number => (isCall(item) ? item.startedAt : item.time);

// What one call can tell of another fades with distance, and judging 100,000 calls against each other would take hours.
const WINDOW_BEFORE = 150;
const WINDOW_AFTER = 50;

interface ServerLog {
  /** Ids in order of arrival, those of removed calls among them until the next sweep. */
  ids: string[];
  live: number;
  changes: number;
}

/** The panel's copy of the recording: mutable on purpose, watched through the stores that own it. */
export interface CallLog {
  readonly size: () => number;
  readonly servers: () => number;
  readonly get: (id: string) => Exchange | undefined;
  readonly calls: () => IterableIterator<Exchange>;
  /** Adds a call or replaces its earlier revision; an older revision is ignored. Returns whether anything changed. */
  readonly put: (exchange: Exchange) => boolean;
  readonly remove: (id: string) => void;
  readonly navigate: (navigation: Navigation) => void;
  readonly clear: () => void;
  /** Grows whenever a call to one of the exchange's servers comes, changes or goes. */
  readonly contextOf: (exchange: Exchange) => number;
  /** The neighbours of an exchange, for the engine's hints and notes. */
  readonly around: (exchange: Exchange) => Recording;
  /** Calls and page loads in order of time. `accept` picks the calls. */
  readonly items: (accept: (exchange: Exchange) => boolean) => readonly Item[];
}

export function createCallLog(): CallLog {
  const calls = new Map<string, Exchange>();
  const arrival = new Map<string, number>();
  const byServer = new Map<string, ServerLog>();
  let navigations: Navigation[] = [];
  let arrivals = 0;

  const enter = (server: string, id: string) => {
    let log = byServer.get(server);
    if (!log) {
      log = { ids: [], live: 0, changes: 0 };
      byServer.set(server, log);
    }
    log.ids.push(id);
    log.live += 1;
    log.changes += 1;
  };
  const leave = (server: string) => {
    const log = byServer.get(server);
    if (!log) return;
    log.live -= 1;
    log.changes += 1;
    if (log.live === 0) byServer.delete(server);
  };
  const sweep = () => {
    for (const log of byServer.values()) log.ids = log.ids.filter((id) => calls.has(id));
    for (const id of arrival.keys()) if (!calls.has(id)) arrival.delete(id);
  };
  const placeIn = (ids: readonly string[], id: string): number => {
    const wanted = arrival.get(id) ?? arrivals;
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((arrival.get(ids[middle] ?? '') ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    size: () => calls.size,
    servers: () => byServer.size,
    get: (id) => calls.get(id),
    calls: () => calls.values(),
    put(exchange) {
      const before = calls.get(exchange.id);
      if (before && before.revision >= exchange.revision) return false;
      calls.set(exchange.id, exchange);
      if (!before) {
        arrivals += 1;
        arrival.set(exchange.id, arrivals);
      }
      const known = before ? serversOf(before) : [];
      for (const server of serversOf(exchange)) {
        const log = known.includes(server) ? byServer.get(server) : undefined;
        if (log) log.changes += 1;
        else enter(server, exchange.id);
      }
      return true;
    },
    remove(id) {
      const exchange = calls.get(id);
      if (!exchange) return;
      calls.delete(id);
      for (const server of serversOf(exchange)) leave(server);
      // Taking each id out of its server's list at once would cost as much as the list is long.
      if (arrival.size > 2 * calls.size + 1000) sweep();
    },
    navigate(navigation) {
      navigations.push(navigation);
    },
    clear() {
      calls.clear();
      arrival.clear();
      byServer.clear();
      navigations = [];
    },
    contextOf: (exchange) => serversOf(exchange).reduce((sum, server) => sum + (byServer.get(server)?.changes ?? 0), 0),
    around: (exchange) => ({
      toServer(server) {
        const ids = byServer.get(server)?.ids ?? [];
        const place = placeIn(ids, exchange.id);
        const near: Exchange[] = [];
        for (const id of ids.slice(Math.max(0, place - WINDOW_BEFORE), place + WINDOW_AFTER + 1)) {
          const call = calls.get(id);
          if (call) near.push(call);
        }
        return near;
      },
    }),
    items(accept) {
      const items: Item[] = [];
      let sorted = true;
      let last = Number.NEGATIVE_INFINITY;
      for (const call of calls.values()) {
        if (!accept(call)) continue;
        if (call.startedAt < last) sorted = false;
        last = call.startedAt;
        items.push(call);
      }
      if (navigations.length > 0) {
        items.push(...navigations);
        sorted = false;
      }
      // A page load comes before the calls of the same millisecond: they are its own.
      return sorted ? items : items.sort((a, b) => timeOf(a) - timeOf(b) || Number(isCall(a)) - Number(isCall(b)));
    },
  };
}
