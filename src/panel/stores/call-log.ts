import type { Recording } from '../../diagnosis/recording.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import type { Navigation } from '../../link/messages.ts';
import { serverOf, serversOf } from './server-of.ts';

// What one call can tell of another fades with distance, and judging 100,000 calls against each other would take hours.
const WINDOW_BEFORE = 150;
const WINDOW_AFTER = 50;

/** What was asked of one server. */
export interface ServerCalls {
  readonly calls: number;
  /** Preflights that were sent to it, and how long those took that have ended, in ms together. */
  readonly preflights: number;
  readonly preflightMs: number;
}

interface ServerLog {
  /** Ids in order of arrival, those of removed calls among them until the next sweep. */
  ids: string[];
  live: number;
  changes: number;
  preflights: number;
  preflightMs: number;
}

/** The panel's copy of the recording: mutable on purpose, watched through the stores that own it. */
export interface CallLog {
  readonly size: () => number;
  readonly servers: () => number;
  readonly serverNames: () => readonly string[];
  readonly ofServer: (server: string) => ServerCalls | null;
  /** The latest calls to a server, at most so many, oldest first. */
  readonly latestTo: (server: string, most: number) => readonly Exchange[];
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
  /** Page loads in order of time. */
  readonly navigations: () => readonly Navigation[];
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
      log = { ids: [], live: 0, changes: 0, preflights: 0, preflightMs: 0 };
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
  const countPreflights = (exchange: Exchange, by: 1 | -1) => {
    for (const { preflight, url } of exchange.hops) {
      const log = preflight && byServer.get(serverOf(url));
      if (!log) continue;
      log.preflights += by;
      if (preflight.end) log.preflightMs += by * Math.max(0, preflight.end.at - preflight.startedAt);
    }
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
    serverNames: () => [...byServer.keys()],
    ofServer(server) {
      const log = byServer.get(server);
      return log ? { calls: log.live, preflights: log.preflights, preflightMs: log.preflightMs } : null;
    },
    latestTo(server, most) {
      const latest: Exchange[] = [];
      const ids = byServer.get(server)?.ids ?? [];
      for (let at = ids.length - 1; at >= 0 && latest.length < most; at -= 1) {
        const exchange = calls.get(ids[at] ?? '');
        if (exchange) latest.push(exchange);
      }
      return latest.reverse();
    },
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
      if (before) countPreflights(before, -1);
      countPreflights(exchange, 1);
      return true;
    },
    remove(id) {
      const exchange = calls.get(id);
      if (!exchange) return;
      calls.delete(id);
      countPreflights(exchange, -1);
      for (const server of serversOf(exchange)) leave(server);
      // Taking each id out of its server's list at once would cost as much as the list is long.
      if (arrival.size > 2 * calls.size + 1000) sweep();
    },
    navigate(navigation) {
      navigations = [...navigations, navigation].sort((a, b) => a.time - b.time);
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
    navigations: () => navigations,
  };
}
