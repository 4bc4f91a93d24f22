import type { Fault } from '../../diagnosis/diagnosis.ts';
import { wantedOf } from '../../diagnosis/wanted.ts';

/** A text with the part that matters in the middle. */
export interface Marked {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

export interface Difference {
  readonly got: Marked;
  readonly want: Marked;
}

const around = (text: string, start: number, end: number): Marked => ({
  before: text.slice(0, start),
  marked: text.slice(start, end),
  after: text.slice(end),
});

/** What stands between the longest common beginning and the longest common end of two texts. */
export function differenceOf(got: string, want: string): Difference {
  const shortest = Math.min(got.length, want.length);
  let start = 0;
  while (start < shortest && got[start] === want[start]) start += 1;
  let end = 0;
  while (end < shortest - start && got[got.length - 1 - end] === want[want.length - 1 - end]) end += 1;
  return { got: around(got, start, got.length - end), want: around(want, start, want.length - end) };
}

const markFragment = (text: string, fragment: string | null): Marked => {
  const start = fragment ? text.indexOf(fragment) : -1;
  return start < 0 || fragment === null ? around(text, 0, text.length) : around(text, start, start + fragment.length);
};

/** The two texts of a near miss to show one above the other; null when there is nothing to compare. */
export function nearMissParts(fault: Fault): Difference | null {
  const { nearMiss, got } = fault;
  const want = wantedOf(fault);
  if (!nearMiss || (want === null && fault.want !== null)) return null;
  const { got: gotPart, want: wantPart } = nearMiss;
  const fullGot = got !== null && gotPart !== null && got.includes(gotPart) ? got : (gotPart ?? got);
  const fullWant = want !== null && wantPart !== null && want.includes(wantPart) ? want : (wantPart ?? want);
  if (fullGot === fullWant) return null;
  if (fullGot === null || fullWant === null) {
    return { got: markFragment(fullGot ?? '', gotPart), want: markFragment(fullWant ?? '', wantPart) };
  }
  if (got !== null && want !== null) {
    // The fragment may stand in several places: the one that makes the difference is meant.
    const exact = differenceOf(got, want);
    if (exact.got.marked === (gotPart ?? '') && exact.want.marked === (wantPart ?? '')) return exact;
  }
  const whole = fullGot === gotPart || fullWant === wantPart || gotPart === null || wantPart === null;
  return whole
    ? differenceOf(fullGot, fullWant)
    : { got: markFragment(fullGot, gotPart), want: markFragment(fullWant, wantPart) };
}
