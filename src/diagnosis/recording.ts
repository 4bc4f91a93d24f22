import type { Exchange } from '../exchange/exchange.ts';

/** What else was recorded: for hints, for notes about a server, and for the preflight cache. */
export interface Recording {
  /** Exchanges of which any hop went to this server (a serialized origin), oldest first. */
  toServer(server: string): readonly Exchange[];
}

/** Neighbours that are looked at, newest first: hints need one, and a list of 100,000 must stay fast. */
const LOOKED_AT = 200;

/** The latest of the other calls to a server that fit, newest first, a bounded number of them looked at. */
export function neighbours(
  recording: Recording | null,
  server: string,
  exchange: Exchange,
  fits: (other: Exchange) => boolean,
): readonly Exchange[] {
  if (recording === null) return [];
  const all = recording.toServer(server);
  const found: Exchange[] = [];
  for (let i = all.length - 1; i >= 0 && i >= all.length - LOOKED_AT; i--) {
    const other = all[i];
    if (other !== undefined && other.id !== exchange.id && fits(other)) found.push(other);
  }
  return found;
}
