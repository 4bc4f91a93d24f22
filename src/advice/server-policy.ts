import { originOf } from '../cors/origin.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Policy } from './fix.ts';
import { fixFor, policyFor } from './fix-for.ts';
import { mergePolicies, type Need } from './merge-policy.ts';
import { askingOrigin } from './needed-policy.ts';
import { isServed } from './policy-check.ts';

/** A recorded call with its diagnosis. */
export interface JudgedCall {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
}

export type PartKind = 'origins' | 'methods' | 'requestHeaders' | 'exposedHeaders' | 'credentials' | 'maxAge';

/** One value of a policy, and the calls that it is there for. */
export interface PolicyPart {
  readonly kind: PartKind;
  readonly value: string;
  /** Ids of exchanges, oldest first; empty for what was added by hand. */
  readonly calls: readonly string[];
}

/** The policy that makes all recorded calls to one server succeed. */
export interface ServerPolicy {
  readonly policy: Policy;
  readonly parts: readonly PolicyPart[];
  /** Calls that it was made from. */
  readonly calls: readonly JudgedCall[];
  /** Calls that no header of this server cures, or that need none: what they are is said by their own diagnosis. */
  readonly leftOut: readonly JudgedCall[];
}

/** What is changed by hand in a policy that was made from calls. */
export interface PolicyEdits {
  readonly added: Readonly<Record<ListKind, readonly string[]>>;
  readonly removed: Readonly<Record<ListKind, readonly string[]>>;
  /** Null leaves it as the calls need it. */
  readonly credentials: boolean | null;
  /** Seconds; null leaves it. */
  readonly maxAge: number | null;
}
export type ListKind = Exclude<PartKind, 'credentials' | 'maxAge'>;
export const LIST_KINDS = [
  'origins',
  'methods',
  'requestHeaders',
  'exposedHeaders',
] as const satisfies readonly ListKind[];

const NONE = { origins: [], methods: [], requestHeaders: [], exposedHeaders: [] };
export const NO_EDITS: PolicyEdits = { added: NONE, removed: NONE, credentials: null, maxAge: null };

/** Merges all calls to a server; null when none of them says what it would need. */
export function serverPolicy(server: string, calls: readonly JudgedCall[]): ServerPolicy | null {
  const needs: (Need & JudgedCall)[] = [];
  const leftOut: JudgedCall[] = [];
  for (const call of calls) {
    const { exchange, diagnosis } = call;
    const hop = exchange.hops.find(({ url }) => originOf(url) === server);
    if (hop === undefined) continue;
    const policy = policyFor(exchange, diagnosis, fixFor(exchange, diagnosis));
    const origin = askingOrigin(exchange, hop, diagnosis);
    if (policy === null || policy.server !== server || origin === null) leftOut.push(call);
    else needs.push({ ...call, policy, origin });
  }
  const [merged] = mergePolicies(needs);
  if (merged === undefined) return null;
  // What the merged policy cannot serve, such as the origin `null` beside credentials, is no part of it.
  const served = needs.filter(({ exchange, diagnosis }) => isServed(merged.policy, exchange, diagnosis));
  const unserved = needs.filter((need) => !served.includes(need));
  return {
    policy: merged.policy,
    parts: partsOf(merged.policy, served),
    calls: served,
    leftOut: [...leftOut, ...unserved],
  };
}

/** The values of a policy with the calls that each is there for. */
function partsOf(policy: Policy, needs: readonly (Need & JudgedCall)[]): readonly PolicyPart[] {
  const idsOf = (wants: (need: Need) => boolean): readonly string[] =>
    needs.filter(wants).map(({ exchange }) => exchange.id);
  const listed = (kind: ListKind): readonly PolicyPart[] =>
    policy[kind].map((value) => ({
      kind,
      value,
      calls: idsOf((need) => (kind === 'origins' ? wantsOrigin(need, value) : includes(need.policy[kind], value))),
    }));
  return [
    ...LIST_KINDS.flatMap(listed),
    ...(policy.credentials
      ? [{ kind: 'credentials', value: 'true', calls: idsOf((need) => need.policy.credentials) } as const]
      : []),
    ...(policy.maxAge === null
      ? []
      : [
          {
            kind: 'maxAge',
            value: String(policy.maxAge),
            calls: idsOf((need) => need.policy.maxAge !== null),
          } as const,
        ]),
  ];
}

const includes = (list: readonly string[], value: string): boolean =>
  list.some((one) => one.toLowerCase() === value.toLowerCase());
const wantsOrigin = ({ policy, origin }: Need, value: string): boolean =>
  value === '*' ? policy.origins.includes('*') : origin === value;

/** A policy with what was changed by hand. */
export function editPolicy(policy: Policy, edits: PolicyEdits): Policy {
  const list = (kind: ListKind): readonly string[] => {
    const removed = new Set(edits.removed[kind]);
    const kept = policy[kind].filter((value) => !removed.has(value));
    return [...kept, ...edits.added[kind].filter((value) => !kept.includes(value))];
  };
  const origins = list('origins');
  return {
    ...policy,
    // Whoever allows everybody need not name anybody.
    origins: origins.includes('*') ? ['*'] : origins,
    methods: list('methods'),
    requestHeaders: list('requestHeaders'),
    exposedHeaders: list('exposedHeaders'),
    credentials: edits.credentials ?? policy.credentials,
    maxAge: edits.maxAge ?? policy.maxAge,
  };
}

/** The edits with a value put on a list, or taken from it. */
export function withValue(edits: PolicyEdits, kind: ListKind, value: string, present: boolean): PolicyEdits {
  const without = (list: readonly string[]): readonly string[] => list.filter((one) => one !== value);
  const into = present ? 'added' : 'removed';
  const from = present ? 'removed' : 'added';
  return {
    ...edits,
    [into]: { ...edits[into], [kind]: [...without(edits[into][kind]), value] },
    [from]: { ...edits[from], [kind]: without(edits[from][kind]) },
  };
}
