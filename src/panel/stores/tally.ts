import type { Diagnosis, Verdict } from '../../diagnosis/diagnosis.ts';
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
  /** Calls not counted yet. */
  readonly waiting: number;
}

/** Blocked calls with an equal key are one reason: same server, same phase, same rule, same remedy. */
export function reasonKey(exchange: Exchange, diagnosis: Diagnosis): string | null {
  const { cause, verdict } = diagnosis;
  if (verdict !== 'blocked') return null;
  if (!cause) return '';
  const hop = exchange.hops[cause.hop] ?? exchange.hops[0];
  return JSON.stringify([serverOf(hop.url), cause.phase, cause.code, cause.want]);
}

interface Counter {
  readonly count: (exchange: Exchange, diagnosis: Diagnosis) => void;
  readonly remove: (id: string) => void;
  readonly reset: () => void;
  readonly verdictOf: (id: string) => Verdict | null;
  readonly read: (waiting: number) => Tally;
}

const none = (): Record<Verdict, number> => ({
  allowed: 0,
  blocked: 0,
  failed: 0,
  opaque: 0,
  pending: 0,
  undecided: 0,
});

/** Keeps one verdict per call and the sums over them, so that a changed call costs the same however many there are. */
export function createTally(): Counter {
  const entries = new Map<string, { readonly verdict: Verdict; readonly reason: string | null }>();
  const reasons = new Map<string, Set<string>>();
  let verdicts = none();

  const remove = (id: string) => {
    const entry = entries.get(id);
    if (!entry) return;
    entries.delete(id);
    verdicts[entry.verdict] -= 1;
    if (entry.reason === null) return;
    const ids = reasons.get(entry.reason);
    ids?.delete(id);
    if (ids?.size === 0) reasons.delete(entry.reason);
  };

  return {
    remove,
    count(exchange, diagnosis) {
      const reason = reasonKey(exchange, diagnosis);
      const before = entries.get(exchange.id);
      if (before?.verdict === diagnosis.verdict && before.reason === reason) return;
      remove(exchange.id);
      entries.set(exchange.id, { verdict: diagnosis.verdict, reason });
      verdicts[diagnosis.verdict] += 1;
      if (reason === null) return;
      const ids = reasons.get(reason);
      if (ids) ids.add(exchange.id);
      else reasons.set(reason, new Set([exchange.id]));
    },
    reset() {
      entries.clear();
      reasons.clear();
      verdicts = none();
    },
    verdictOf: (id) => entries.get(id)?.verdict ?? null,
    read: (waiting) => ({
      verdicts: { ...verdicts },
      reasons: [...reasons.values()].map((ids) => ({ count: ids.size, firstId: ids.values().next().value ?? '' })),
      waiting,
    }),
  };
}
