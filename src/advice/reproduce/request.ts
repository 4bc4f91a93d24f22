import { getHeader } from '../../cors/get-header.ts';
import type { Header, HeaderList } from '../../cors/header-list.ts';
import { isToken } from '../../cors/token.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Exchange, Hop } from '../../exchange/exchange.ts';
import type { SecretNames } from '../redact.ts';
import { withoutSecrets } from '../redact-exchange.ts';

/** One request to be made outside the browser. Header values hold one code unit a byte. */
export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
}

/** The preflight (null when the call needs none) and the call. */
export interface Requests {
  readonly preflight: Request | null;
  readonly actual: Request;
  /** What the call is known to send its cookies with; null when that could not be seen. */
  readonly credentials: boolean | null;
  readonly mode: string | null;
  /** Serialized origin that the call came from; null when unknown. */
  readonly origin: string | null;
}

/** Stands for a header's value that was never seen, because the browser did not send the call. */
const NOT_SEEN = '[value not seen]';
// What every client makes itself, or what belongs to the browser's connection and not to the call.
const CLIENTS_OWN =
  /^(?:host|connection|content-length|accept-encoding|transfer-encoding|keep-alive|te|trailer|upgrade|expect|priority|sec-ch-.*|proxy-connection|:.*)$/i;

/**
 * What to send to see the server's two answers again. Secrets are replaced unless asked for. Headers that cannot arrive
 * as one header are left out. The body of a call is not recorded, so a POST or PUT is repeated without one.
 */
export function requestsFor(
  exchange: Exchange,
  diagnosis: Diagnosis,
  { secrets, secretNames }: { readonly secrets: boolean; readonly secretNames?: SecretNames },
): Requests {
  const told = secrets ? exchange : withoutSecrets(exchange, exchange, secretNames);
  const hop = decidingHop(told, diagnosis);
  const asked = preflightHeaders(hop, diagnosis);
  const request = (method: string, headers: HeaderList): Request => ({
    method,
    url: hop.url,
    headers: headers.filter(sendable),
  });
  return {
    preflight: asked === null ? null : request('OPTIONS', asked),
    actual: request(hop.method, actualHeaders(hop, diagnosis)),
    credentials: diagnosis.credentials.value,
    mode: diagnosis.mode.value,
    origin: diagnosis.origin.value,
  };
}

/** A name that is no token, or a line break, would not arrive as one header. */
const sendable = ([name, value]: Header): boolean => isToken(name) && !/[\0\r\n]/.test(value);

function decidingHop(exchange: Exchange, { cause, lookalike }: Diagnosis): Hop {
  const index = cause?.hop ?? lookalike?.hop ?? exchange.hops.length - 1;
  return exchange.hops[index] ?? exchange.hops[0];
}

function preflightHeaders(hop: Hop, { preflight, origin }: Diagnosis): HeaderList | null {
  const sent = hop.preflight?.requestHeaders;
  if (sent) return sent.filter(([name]) => /^(?:origin|access-control-request-.*|user-agent)$/i.test(name));
  if (hop.preflight === null && preflight.needed.value !== true) return null;
  const names = preflight.reasons.flatMap((reason) => (reason.code === 'header' ? [reason.name.toLowerCase()] : []));
  return [
    ...originHeader(hop, origin.value),
    ['Access-Control-Request-Method', hop.method],
    ...(names.length === 0 ? [] : [['Access-Control-Request-Headers', [...names].sort().join(',')] as const]),
  ];
}

const originHeader = (hop: Hop, known: string | null): HeaderList => {
  const sent = hop.requestHeaders === null ? null : getHeader(hop.requestHeaders, 'origin');
  const origin = sent ?? known;
  return origin === null ? [] : [['Origin', origin]];
};

/** What the call carried; where it was never sent, what its preflight announced. */
function actualHeaders(hop: Hop, { origin }: Diagnosis): HeaderList {
  if (hop.requestHeaders !== null) return hop.requestHeaders.filter(([name]) => !CLIENTS_OWN.test(name));
  const asked = hop.preflight?.requestHeaders ?? [];
  const names = (getHeader(asked, 'access-control-request-headers') ?? '').split(',').map((name) => name.trim());
  return [
    ...(getHeader(asked, 'origin') === null
      ? originHeader(hop, origin.value)
      : asked.filter(([name]) => name.toLowerCase() === 'origin')),
    ...names.filter(isToken).map((name): Header => [name, NOT_SEEN]),
  ];
}
