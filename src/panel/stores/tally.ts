import type { CauseCode, LookalikeCode, NoteCode } from '../../diagnosis/codes.ts';
import type { Diagnosis, Fault, RootHint, Verdict } from '../../diagnosis/diagnosis.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { serverOf } from './server-of.ts';

/** One reason for which a server's calls are blocked. */
export interface Reason {
  readonly count: number;
  /** The call that was counted first under this reason. */
  readonly firstId: string;
}

export interface Tally {
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly reasons: readonly Reason[];
  /** Why calls failed that CORS did not block. */
  readonly failures: readonly Reason[];
  /** Calls not counted yet. */
  readonly waiting: number;
}

/** What is remembered of every judgement: a diagnosis is some kilobytes, and 100,000 of them would not fit. */
export interface Facts {
  readonly verdict: Verdict;
  /** Why it is blocked, undecided or failed. */
  readonly code: CauseCode | LookalikeCode | null;
  /** Equal for failures that are the same: server, cause and fix. Null for what did not fail. */
  readonly same: string | null;
  readonly notes: readonly NoteCode[];
  /** The server whose answer made the verdict. */
  readonly server: string;
}

/** How the calls that one server decided went. */
export interface ServerTally {
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** How many calls each note is about. */
  readonly notes: ReadonlyMap<NoteCode, number>;
}

/** A root cause with the status that it rests on; what else it rests on may differ from call to call. */
const rootOf = ({ code, detail }: RootHint): string =>
  detail !== null && /^\d{3}$/.test(detail) ? `${code} ${detail}` : code;

/**
 * Calls with an equal key failed alike: same server, same cause, same fix. The fix follows from all that is wrong (a
 * fix is searched until nothing is), so the faults stand for it: searching it for each of 10,000 calls takes too long.
 */
export function sameKey(exchange: Exchange, diagnosis: Countable): string | null {
  const { cause, verdict, faults, lookalike, roots } = diagnosis;
  const wrong = ({ hop, phase, code, want }: Fault): string => [serverAt(exchange, hop), phase, code, want].join(' ');
  switch (verdict) {
    case 'blocked':
    case 'undecided':
      if (!cause) return verdict === 'blocked' ? JSON.stringify([verdict, serverAt(exchange, 0)]) : null;
      return JSON.stringify([verdict, wrong(cause), faults.map(wrong), roots.map(rootOf)]);
    case 'failed':
      return JSON.stringify([verdict, serverAt(exchange, lookalike?.hop ?? 0), lookalike?.code, lookalike?.during]);
    default:
      return null;
  }
}

/** What of a diagnosis is counted. */
export type Countable = Pick<Diagnosis, 'verdict' | 'cause' | 'faults' | 'lookalike' | 'roots' | 'notes'>;
/** What is counted of a call that is plainly pending, without a diagnosis. */
export const PENDING: Countable = {
  verdict: 'pending',
  cause: null,
  faults: [],
  lookalike: null,
  roots: [],
  notes: [],
};

export interface Counter {
  /** Returns whether the facts are other than before. */
  readonly count: (exchange: Exchange, diagnosis: Countable) => boolean;
  readonly remove: (id: string) => void;
  readonly reset: () => void;
  readonly factsOf: (id: string) => Facts | null;
  readonly read: (waiting: number) => Tally;
  readonly ofServer: (server: string) => ServerTally | null;
}

const none = (): Record<Verdict, number> => ({
  allowed: 0,
  blocked: 0,
  failed: 0,
  opaque: 0,
  pending: 0,
  undecided: 0,
});

const NO_NOTES: readonly NoteCode[] = [];
const SHARED_LIMIT = 5000;
const serverAt = (exchange: Exchange, hop: number): string => serverOf((exchange.hops[hop] ?? exchange.hops[0]).url);

const counted = (groups: ReadonlyMap<string, ReadonlySet<string>>): readonly Reason[] =>
  [...groups.values()].map((ids) => ({ count: ids.size, firstId: ids.values().next().value ?? '' }));

/** Keeps the facts of each call and the sums over them, so that a changed call costs the same however many there are. */
export function createTally(): Counter {
  const entries = new Map<string, Facts>();
  const reasons = new Map<string, Set<string>>();
  const failures = new Map<string, Set<string>>();
  /** Where the calls that failed alike are kept; null for those that did not fail. */
  const alike = ({ verdict }: Facts): Map<string, Set<string>> | null =>
    verdict === 'blocked' ? reasons : verdict === 'failed' ? failures : null;
  const servers = new Map<
    string,
    { readonly verdicts: Record<Verdict, number>; readonly notes: Map<NoteCode, number> }
  >();
  // Thousands of calls share a few sets of facts: each is kept once.
  const shared = new Map<string, Facts>();
  let verdicts = none();

  const factsFrom = (exchange: Exchange, diagnosis: Countable): Facts => {
    const { verdict, cause, lookalike } = diagnosis;
    const same = sameKey(exchange, diagnosis);
    const code = cause?.code ?? lookalike?.code ?? null;
    const notes = diagnosis.notes.length === 0 ? NO_NOTES : [...new Set(diagnosis.notes.map((note) => note.code))];
    const server = serverAt(exchange, cause?.hop ?? lookalike?.hop ?? exchange.hops.length - 1);
    const key = `${verdict} ${code} ${notes.join()} ${server} ${same}`;
    const known = shared.get(key);
    if (known) return known;
    const facts = { verdict, code, same, notes, server };
    if (shared.size >= SHARED_LIMIT) shared.clear();
    shared.set(key, facts);
    return facts;
  };
  const add = (facts: Facts, by: 1 | -1) => {
    verdicts[facts.verdict] += by;
    const server = servers.get(facts.server) ?? { verdicts: none(), notes: new Map() };
    servers.set(facts.server, server);
    server.verdicts[facts.verdict] += by;
    for (const note of facts.notes) server.notes.set(note, (server.notes.get(note) ?? 0) + by);
  };
  const remove = (id: string) => {
    const entry = entries.get(id);
    if (!entry) return;
    entries.delete(id);
    add(entry, -1);
    if (entry.same === null) return;
    const ids = alike(entry)?.get(entry.same);
    ids?.delete(id);
    if (ids?.size === 0) alike(entry)?.delete(entry.same);
  };

  return {
    remove,
    count(exchange, diagnosis) {
      const facts = factsFrom(exchange, diagnosis);
      if (entries.get(exchange.id) === facts) return false;
      remove(exchange.id);
      entries.set(exchange.id, facts);
      add(facts, 1);
      if (facts.same === null) return true;
      const ids = alike(facts)?.get(facts.same);
      if (ids) ids.add(exchange.id);
      else alike(facts)?.set(facts.same, new Set([exchange.id]));
      return true;
    },
    reset() {
      entries.clear();
      reasons.clear();
      failures.clear();
      servers.clear();
      shared.clear();
      verdicts = none();
    },
    factsOf: (id) => entries.get(id) ?? null,
    ofServer: (server) => servers.get(server) ?? null,
    read: (waiting) => ({
      verdicts: { ...verdicts },
      reasons: counted(reasons),
      failures: counted(failures),
      waiting,
    }),
  };
}
