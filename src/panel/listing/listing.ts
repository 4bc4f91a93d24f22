import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Exchange } from '../../exchange/exchange.ts';
import type { Navigation } from '../../link/messages.ts';
import type { Order } from '../../settings/settings.ts';
import type { Matcher } from '../filter/match.ts';
import type { RecordingStore } from '../stores/recording.ts';
import type { Scheduler } from '../stores/scheduler.ts';
import type { Facts } from '../stores/tally.ts';
import { type Bucket, type Group, rowIn, rowOf, rowsIn } from './bucket.ts';
import { bucketFor, createSection, type Placement, put, remove, type Section } from './section.ts';

/** One line of the list. */
export type Row =
  | { readonly kind: 'page'; readonly navigation: Navigation }
  /** `of`: the open group that the call is listed under, as its member `number` (from 1). */
  | { readonly kind: 'call'; readonly id: string; readonly of: Group | null; readonly number: number }
  | { readonly kind: 'group'; readonly group: Group };

/** What the list shows, in order. Rows are asked for one by one: there may be 100,000, of which 50 are in view. */
export interface Listing {
  /** Grows whenever rows came, went, moved or say something else. */
  readonly version: ReadonlySignal<number>;
  /** Calls are still being looked through after a change of the filter or the order. */
  readonly sifting: ReadonlySignal<boolean>;
  readonly rowCount: () => number;
  readonly row: (index: number) => Row | null;
  /** Row of a call or group, for a call that is folded away its group's; -1 when it is not listed. */
  readonly indexOf: (id: string | null) => number;
  readonly groupOf: (id: string) => Group | null;
  /** The group of this id, while it is listed. */
  readonly group: (id: string) => Group | null;
  /** How many calls pass the filter. */
  readonly callCount: () => number;
  readonly calls: () => readonly Exchange[];
  readonly setOpen: (group: Group, open: boolean) => void;
  /** The facts of this call are other than they were. */
  readonly touch: (id: string) => void;
  /** Puts what has changed where it belongs. */
  readonly settle: () => void;
  readonly end: () => void;
}

/** Longest stretch of looking through calls without giving the browser a turn, in ms. */
const SLICE_MS = 5;
/** How many calls are looked at between two looks at the clock. */
const STRIDE = 64;

interface Segment {
  readonly from: number;
  readonly section: Section;
  /** Null for the page load's own row. */
  readonly bucket: Bucket | null;
}

/**
 * Keeps the rows in order while calls come and change: a change costs as much as it changes, however long the list is.
 * Another filter or order looks through all calls, in slices.
 */
