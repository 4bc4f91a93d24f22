import type { Exchange } from '../exchange/exchange.ts';
import type { Diagnosis } from './diagnosis.ts';

/** What else was recorded: for hints, for notes about a server, and for the preflight cache. */
export interface Recording {
  /** Exchanges of which any hop went to this server (a serialized origin), oldest first. */
  toServer(server: string): readonly Exchange[];
}

/** Judges one exchange by the Fetch Standard's steps, in the order of the browser that recorded it. Pure; never throws. */
export function diagnose(_exchange: Exchange, _recording?: Recording): Diagnosis {
  throw new Error('not built yet');
}
