/** One call of a storm: where it goes, how, and what must be told of it. */
export interface StormCall {
  readonly kind: string;
  /** Of identical calls all have the same. */
  readonly id: string;
  readonly method: 'GET' | 'PUT';
  readonly verdict: 'allowed' | 'blocked' | null;
  /** Null: none is sent. `order`: 204 or 403, as the preflight that this very call caused was answered. */
  readonly preflight: 204 | 403 | null | 'order';
  readonly hops: number;
}

const KINDS: readonly Omit<StormCall, 'id'>[] = [
  { kind: 'simple', method: 'GET', verdict: 'allowed', preflight: null, hops: 1 },
  { kind: 'refused', method: 'GET', verdict: 'blocked', preflight: null, hops: 1 },
  { kind: 'put', method: 'PUT', verdict: 'allowed', preflight: 204, hops: 1 },
  { kind: 'preflight-refused', method: 'PUT', verdict: 'blocked', preflight: 403, hops: 1 },
  { kind: 'put-refused', method: 'PUT', verdict: 'blocked', preflight: 204, hops: 1 },
  { kind: 'redirect', method: 'GET', verdict: 'allowed', preflight: null, hops: 2 },
  { kind: 'redirect-refused', method: 'GET', verdict: 'blocked', preflight: null, hops: 2 },
];
const IDENTICAL = { kind: 'identical', method: 'PUT', verdict: null, preflight: 'order', hops: 1 } as const;

/** `count` calls of all kinds in turn; every tenth to twelfth three are identical, made at once. */
export function mixedCalls(count: number): readonly StormCall[] {
  return Array.from({ length: count }, (_, i): StormCall => {
    if (i % 12 >= 9) return { ...IDENTICAL, id: `g${Math.floor(i / 12)}` };
    const kind = KINDS[i % KINDS.length];
    if (kind === undefined) throw new Error('no kinds');
    return { ...kind, id: String(i) };
  });
}

export const identicalCalls = (count: number): readonly StormCall[] =>
  Array.from({ length: count }, () => ({ ...IDENTICAL, id: 'all' }));
