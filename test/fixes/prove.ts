import { type Edit, withEdits } from '../../src/advice/edit.ts';
import type { Fix } from '../../src/advice/fix.ts';

type NotByHeaders = Extract<Fix, { kind: 'not-by-headers' }>['why'];

/** How a call went against servers with some edits, and what is advised then. */
export interface Went {
  readonly succeeded: boolean;
  /** Null when the call failed of something else than CORS. */
  readonly fix: Fix | null;
  /** A server gave no answer that could be used, or one that leads nowhere. */
  readonly lost?: boolean;
  /** Whether somebody saw this answer, so that an edit of it rests on what the server really says. */
  readonly seen: (edit: Edit) => boolean;
}

export type Proof =
  | { readonly kind: 'succeeds' }
  | { readonly kind: 'not-cors' }
  | { readonly kind: 'not-by-headers'; readonly why: NotByHeaders }
  /** `parts`: changes that are each needed. `rounds` above 1: a redirect led to a server that nobody had seen before. */
  | { readonly kind: 'cured'; readonly parts: number; readonly rounds: number; readonly edits: readonly Edit[] }
  /** Cured as far as could be seen; behind it lay something that no header cures. */
  | { readonly kind: 'leads-on'; readonly why: NotByHeaders }
  | { readonly kind: 'refuted'; readonly why: string; readonly edits: readonly Edit[] };

const ROUNDS = 4;

/**
 * Whether the advice for a blocked call holds against real servers in a real browser: with the whole fix it succeeds, and
 * without any one part of it it is blocked again.
 */
export async function prove(run: (edits: readonly Edit[]) => Promise<Went>): Promise<Proof> {
  const bare = await run([]);
  if (bare.succeeded) return { kind: 'succeeds' };
  if (bare.fix === null || bare.fix.kind === 'none-needed') return { kind: 'not-cors' };
  if (bare.fix.kind === 'not-by-headers') return { kind: 'not-by-headers', why: bare.fix.why };

  let advised = editsOf(bare.fix);
  let rounds = 1;
  for (let before = bare; ; rounds++) {
    const went = await run(advised);
    if (went.succeeded) break;
    if (went.lost && leadsOn(before, advised)) return { kind: 'leads-on', why: 'invalid-response' };
    if (went.fix === null) return refuted('with the fix it fails of something else', advised);
    if (went.fix.kind === 'none-needed') return refuted('with the fix it fails, and nothing is advised', advised);
    if (went.fix.kind === 'not-by-headers') {
      return rounds > 1 || leadsOn(before, advised)
        ? { kind: 'leads-on', why: went.fix.why }
        : refuted(`with the fix it fails: ${went.fix.why}`, advised);
    }
    // Only what could not be seen before may still be wrong.
    const late = editsOf(went.fix).filter((edit) => before.seen(edit));
    if (late.length > 0 || rounds >= ROUNDS) return refuted('the fix was not enough', [...advised, ...late]);
    advised = withEdits(advised, editsOf(went.fix)) ?? advised;
    before = went;
  }

  const needed = await stepwise(run);
  if (needed !== null && 'why' in needed) return { kind: 'leads-on', why: needed.why };
  if (needed === null) return refuted('step by step it did not come to an end', advised);
  for (const part of needed) {
    const rest = needed.filter((other) => other !== part);
    if ((await run(rest)).succeeded) return refuted('one part is not needed', [part]);
  }
  return { kind: 'cured', parts: needed.length, rounds, edits: needed };
}

/** The same advice taken answer by answer, as each is seen: an assumption about an unseen answer may ask for too much. */
async function stepwise(
  run: (edits: readonly Edit[]) => Promise<Went>,
): Promise<readonly Edit[] | { readonly why: NotByHeaders } | null> {
  let edits: readonly Edit[] = [];
  for (let step = 0; step < 2 * ROUNDS; step++) {
    const went = await run(edits);
    if (went.succeeded) return edits;
    // Seen in full, the call turned out to be one for which no header is advised.
    if (went.fix?.kind === 'not-by-headers' && step > 0) return { why: went.fix.why };
    if (went.fix?.kind !== 'headers') return null;
    const more = withEdits(edits, editsOf(went.fix).filter(went.seen));
    if (more === null) return null;
    edits = more;
  }
  return null;
}

const editsOf = (fix: Extract<Fix, { kind: 'headers' }>): readonly Edit[] => [...fix.status, ...fix.changes];
const refuted = (why: string, edits: readonly Edit[]): Proof => ({ kind: 'refuted', why, edits });

/** A redirect was mended, and nobody could know what is where it leads. */
const leadsOn = (before: Went, edits: readonly Edit[]): boolean => edits.some((edit) => before.seen(edit));
