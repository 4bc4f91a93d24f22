import type { EventBase, SendEvent } from '../capture/event.ts';
import { originOf } from '../cors/origin.ts';

/** Byte-case-insensitive look-up of one header's value. Null when absent. */
export function headerValue(headers: SendEvent['headers'], lowerCaseName: string): string | null {
  for (const [name, value] of headers) if (name.toLowerCase() === lowerCaseName) return value;
  return null;
}

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
  const origin = headerValue(event.headers, 'origin');
  if (origin !== null) return origin !== originOf(event.url);
  const site = headerValue(event.headers, 'sec-fetch-site');
  return site === 'cross-site' || site === 'same-site';
}

/** Navigations are not subject to CORS, and reports are the browser's own. */
export const isRecordedType = (event: EventBase): boolean =>
  event.type !== 'main_frame' && event.type !== 'sub_frame' && event.type !== 'csp_report';
