import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../src/advice/edit.ts';
import type { Fix } from '../../../src/advice/fix.ts';
import { prove, type Went } from '../../fixes/prove.ts';

// The proof itself, put to the proof: a server that needs some headers, and advice that is right or wrong.
const set = (header: string, response: Edit['response'] = 'actual', hop = 0): Edit => ({
  hop,
  response,
  operation: 'set',
  header,
  value: 'x',
  was: null,
});
const advice = (edits: readonly Edit[]): Fix => ({
  kind: 'headers',
  changes: edits.filter((edit) => 'header' in edit),
  status: [],
  hygiene: [],
  proven: true,
  assumed: [],
  alsoFirst: null,
});
const has = (edits: readonly Edit[], wanted: Edit): boolean =>
  edits.some((edit) => JSON.stringify(edit) === JSON.stringify(wanted));

const server =
  (needs: readonly Edit[], advise: (edits: readonly Edit[]) => Fix | null, seen: Went['seen'] = () => true) =>
  async (edits: readonly Edit[]): Promise<Went> => {
    const succeeded = needs.every((need) => has(edits, need));
    return { succeeded, fix: succeeded ? null : advise(edits), seen };
  };

const [a, b, c] = [set('A'), set('B'), set('C')];

describe('the proof of a fix', () => {
  it('is given where all parts together cure it and each is needed', async () => {
    expect(await prove(server([a, b], () => advice([a, b])))).toMatchObject({ kind: 'cured', parts: 2, rounds: 1 });
  });
  it('is refused to a fix that is not enough', async () => {
    expect(await prove(server([a, b], () => advice([a])))).toMatchObject({ kind: 'refuted' });
  });
  it('is refused to a fix with a part too many', async () => {
    const proof = await prove(server([a, b], () => advice([a, b, c])));
    expect(proof).toEqual({ kind: 'refuted', why: 'one part is not needed', edits: [c] });
  });
  it('is refused when the call is given up though a fix was promised', async () => {
    const proof = await prove(
      server([a, b], (edits) =>
        edits.length === 0 ? advice([a]) : { kind: 'not-by-headers', why: 'origin-became-null' },
      ),
    );
    expect(proof.kind).toBe('leads-on');
    const never = await prove(server([a, b], (edits) => (edits.length === 0 ? advice([a]) : null)));
    expect(never.kind).toBe('refuted');
  });
  it('does not ask for an assumption about an unseen answer that the answer makes needless', async () => {
    const preflight = set('P', 'preflight');
    const proof = await prove(
      server(
        [preflight],
        () => advice([preflight, a]),
        (edit) => edit.response === 'preflight',
      ),
    );
    expect(proof).toMatchObject({ kind: 'cured', parts: 1 });
  });
});
