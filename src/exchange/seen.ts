import type { NetworkEvent } from '../capture/event.ts';

/** Which events were heard before. */
export interface Seen {
  /** Whether this very event came before; from now on it did. */
  before(event: NetworkEvent): boolean;
  /** The request begins anew: what is alike is not the same. */
  forget(requestId: string): void;
}

/** How long an event can be delivered a second time, in ms of event time, and how many requests that is looked into for. */
const REPEAT_WINDOW = 10_000;
const REPEAT_REQUESTS = 4_096;
const ENDED = 'ended';

/**
 * Remembers each request's events, to tell a second delivery: two listeners may hear the same, the second one late.
 * Reality: Firefox gives each listener a time of its own for an error; but nothing can come of a request that has ended.
 */
export function createSeen(): Seen {
  const requests = new Map<string, { readonly marks: Set<string>; time: number }>();
  return {
    before(event: NetworkEvent): boolean {
      const isEnd = event.kind === 'complete' || event.kind === 'error';
      const mark = isEnd ? ENDED : `${event.kind}|${event.time}|${event.url}`;
      const request = requests.get(event.requestId) ?? { marks: new Set<string>(), time: event.time };
      if (request.marks.has(mark) || (request.marks.has(ENDED) && event.kind !== 'start')) return true;
      if (request.marks.has(ENDED)) request.marks.clear(); // the browser begins it anew
      request.marks.add(mark);
      request.time = event.time;
      requests.delete(event.requestId); // so that the map stays in order of age
      requests.set(event.requestId, request);
      for (const [id, { time }] of requests) {
        if (requests.size <= REPEAT_REQUESTS || event.time - time < REPEAT_WINDOW) break;
        requests.delete(id);
      }
      return false;
    },
    forget: (requestId) => void requests.delete(requestId),
  };
}
