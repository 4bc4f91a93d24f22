import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';

export interface CurlLines {
  /** Reproduces the preflight (OPTIONS); null when the call needs none. */
  readonly preflight: string | null;
  readonly actual: string;
}

/** curl lines that show the server's two answers, quoted for a POSIX shell. Secrets are replaced unless asked for. */
export function curlFor(
  _exchange: Exchange,
  _diagnosis: Diagnosis,
  _options: { readonly secrets: boolean },
): CurlLines {
  throw new Error('not built yet');
}
