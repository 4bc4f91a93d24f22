import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { posixCurl } from './reproduce/posix.ts';
import { requestsFor } from './reproduce/request.ts';

export interface CurlLines {
  /** Reproduces the preflight (OPTIONS); null when the call needs none. */
  readonly preflight: string | null;
  readonly actual: string;
}

/**
 * curl lines that show the headers of the server's two answers, quoted for a POSIX shell. Secrets are replaced unless
 * asked for. curl enforces no CORS: it shows what the server says, the browser's rules are then read off.
 */
export function curlFor(exchange: Exchange, diagnosis: Diagnosis, options: { readonly secrets: boolean }): CurlLines {
  const { preflight, actual } = requestsFor(exchange, diagnosis, options);
  return { preflight: preflight === null ? null : posixCurl(preflight), actual: posixCurl(actual) };
}
