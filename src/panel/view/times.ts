import type { Exchange } from '../../exchange/exchange.ts';

const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });

/** Wall-clock time `14:03:22` of milliseconds since the epoch, in the user's time zone. */
export const clockTime = (time: number): string => (Number.isFinite(time) ? clock.format(time) : '–');

/** How long a call took in ms; null while it is open. */
export const durationOf = (exchange: Exchange): number | null =>
  exchange.end ? Math.max(0, exchange.end.at - exchange.startedAt) : null;

/** The status of the last answer that was seen; null when none was. */
export function lastStatus(exchange: Exchange): number | null {
  return exchange.hops.at(-1)?.response?.status ?? null;
}
