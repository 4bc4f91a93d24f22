import { getHeader } from '../cors/get-header.ts';
import { originOf } from '../cors/origin.ts';
import type { RootHintCode } from '../diagnosis/codes.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { supposedFaults } from '../diagnosis/supposed-faults.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { applyFix, type Given, originAfter, redirectTarget } from './apply-fix.ts';
import { type Edit, isStatus, withEdits } from './edit.ts';
import { remedyFor } from './edits-for.ts';
import type { Fix, HeaderChange, Policy, StatusChange } from './fix.ts';
import { hygieneFor } from './hygiene.ts';
import { askingOrigin, neededPolicy } from './needed-policy.ts';

/** Each round mends all faults that the engine sees; the next shows those that hid behind them. */
const ROUNDS = 12;

/** The smallest change of response headers that makes this call succeed, proven by running the engine again. */
export function fixFor(exchange: Exchange, diagnosis: Diagnosis): Fix {
  switch (diagnosis.verdict) {
    case 'allowed':
    case 'opaque':
      return { kind: 'none-needed' };
    case 'pending':
      return { kind: 'not-by-headers', why: 'pending' };
    case 'failed':
      return { kind: 'not-by-headers', why: diagnosis.lookalike?.code ?? 'other-failure' };
    case 'undecided':
      return diagnosis.cause === null || diagnosis.readings === null
        ? { kind: 'not-by-headers', why: 'undecided' }
        : headersFix(exchange, diagnosis);
    case 'blocked':
      return headersFix(exchange, diagnosis);
  }
}

/** Whether the call includes credentials; where that cannot be seen, what would explain that it was blocked. */
function credentialsOf({ credentials, readings }: Diagnosis): boolean {
  if (credentials.value !== null) return credentials.value;
  return readings?.withCredentials === 'blocked' && readings.without !== 'blocked';
}

/** Whether the engine finds nothing wrong with the call as it would go with these edits. */
const passes = (exchange: Exchange, edits: readonly Edit[], given: Given): boolean =>
  supposedFaults(applyFix(exchange, edits, given), given.credentials).length === 0;

type Plan =
  | { readonly edits: readonly Edit[]; readonly proven: boolean }
  | { readonly why: Extract<Fix, { kind: 'not-by-headers' }>['why'] };

function plan(exchange: Exchange, given: Given): Plan {
  let edits: readonly Edit[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const current = applyFix(exchange, edits, given);
    const faults = supposedFaults(current, given.credentials);
    if (faults.length === 0) return { edits, proven: true };
    let next = edits;
    for (const fault of faults) {
      const remedy = remedyFor({
        fault,
        recorded: exchange,
        current,
        credentials: given.credentials,
        origin: given.origin,
      });
      if ('why' in remedy) return { why: remedy.why };
      next = withEdits(next, remedy.edits) ?? next;
    }
    if (next === edits) return { edits, proven: false };
    edits = next;
  }
  return { edits, proven: false };
}

/** Leaves out what the call would succeed without. */
function minimal(exchange: Exchange, edits: readonly Edit[], given: Given): readonly Edit[] {
  return edits.reduce<readonly Edit[]>((kept, edit) => {
    const without = kept.filter((other) => other !== edit);
    return passes(exchange, without, given) ? without : kept;
  }, edits);
}

function headersFix(exchange: Exchange, diagnosis: Diagnosis): Fix {
  const given: Given = {
    mode: diagnosis.mode.value,
    credentials: credentialsOf(diagnosis),
    origin: diagnosis.origin.value,
  };
  const first = diagnosis.cause === null ? null : byEnding(exchange, diagnosis, given);
  if (first !== null) return { kind: 'not-by-headers', why: first };
  const planned = plan(exchange, given);
  if ('why' in planned) return { kind: 'not-by-headers', why: planned.why };
  const edits = planned.proven ? minimal(exchange, planned.edits, given) : planned.edits;
  if (edits.length === 0) return { kind: 'not-by-headers', why: diagnosis.cause?.code ?? 'unexplained' };
  return {
    kind: 'headers',
    changes: edits.filter((edit): edit is HeaderChange => !isStatus(edit)),
    status: edits.filter((edit): edit is StatusChange => isStatus(edit)),
    hygiene: hygieneFor(exchange, applyFix(exchange, edits, given), edits),
    proven: planned.proven,
    assumed: [
      ...(neverSeen(exchange) ? (['actual-response'] as const) : []),
      ...(diagnosis.credentials.value === null ? (['credentials'] as const) : []),
    ],
    alsoFirst: firstHint(diagnosis),
  };
}

/** Causes that rest on how the call ended, which the changed copy no longer shows. */
function byEnding(exchange: Exchange, diagnosis: Diagnosis, { credentials, origin }: Given) {
  const { cause } = diagnosis;
  if (cause === null) return null;
  const remedy = remedyFor({ fault: cause, recorded: exchange, current: exchange, credentials, origin });
  if ('why' in remedy) return remedy.why;
  // A redirect to a third origin makes the origin `null`, which with credentials nobody can allow.
  const hop = exchange.hops.at(-1);
  const target = cause.phase === 'redirect' && hop ? redirectTarget(hop) : null;
  if (!credentials || hop === undefined || target === null || origin === null) return null;
  return originAfter(hop, target, origin) === 'null' ? 'origin-became-null' : null;
}

const neverSeen = (exchange: Exchange): boolean => exchange.hops.some(({ response }) => response === null);

const firstHint = ({ roots, cause }: Diagnosis): RootHintCode | null => roots[0]?.code ?? cause?.root?.code ?? null;

/**
 * The policy of this exchange's server that makes this one call succeed; null when headers cannot help, or when the call
 * is none of CORS. For a call that succeeded it is what that call needs, so that policies can be merged over a recording.
 */
export function policyFor(exchange: Exchange, diagnosis: Diagnosis, fix: Fix): Policy | null {
  if (fix.kind === 'not-by-headers') return null;
  if (fix.kind === 'none-needed' && (diagnosis.verdict !== 'allowed' || diagnosis.mode.value !== 'cors')) return null;
  const changes = fix.kind === 'headers' ? [...fix.changes, ...fix.status] : [];
  const hop = exchange.hops[changes[0]?.hop ?? exchange.hops.length - 1] ?? exchange.hops[0];
  const given: Given = {
    mode: diagnosis.mode.value,
    credentials: fix.kind === 'headers' ? credentialsOf(diagnosis) : diagnosis.credentials.value === true,
    origin: diagnosis.origin.value,
  };
  const fixed = applyFix(exchange, changes, given).hops[exchange.hops.indexOf(hop)];
  const allows = [fixed?.response, fixed?.preflight?.response].map((answer) =>
    answer ? getHeader(answer.headers, 'access-control-allow-origin') : null,
  );
  const asking = askingOrigin(exchange, hop, diagnosis);
  const origin = !given.credentials && allows.includes('*') ? '*' : asking;
  if (origin === null || origin === 'null' || originOf(hop.url) === 'null') return null;
  return neededPolicy(hop, diagnosis, origin, given.credentials);
}
