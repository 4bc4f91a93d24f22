/** Where something stands in the order of time: `at` in ms since the epoch, `seq` tells those of one moment apart. */
export interface Placed {
  readonly at: number;
  readonly seq: number;
}

/** Identical failures in one row, or the only one of its kind. */
export interface Group {
  readonly kind: 'group';
  readonly id: string;
  readonly key: string;
  /** In order of time; never empty while it is listed. */
  readonly members: Member[];
  open: boolean;
}
export interface Member extends Placed {
  readonly kind: 'call';
  readonly id: string;
}
export type Unit = Member | Group;

const NOWHERE: Placed = { at: 0, seq: 0 };
/** Where an entry stands: a group where its first member does. */
export const placeOf = (unit: Unit): Placed => (unit.kind === 'call' ? unit : (unit.members[0] ?? NOWHERE));
const before = (a: Placed, b: Placed): boolean => a.at < b.at || (a.at === b.at && a.seq < b.seq);

/** Index of the first entry that does not stand before the place. */
function indexAt(units: readonly Unit[], place: Placed): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const unit = units[middle];
    if (unit && before(placeOf(unit), place)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts an entry where it belongs. Calls come nearly in order: mostly that is the end, which costs nothing. */
export function insert<T extends Unit>(units: T[], unit: T): void {
  const place = placeOf(unit);
  const last = units.at(-1);
  if (!last || before(placeOf(last), place)) units.push(unit);
  else units.splice(indexAt(units, place), 0, unit);
}

/** Takes an entry out that stands where its place says. */
export function take<T extends Unit>(units: T[], unit: T): void {
  const index = indexAt(units, placeOf(unit));
  if (units[index] !== unit) throw new Error(`${unit.id} is not where it was put`);
  if (index === 0) units.shift();
  else units.splice(index, 1);
}

/** Rows of units in order of time: one a unit, and one more for each member of an open group. */
export interface Bucket {
  readonly units: Unit[];
  /** The open groups of more than one, in any order: few, because each was opened by hand. */
  readonly open: Set<Group>;
}

export const createBucket = (): Bucket => ({ units: [], open: new Set() });

/** How many rows a bucket takes. */
export const rowsIn = ({ units, open }: Bucket): number => {
  let rows = units.length;
  for (const group of open) rows += group.members.length;
  return rows;
};

const opened = ({ units, open }: Bucket): readonly (readonly [number, Group])[] =>
  [...open].map((group) => [indexAt(units, placeOf(group)), group] as const).sort(([a], [b]) => a - b);

/** The unit, or the member of an open group (`number`: which, from 0), in a row of the bucket. */
export function rowIn(
  bucket: Bucket,
  row: number,
): { readonly unit: Unit; readonly member: Member | null; readonly number: number } | null {
  let shift = 0;
  if (bucket.open.size > 0) {
    for (const [index, group] of opened(bucket)) {
      const head = index + shift;
      if (row <= head) break;
      const number = row - head - 1;
      if (number < group.members.length) return { unit: group, member: group.members[number] ?? null, number };
      shift += group.members.length;
    }
  }
  const unit = bucket.units[row - shift];
  return unit ? { unit, member: null, number: 0 } : null;
}

/** The row of a unit, or of one of its members: the group's own where they are folded away. */
export function rowOf(bucket: Bucket, unit: Unit, member: Member | null): number {
  const own = indexAt(bucket.units, placeOf(unit));
  let row = own;
  for (const [index, group] of opened(bucket)) if (index < own) row += group.members.length;
  if (!member || unit.kind === 'call' || unit.members.length < 2) return row;
  return bucket.open.has(unit) ? row + 1 + indexAt(unit.members, member) : row;
}
