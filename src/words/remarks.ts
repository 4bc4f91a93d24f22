import type { RootHintCode } from '../diagnosis/codes.ts';
import type { NearMiss, Note, RootHint, Step } from '../diagnosis/diagnosis.ts';
import { words } from './language.ts';
import { code } from './quote.ts';

/** The exact difference between what stands there and what had to. */
export function nearMissText(nearMiss: NearMiss): string {
  const { nearMisses, nothing } = words();
  const orNothing = (text: string | null): string => (text === null || text === '' ? nothing : code(text));
  return nearMisses[nearMiss.code](orNothing(nearMiss.got), orNothing(nearMiss.want));
}

/** A remark on a call, mostly one that succeeded: a risk, a waste, something that cannot be read. */
export const noteText = (note: Note): string => words().notes[note.code](note);

/** Few words for the list; null where the fault itself says more. */
export const rootTitle = (root: RootHint): string | null => words().roots[root.code].title?.(root.detail) ?? null;

/** What is the matter, to stand before the fault's own sentence. */
export const rootLead = (root: RootHint): string => words().roots[root.code].lead(root.detail);

/** Where to look, for a hint of which is already said what is the matter. */
export const rootAdvice = (code: RootHintCode): string => words().roots[code].more;

/** The hint in full: what is the matter and where to look. */
export const rootText = (root: RootHint): string => `${rootLead(root)} ${words().roots[root.code].more}`;

export const stepTitle = (step: Step): string => words().steps[step.id].title;

/** What the step checks and why, one or two sentences. */
export const stepHelp = (step: Step): string => words().steps[step.id].help;
