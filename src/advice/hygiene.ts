import { getHeader } from '../cors/get-header.ts';
import type { Exchange, RecordedResponse } from '../exchange/exchange.ts';
import type { Edit } from './edit.ts';
import type { HeaderChange } from './fix.ts';

/**
 * `Vary: Origin` for every changed answer that names one origin and does not say so yet: without it a cache hands the
 * answer for one origin to another. https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
export function hygieneFor(recorded: Exchange, fixed: Exchange, edits: readonly Edit[]): readonly HeaderChange[] {
  return recorded.hops.flatMap((_, hop) =>
    (['preflight', 'actual'] as const).flatMap((response) => {
      const where = fixed.hops[hop];
      const answer = response === 'preflight' ? where?.preflight?.response : where?.response;
      if (!answer || !edits.some((edit) => edit.hop === hop && edit.response === response)) return [];
      return varyOrigin(answer, hop, response);
    }),
  );
}

function varyOrigin(answer: RecordedResponse, hop: number, response: 'preflight' | 'actual'): readonly HeaderChange[] {
  const allow = getHeader(answer.headers, 'access-control-allow-origin');
  if (allow === null || allow === '*') return [];
  const was = getHeader(answer.headers, 'vary');
  const names = (was ?? '').split(',').map((name) => name.trim().toLowerCase());
  if (names.includes('origin') || names.includes('*')) return [];
  const value = was === null || was.trim() === '' ? 'Origin' : `${was}, Origin`;
  return [{ hop, response, operation: 'set', header: 'Vary', value, was }];
}
