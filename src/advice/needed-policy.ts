import { getHeader, listItems } from '../cors/get-header.ts';
import { originOf } from '../cors/origin.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Exchange, Hop } from '../exchange/exchange.ts';
import { headerNames } from './apply-fix.ts';
import type { Policy } from './fix.ts';

/** What one request of the call needs from its server, whatever the server says now. */
export function neededPolicy(hop: Hop, diagnosis: Diagnosis, origin: string, credentials: boolean): Policy {
  return {
    server: originOf(hop.url),
    origins: [origin],
    methods: [hop.method],
    requestHeaders: askedNames(hop, diagnosis),
    exposedHeaders: exposed(hop),
    credentials,
    maxAge: maxAge(hop),
  };
}

function askedNames(hop: Hop, { preflight }: Diagnosis): readonly string[] {
  const asked = hop.preflight?.requestHeaders;
  const names = asked
    ? headerNames(getHeader(asked, 'access-control-request-headers'))
    : preflight.reasons.flatMap((reason) => (reason.code === 'header' ? [reason.name.toLowerCase()] : []));
  return [...new Set(names)].filter((name) => !name.startsWith('access-control-'));
}

/** What the server exposes already goes on being exposed. */
function exposed(hop: Hop): readonly string[] {
  const value = hop.response ? getHeader(hop.response.headers, 'access-control-expose-headers') : null;
  return listItems(value ?? '').filter((name) => /^[A-Za-z0-9_-]+$/.test(name));
}

function maxAge(hop: Hop): number | null {
  const value = hop.preflight?.response ? getHeader(hop.preflight.response.headers, 'access-control-max-age') : null;
  return value !== null && /^\d{1,8}$/.test(value) ? Math.min(Number(value), 86_400) : null;
}

/** The origin that the request of this hop had, null when nothing tells. */
export function askingOrigin(exchange: Exchange, hop: Hop, diagnosis: Diagnosis): string | null {
  const sent = hop.requestHeaders ?? hop.preflight?.requestHeaders ?? [];
  return getHeader(sent, 'origin') ?? diagnosis.origin.value ?? exchange.initiator;
}
