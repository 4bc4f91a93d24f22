import type { Diagnosis, Fault, Phase } from '../diagnosis/diagnosis.ts';
import { originOfUrl } from '../exchange/cross-origin.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { code, headerLine, headerTitle, shown } from './quote.ts';

/** A fault with the words that its sentence is put together from. */
export interface Told {
  readonly fault: Fault;
  /** "The server at http://localhost:8081", or "The server" where the address is not at hand. */
  readonly server: string;
  /** "the preflight (OPTIONS)", "the GET", "the call with a redirect". */
  readonly answered: string;
  /** The call's method, or "the call". */
  readonly method: string;
  /** What the browser did about it. */
  readonly consequence: string;
  /** The origin that the server had to answer, null when unknown. */
  readonly origin: string | null;
  /** "the page’s origin is `…`", worded for an opaque origin too. */
  readonly originIs: string;
  readonly credentials: boolean | null;
}

/** "The server at http://localhost:8081". */
export function serverAt(url: string | undefined): string {
  if (url === undefined) return 'The server';
  const origin = originOfUrl(url);
  return `The server at ${origin === 'null' ? code(url) : shown(origin)}`;
}

const consequences = (method: string): Readonly<Record<Phase, string>> => ({
  preflight: `The browser therefore never sent the ${method}.`,
  redirect: 'The browser therefore did not follow the redirect.',
  response: 'The browser therefore kept the response from the page.',
});

/** Prepares a fault to be told; without the exchange the server and the method are not named. */
export function tell(fault: Fault, diagnosis: Diagnosis, exchange: Exchange | null): Told {
  const hop = exchange?.hops[fault.hop];
  const method = hop ? shown(hop.method) : 'call';
  const origin = fault.code.startsWith('allow-origin') && fault.want ? fault.want : diagnosis.origin.value;
  return {
    fault,
    server: serverAt(hop?.url),
    answered:
      fault.phase === 'preflight'
        ? 'the preflight (OPTIONS)'
        : fault.phase === 'redirect'
          ? `the ${method} with a redirect`
          : `the ${method}`,
    method,
    consequence: consequences(method)[fault.phase],
    origin,
    originIs: originWords(origin),
    credentials: diagnosis.credentials.value,
  };
}

function originWords(origin: string | null): string {
  if (origin === null) return 'the page has another origin';
  if (origin === '*') return 'the call needs an answer that everybody may read';
  return origin === 'null' ? 'the call has the origin `null`' : `the page’s origin is ${code(origin)}`;
}

/** The header as it was received, or that there was none. */
export const received = (name: string, got: string | null): string =>
  got === null ? `without ${code(headerTitle(name))}` : `with ${headerLine(headerTitle(name), got)}`;
