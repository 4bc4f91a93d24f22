import { getHeader } from '../cors/get-header.ts';
import { originOf } from '../cors/origin.ts';
import type { Exchange, RecordedResponse } from '../exchange/exchange.ts';
import { isSecretHeader } from './redact.ts';

/**
 * Whether `Access-Control-Allow-Origin: *` may be advised where the origin is `null` and cannot be named. Only when the
 * server itself says that the answer is for everybody (it sends `*` elsewhere in this exchange, or `Cache-Control:
 * public`), and the call carries nothing that would make the answer anybody's own.
 */
export function anybodyMayRead(exchange: Exchange, hopIndex: number): boolean {
  const hop = exchange.hops[hopIndex];
  if (hop === undefined) return false;
  const asked = getHeader(hop.preflight?.requestHeaders ?? [], 'access-control-request-headers') ?? '';
  const names = [...(hop.requestHeaders ?? []).map(([name]) => name), ...asked.split(',').map((name) => name.trim())];
  if (names.some((name) => isSecretHeader(name))) return false;
  const server = originOf(hop.url);
  const answers = exchange.hops
    .filter(({ url }) => originOf(url) === server)
    .flatMap((one) => [one.response, one.preflight?.response ?? null])
    .filter((response) => response !== null);
  return answers.some(saysStar) || (hop.response !== null && saysPublic(hop.response));
}

const saysStar = ({ headers }: RecordedResponse): boolean =>
  getHeader(headers, 'access-control-allow-origin')?.trim() === '*';

const saysPublic = ({ headers }: RecordedResponse): boolean =>
  getHeader(headers, 'set-cookie') === null &&
  /(?:^|[\s,])public(?:$|[\s,])/i.test(getHeader(headers, 'cache-control') ?? '');
