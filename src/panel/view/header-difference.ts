import type { Diagnosis, Fault, HeaderPointer } from '../../diagnosis/diagnosis.ts';
import { wantedOf } from '../../diagnosis/wanted.ts';
import { differenceOf, type Marked, nearMissParts } from './near-miss-parts.ts';

/** What is wrong with one header line, and how the line that passes would read. */
export interface HeaderDifference {
  readonly got: Marked;
  readonly want: Marked | null;
}

const whole = (text: string): Marked => ({ before: '', marked: text, after: '' });
const none = (text: string): Marked => ({ before: text, marked: '', after: '' });

const LISTS = new Set(['allow-methods-lacks-method', 'allow-headers-lacks-header']);

/** The faults of one message, each at the (byte-lowercase) header that it points to; the first where there are several. */
export function faultsIn(
  diagnosis: Diagnosis,
  hop: number,
  message: HeaderPointer['message'],
): ReadonlyMap<string, Fault> {
  const found = new Map<string, Fault>();
  for (const fault of diagnosis.faults) {
    const { pointer } = fault;
    if (pointer?.hop !== hop || pointer.message !== message || found.has(pointer.header)) continue;
    found.set(pointer.header, fault);
  }
  return found;
}

/** The parts of a header's value that differ from what would have passed. `value` is null when the header is missing. */
export function differenceIn(value: string | null, fault: Fault): HeaderDifference {
  const want = wantedOf(fault);
  if (value === null || value === '') return { got: none(''), want: want === null ? null : whole(want) };
  if (LISTS.has(fault.code) && want !== null && !value.includes('*') && fault.nearMiss === null) {
    return { got: none(value), want: { before: `${value}, `, marked: want, after: '' } };
  }
  const near = nearMissParts(fault);
  if (near && near.got.before + near.got.marked + near.got.after === value) return { got: near.got, want: near.want };
  // A value that was joined from several lines: only what stands in this one can be marked here.
  const at = near && near.got.marked !== '' ? value.indexOf(near.got.marked) : -1;
  if (near && at >= 0) {
    const { marked } = near.got;
    return { got: { before: value.slice(0, at), marked, after: value.slice(at + marked.length) }, want: near.want };
  }
  if (want === null) return { got: whole(value), want: null };
  return fault.code === 'allow-origin-mismatch' ? differenceOf(value, want) : { got: whole(value), want: whole(want) };
}
