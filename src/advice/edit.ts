import type { HeaderChange, StatusChange } from './fix.ts';

/** One change of either kind, as the plan of a fix keeps them. */
export type Edit = HeaderChange | StatusChange;

export const isStatus = (edit: Edit): edit is StatusChange => 'status' in edit;

/** Two edits of one place replace each other. */
const placeOf = (edit: Edit): string =>
  `${edit.hop} ${edit.response} ${isStatus(edit) ? ':status' : edit.header.toLowerCase()}`;

/** The edits with `more` put in; null when `more` says nothing new. */
export function withEdits(edits: readonly Edit[], more: readonly Edit[]): readonly Edit[] | null {
  const places = new Map(edits.map((edit) => [placeOf(edit), edit]));
  let news = false;
  for (const edit of more) {
    const before = places.get(placeOf(edit));
    if (before !== undefined && saysSame(before, edit)) continue;
    places.set(placeOf(edit), edit);
    news = true;
  }
  return news ? [...places.values()] : null;
}

const saysSame = (a: Edit, b: Edit): boolean =>
  isStatus(a) || isStatus(b)
    ? isStatus(a) && isStatus(b) && a.status === b.status
    : a.operation === b.operation && a.value === b.value;
