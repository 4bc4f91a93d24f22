import { exposure, isForbiddenResponseHeaderName } from '../cors/response-headers.ts';
import type { Call } from './call.ts';
import type { Readability, Verdict } from './diagnosis.ts';

/** Types whose response a script can hold in its hands. */
const SCRIPTED = new Set(['xmlhttprequest', 'other']);

/** What the script may read of the answer; null where no script gets it. */
export function readabilityOf(call: Call, verdict: Verdict, credentials: boolean | null): Readability | null {
  const { response } = call.last.hop;
  if (verdict !== 'allowed' || response === null || !SCRIPTED.has(call.exchange.type)) return null;
  if (!call.last.crossOrigin) {
    const names = [...new Set(response.headers.map(([name]) => name.toLowerCase()))];
    const isReadable = (name: string): boolean => !isForbiddenResponseHeaderName(name);
    return { readable: names.filter(isReadable), hidden: names.filter((name) => !isReadable(name)), depends: [] };
  }
  const { headers } = response;
  if (credentials !== null) return { ...exposure(headers, credentials), depends: [] };
  const { readable } = exposure(headers, true);
  const without = exposure(headers, false);
  const depends = without.readable.filter((name) => !readable.includes(name));
  return { readable, hidden: without.hidden, depends };
}
