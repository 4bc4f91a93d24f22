import type { Verdict } from '../../diagnosis/diagnosis.ts';
import type { Navigation } from '../../link/messages.ts';
import type { Order } from '../../settings/settings.ts';
import type { Facts } from '../stores/tally.ts';
import { type Bucket, createBucket, type Group, insert, type Member, placeOf, take } from './bucket.ts';

/** The calls of one page load. */
export interface Section {
  /** Null before the first page load that was seen. */
  readonly navigation: Navigation | null;
  /** Calls that began from then on are its own, up to the next section's. */
  readonly from: number;
  readonly buckets: readonly Bucket[];
  readonly groups: Map<string, Group>;
}

/** Verdicts in the order in which one wants to know of them. */
export const WORST_FIRST: readonly Verdict[] = ['blocked', 'undecided', 'failed', 'pending', 'opaque', 'allowed'];

export const createSection = (navigation: Navigation | null): Section => ({
  navigation,
  from: navigation?.time ?? Number.NEGATIVE_INFINITY,
  buckets: WORST_FIRST.map(createBucket),
  groups: new Map(),
});

/** The bucket of a call: one for each verdict when the worst come first, else one for all. A call not judged yet is pending. */
export const bucketFor = (order: Order, facts: Facts | null): number =>
  order === 'time' ? 0 : WORST_FIRST.indexOf(facts?.verdict ?? 'pending');

/** Where a call was put. */
export interface Placement {
  readonly member: Member;
  readonly section: Section;
  readonly bucket: Bucket;
  readonly group: Group | null;
}

/** Keeps a group's row and its openness right while its members change. */
function regroup(bucket: Bucket, group: Group, change: () => void): void {
  const first = group.members[0];
  if (first) take(bucket.units, group);
  change();
  if (group.members.length > 0) insert<Member | Group>(bucket.units, group);
  if (group.open && group.members.length > 1) bucket.open.add(group);
  else bucket.open.delete(group);
}

/** Puts a call where its placement says. */
export function put({ member, bucket, group }: Placement): void {
  if (!group) {
    insert(bucket.units, member);
    return;
  }
  const last = group.members.at(-1);
  // Nearly always a newer one: neither the group's place nor its openness changes with it.
  if (last && group.members.length > 1 && placeOf(last).at < member.at) group.members.push(member);
  else regroup(bucket, group, () => insert(group.members, member));
}

/** Takes a call out of where it was put; a group that is empty then goes with it. */
export function remove({ member, section, bucket, group }: Placement): void {
  if (!group) {
    take(bucket.units, member);
    return;
  }
  regroup(bucket, group, () => take(group.members, member));
  if (group.members.length === 0) section.groups.delete(group.key);
}
