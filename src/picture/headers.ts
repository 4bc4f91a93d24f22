import type { HeaderList } from '../cors/header-list.ts';
import type { Diagnosis, HeaderPointer } from '../diagnosis/diagnosis.ts';
import { wantedOf } from '../diagnosis/wanted.ts';
import type { RecordedResponse } from '../exchange/exchange.ts';
import { headerTitle } from '../words/quote.ts';

/** A header on an arrow. `value` is null for one that should be there and is not. */
export interface ShownHeader {
  readonly name: string;
  readonly value: string | null;
  readonly state: 'plain' | 'passed' | 'failed';
  /** What would have passed, for a failure. */
  readonly want: string | null;
}

type Kind = HeaderPointer['message'];
type Mark = Pick<ShownHeader, 'state' | 'want'>;

const PLAIN: Mark = { state: 'plain', want: null };

/** What a header (or `:status`) decided in one message. A failure outweighs a pass of the same header. */
export function markOf(diagnosis: Diagnosis, hop: number, kind: Kind, name: string): Mark {
  const here = (pointer: HeaderPointer | null) =>
    pointer !== null && pointer.hop === hop && pointer.message === kind && pointer.header === name;
  const fault = diagnosis.faults.find(({ pointer }) => here(pointer));
  if (fault) return { state: 'failed', want: wantedOf(fault) };
  const states = diagnosis.trace.filter(({ pointer }) => here(pointer)).map(({ state }) => state);
  if (states.includes('failed')) return { state: 'failed', want: null };
  return states.includes('passed') ? { state: 'passed', want: null } : PLAIN;
}

// Arrows show what decides, not all that was sent: the headers below the picture are complete.
const REQUEST = ['origin', 'access-control-request-method', 'access-control-request-headers'];
const ANSWERS: Readonly<Record<'preflight-response' | 'response', readonly string[]>> = {
  'preflight-response': [
    'access-control-allow-origin',
    'access-control-allow-credentials',
    'access-control-allow-methods',
    'access-control-allow-headers',
    'access-control-max-age',
  ],
  response: ['access-control-allow-origin', 'access-control-allow-credentials'],
};
// Lines of one name beyond these say nothing new.
const MOST_LINES = 4;

function pick(headers: HeaderList, names: readonly string[], mark: (name: string) => Mark): readonly ShownHeader[] {
  return names.flatMap((name) => {
    const lines = headers.filter(([sent]) => sent.toLowerCase() === name).slice(0, MOST_LINES);
    return lines.map(([sent, value]) => ({ name: sent, value, ...mark(name) }));
  });
}

/** The headers of a request that matter to CORS, and that there are credentials; none where they were not seen. */
export function requestHeaders(
  headers: HeaderList | null,
  diagnosis: Diagnosis,
  hop: number,
  kind: 'preflight-request' | 'request',
): readonly ShownHeader[] {
  if (!headers) return [];
  const shown = pick(headers, REQUEST, (name) => markOf(diagnosis, hop, kind, name));
  // That there are credentials matters, what they are does not.
  const credentials = headers.filter(([name]) => /^(?:cookie|authorization)$/i.test(name));
  return [...shown, ...credentials.map(([name]) => ({ name, value: '…', ...PLAIN }))];
}

/** The headers of an answer that are about CORS or decide, in the order of the checks, missing ones included. */
export function answerHeaders(
  response: RecordedResponse,
  diagnosis: Diagnosis,
  hop: number,
  kind: 'preflight-response' | 'response',
): readonly ShownHeader[] {
  const mark = (name: string) => markOf(diagnosis, hop, kind, name);
  const redirect = response.status >= 300 && response.status < 400 && response.status !== 304;
  const pointed = [...diagnosis.faults, ...diagnosis.trace].flatMap(({ pointer }) =>
    pointer?.hop === hop && pointer.message === kind && !pointer.header.startsWith(':') ? [pointer.header] : [],
  );
  const names = [...new Set([...ANSWERS[kind], ...(redirect ? ['location'] : []), ...pointed])];
  return names.flatMap((name): readonly ShownHeader[] => {
    const lines = pick(response.headers, [name], mark);
    if (lines.length > 0) return lines;
    const missing = mark(name);
    return missing.state === 'failed' ? [{ name: headerTitle(name), value: null, ...missing }] : [];
  });
}
