import { originOf } from '../cors/origin.ts';
import type { Diagnosis, Fault } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { words } from './language.ts';
import { code, shown } from './quote.ts';

/** A fault with the words that its sentence is put together from, in the language in use. */
export interface Told {
  readonly fault: Fault;
  /** "The server at http://localhost:8081", or "The server" where the address is not at hand. */
  readonly server: string;
  /** "the preflight (OPTIONS)", "the GET", "the GET with a redirect". */
  readonly answered: string;
  /** The call's method, or "call". */
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
  if (url === undefined) return words().told.server(null);
  const origin = originOf(url);
  return words().told.server(origin === 'null' ? code(url) : shown(origin));
}

/** Prepares a fault to be told; without the exchange the server and the method are not named. */
export function tell(fault: Fault, diagnosis: Diagnosis, exchange: Exchange | null): Told {
  const hop = exchange?.hops[fault.hop];
  const method = hop ? shown(hop.method) : null;
  const origin = fault.code.startsWith('allow-origin') && fault.want ? fault.want : diagnosis.origin.value;
  const { told } = words();
  return {
    fault,
    server: serverAt(hop?.url),
    answered: told.answered(fault.phase, method),
    method: told.callMethod(method),
    consequence: told.consequence(fault.phase, method),
    origin,
    originIs: told.originIs(origin),
    credentials: diagnosis.credentials.value,
  };
}