export function createListing(
  recording: RecordingStore,
  scheduler: Scheduler,
  factsOf: (id: string) => Facts | null,
  matcher: ReadonlySignal<Matcher>,
  order: ReadonlySignal<Order>,
): Listing {
  const { log } = recording;
  const version = signal(0);
  const sifting = signal(false);
  const placements = new Map<string, Placement>();
  // Known across changes of filter and order, so that the cursor and what is open survive them.
  const groupIds = new Map<string, string>();
  const openIds = new Set<string>();
  const groups = new Map<string, { readonly group: Group; readonly section: Section; readonly bucket: Bucket }>();
  const dirty = new Set<string>();
  let sections: Section[] = [createSection(null)];
  let navigations: readonly Navigation[] = [];
  let segments: readonly Segment[] | null = null;
  let sieve: Iterator<Exchange> | null = null;
  let latest = Number.NEGATIVE_INFINITY;
  let sequence = 0;

  const sectionAt = (time: number): Section => {
    let found = sections.length - 1;
    while (found > 0 && time < (sections[found]?.from ?? 0)) found -= 1;
    return sections[found] ?? createSection(null);
  };
  const groupFor = (section: Section, bucket: Bucket, key: string): Group => {
    const known = section.groups.get(key);
    if (known) return known;
    const name = `${section.from} ${key}`;
    const id = groupIds.get(name) ?? `group ${groupIds.size + 1}`;
    groupIds.set(name, id);
    const group: Group = { kind: 'group', id, key, members: [], open: openIds.has(id) };
    section.groups.set(key, group);
    groups.set(id, { group, section, bucket });
    return group;
  };
  const unplace = (id: string) => {
    const placement = placements.get(id);
    if (!placement) return;
    remove(placement);
    placements.delete(id);
    if (placement.group?.members.length === 0) groups.delete(placement.group.id);
  };
  const place = (id: string) => {
    const exchange = log.get(id);
    const facts = factsOf(id);
    if (!exchange || !matcher.peek().matches(exchange, facts)) {
      unplace(id);
      return;
    }
    const section = sectionAt(exchange.startedAt);
    const bucket = section.buckets[bucketFor(order.peek(), facts)];
    if (!bucket) return;
    const key = facts?.same ?? null;
    const before = placements.get(id);
    if (before?.bucket === bucket && (before.group?.key ?? null) === key && before.member.at === exchange.startedAt)
      return;
    unplace(id);
    sequence += 1;
    const member = { kind: 'call', id, at: exchange.startedAt, seq: before?.member.seq ?? sequence } as const;
    const placement = { member, section, bucket, group: key === null ? null : groupFor(section, bucket, key) };
    put(placement);
    placements.set(id, placement);
    latest = Math.max(latest, exchange.startedAt);
  };

  const changed = () => {
    segments = null;
    version.value += 1;
  };
  const sift = () => {
    const end = scheduler.now() + SLICE_MS;
    while (sieve) {
      for (let count = 0; sieve && count < STRIDE; count += 1) {
        const next = sieve.next();
        if (next.done) sieve = null;
        else place(next.value.id);
      }
      if (scheduler.now() >= end) break;
    }
    sifting.value = sieve !== null;
    changed();
    if (sieve) scheduler.idle(sift);
  };
  const rebuild = () => {
    const running = sieve !== null;
    placements.clear();
    groups.clear();
    dirty.clear();
    navigations = log.navigations();
    sections = [createSection(null), ...navigations.map(createSection)];
    latest = Number.NEGATIVE_INFINITY;
    sieve = log.calls();
    // A slice that is already waiting for its turn goes on with the new sieve.
    if (running) changed();
    else sift();
  };
  /** A page load that comes after all calls only begins a section; any other moves calls. */
  const follow = () => {
    const now = log.navigations();
    const added = now.at(-1);
    const appended = now.length === navigations.length + 1 && navigations.every((page, index) => page === now[index]);
    if (!appended || !added || added.time <= latest) {
      rebuild();
      return;
    }
    navigations = now;
    sections.push(createSection(added));
  };

  recording.onChange((change) => {
    if (change.reset) {
      groupIds.clear();
      openIds.clear();
      placements.clear();
      groups.clear();
      sections = [createSection(null)];
      navigations = [];
      latest = Number.NEGATIVE_INFINITY;
    }
    for (const id of change.removed) {
      unplace(id);
      dirty.delete(id);
    }
    for (const { id } of change.changed) dirty.add(id);
    if (log.navigations() !== navigations) follow();
  });
  const stop = effect(() => {
    matcher.value;
    order.value;
    untracked(rebuild);
  });

  const layout = (): readonly Segment[] => {
    if (segments) return segments;
    const made: Segment[] = [];
    let from = 0;
    // The page that is open now is what one wants to know about.
    for (const section of order.peek() === 'worst' ? sections.toReversed() : sections) {
      if (section.navigation) {
        made.push({ from, section, bucket: null });
        from += 1;
      }
      for (const bucket of section.buckets) {
        const rows = rowsIn(bucket);
        if (rows > 0) made.push({ from, section, bucket });
        from += rows;
      }
    }
    segments = made;
    return made;
  };
  const fromOf = (bucket: Bucket): number => layout().find((segment) => segment.bucket === bucket)?.from ?? -1;

  return {
    version,
    sifting,
    rowCount() {
      const last = layout().at(-1);
      return last ? last.from + (last.bucket ? rowsIn(last.bucket) : 1) : 0;
    },
    row(index) {
      const segment = layout().findLast(({ from }) => from <= index);
      if (!segment || index < 0) return null;
      if (!segment.bucket) {
        const { navigation } = segment.section;
        return navigation && index === segment.from ? { kind: 'page', navigation } : null;
      }
      const found = rowIn(segment.bucket, index - segment.from);
      if (!found) return null;
      const { unit, member, number } = found;
      if (unit.kind === 'call') return { kind: 'call', id: unit.id, of: null, number: 0 };
      if (member) return { kind: 'call', id: member.id, of: unit, number: number + 1 };
      const [only] = unit.members;
      if (unit.members.length === 1 && only) return { kind: 'call', id: only.id, of: null, number: 0 };
      return { kind: 'group', group: unit };
    },
    indexOf(id) {
      if (id === null) return -1;
      const known = groups.get(id);
      if (known) {
        if (known.group.members.length < 2) return -1;
        return fromOf(known.bucket) + rowOf(known.bucket, known.group, null);
      }
      const placement = placements.get(id);
      if (!placement) return -1;
      const { bucket, group, member } = placement;
      return fromOf(bucket) + rowOf(bucket, group ?? member, member);
    },
    groupOf(id) {
      const group = placements.get(id)?.group ?? null;
      return group && group.members.length > 1 ? group : null;
    },
    group: (id) => groups.get(id)?.group ?? null,
    callCount: () => placements.size,
    calls() {
      const calls: Exchange[] = [];
      const add = (id: string) => {
        const exchange = log.get(id);
        if (exchange) calls.push(exchange);
      };
      for (const { bucket } of layout()) {
        for (const unit of bucket?.units ?? []) {
          if (unit.kind === 'call') add(unit.id);
          else for (const { id } of unit.members) add(id);
        }
      }
      return calls;
    },
    setOpen(group, open) {
      group.open = open;
      if (open) openIds.add(group.id);
      else openIds.delete(group.id);
      const bucket = groups.get(group.id)?.bucket;
      if (open && group.members.length > 1) bucket?.open.add(group);
      else bucket?.open.delete(group);
      changed();
    },
    touch: (id) => {
      dirty.add(id);
    },
    settle() {
      for (const id of dirty) place(id);
      dirty.clear();
      changed();
    },
    end: stop,
  };
}

/** The first call of a group: the one that is explained for all of them. */
export const firstOf = (group: Group): string => {
  const [first] = group.members;
  if (!first) throw new Error(`${group.id} is empty`);
  return first.id;
};
