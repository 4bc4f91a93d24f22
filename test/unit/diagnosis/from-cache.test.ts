import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { BLOCKED, type CallSpec, call } from '../../fixtures/panel-page/calls.ts';

const KEPT = { 'Content-Type': 'image/png', 'Cache-Control': 'max-age=600' };
/** An image that was loaded without CORS: its request had no Origin. */
function plain(spec: CallSpec): Exchange {
  const made = call(spec);
  const [first] = made.hops;
  const requestHeaders = (first.requestHeaders ?? []).filter(([name]) => name !== 'Origin');
  return { ...made, type: 'image', hops: [{ ...first, requestHeaders }] };
}
const image = (headers: Record<string, string> = KEPT): Exchange => plain({ id: 'image', answer: { headers } });
const later = (headers: Record<string, string> = KEPT, at = 5_000): Exchange =>
  call({ id: 'later', at, answer: { headers }, error: BLOCKED });
const hints = (before: Exchange, now: Exchange): readonly string[] =>
  diagnose(now, { toServer: () => [before, now] }).roots.map(({ code }) => code);

describe('an answer that was cached for a request without an origin', () => {
  it('is told by its earlier load', () => {
    expect(hints(image(), later())).toContain('cached-for-someone-else');
  });
  it('does not mind what belongs to a connection', () => {
    expect(hints(image({ ...KEPT, Connection: 'close' }), later())).toContain('cached-for-someone-else');
  });
  it.each([
    ['the stored answer is no longer fresh', image(), later(KEPT, 700_000)],
    [
      'it may not be stored',
      image({ ...KEPT, 'Cache-Control': 'no-store' }),
      later({ ...KEPT, 'Cache-Control': 'no-store' }),
    ],
    ['it says Vary: Origin', image({ ...KEPT, Vary: 'Origin' }), later({ ...KEPT, Vary: 'Origin' })],
    ['its headers differ', image(), later({ ...KEPT, ETag: '"2"' })],
    ['the earlier call had the same origin', call({ id: 'image', answer: { headers: KEPT }, error: BLOCKED }), later()],
  ])('is not supposed where %s', (_why, before, now) => {
    expect(hints(before, now)).not.toContain('cached-for-someone-else');
  });
});
