import type { EventBase, SendEvent } from '../capture/event.ts';
import { getHeader } from '../cors/get-header.ts';
import { originOf } from '../cors/origin.ts';

/** Serialized origin of a URL, for the rooms that know exchanges and not the protocol; see {@link originOf}. */
export const originOfUrl = (url: string): string => originOf(url);

/**
 * Whether a request crosses origins, from what its first event says. Null when that says too little (Firefox, opaque
 * origins): the request headers then decide.
 */
export function crossesOrigin(event: EventBase): boolean | null {
  if (event.initiator === null) return null;
  return event.initiator === 'null' || event.initiator !== originOf(event.url);
}

/** The same question, asked of the request headers: Origin where there is one, else Sec-Fetch-Site. */
export function headersCrossOrigin(event: Pick<SendEvent, 'headers' | 'url'>): boolean {
  const origin = getHeader(event.headers, 'origin');
  if (origin !== null) return origin !== originOf(event.url);
  const site = getHeader(event.headers, 'sec-fetch-site');
  return site === 'cross-site' || site === 'same-site';
}

/** Navigations are not subject to CORS, and reports are the browser's own. */
export const isRecordedType = (event: EventBase): boolean =>
  event.type !== 'main_frame' && event.type !== 'sub_frame' && event.type !== 'csp_report';

/** The request for a shared worker's own script: from here on some of the page's calls may come without its tab. */
export const startsSharedWorker = (event: Pick<SendEvent, 'headers'>): boolean =>
  getHeader(event.headers, 'sec-fetch-dest') === 'sharedworker';
