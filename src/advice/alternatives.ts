import { getHeader } from '../cors/get-header.ts';
import { isCorsSafelistedMethod } from '../cors/method.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { supposedFaults } from '../diagnosis/supposed-faults.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { applyFix, headerNames } from './apply-fix.ts';
import { type Edit, isStatus } from './edit.ts';
import type { Fix } from './fix.ts';
import { fixFor } from './fix-for.ts';
import { isSecretHeader } from './redact.ts';
import { supposed } from './supposed-ending.ts';

type HeadersFix = Extract<Fix, { kind: 'headers' }>;

/** Another way to make a call succeed. What each costs is said in words; `rest` is what the server has to change still. */
export type Alternative =
  /** `Access-Control-Allow-Origin: *`: right for what everybody may read. */
  | { readonly kind: 'public'; readonly rest: readonly Edit[] }
  /** Leaving out the request headers that cause the preflight. */
  | { readonly kind: 'drop-headers'; readonly names: readonly string[]; readonly rest: readonly Edit[] }
  | { readonly kind: 'without-credentials'; readonly rest: readonly Edit[] }
  /** The page's own server passes the call on, so that it is no cross-origin call any more. */
  | { readonly kind: 'same-origin-proxy' };

/** Other ways than the fix, each tried by the engine where there is something to try. */
export function alternativesFor(exchange: Exchange, diagnosis: Diagnosis, fix: Fix): readonly Alternative[] {
  if (fix.kind === 'none-needed') return [];
  if (fix.kind === 'not-by-headers') {
    return fix.why === 'origin-became-null' ? [{ kind: 'same-origin-proxy' }] : [];
  }
  return [
    ...publicAnswer(exchange, diagnosis, fix),
    ...withoutHeaders(exchange, diagnosis),
    ...withoutCredentials(exchange, diagnosis, fix),
    { kind: 'same-origin-proxy' },
  ];
}

const editsOf = (fix: HeadersFix): readonly Edit[] => [...fix.status, ...fix.changes];

function publicAnswer(exchange: Exchange, diagnosis: Diagnosis, fix: HeadersFix): readonly Alternative[] {
  if (diagnosis.credentials.value !== false || carriesSecrets(exchange)) return [];
  const named = (edit: Edit): boolean =>
    !isStatus(edit) && edit.header === 'Access-Control-Allow-Origin' && edit.operation === 'set' && edit.value !== '*';
  if (!editsOf(fix).some(named)) return [];
  const rest = editsOf(fix).map((edit): Edit => (named(edit) && !isStatus(edit) ? { ...edit, value: '*' } : edit));
  const given = { mode: diagnosis.mode.value, credentials: false, origin: diagnosis.origin.value };
  return supposedFaults(applyFix(exchange, rest, given), false).length === 0 ? [{ kind: 'public', rest }] : [];
}

/** Whatever needs a login is not for everybody. */
const carriesSecrets = ({ hops }: Exchange): boolean =>
  hops.some(({ requestHeaders, preflight }) =>
    [
      ...(requestHeaders ?? []).map(([name]) => name),
      ...headerNames(getHeader(preflight?.requestHeaders ?? [], 'access-control-request-headers')),
    ].some((name) => isSecretHeader(name)),
  );

/** Only where headers alone cause the preflight, and there is but one request to change. */
function withoutHeaders(exchange: Exchange, diagnosis: Diagnosis): readonly Alternative[] {
  const [hop] = exchange.hops;
  const { reasons } = diagnosis.preflight;
  const names = reasons.flatMap((reason) => (reason.code === 'header' ? [reason.name.toLowerCase()] : []));
  if (hop.preflight === null || names.length === 0 || names.length < reasons.length) return [];
  if (!isCorsSafelistedMethod(hop.method) || exchange.hops.length > 1) return [];
  const asked = hop.requestHeaders ?? hop.preflight.requestHeaders ?? [];
  const requestHeaders = asked.filter(
    ([name]) => !names.includes(name.toLowerCase()) && !/^access-control-request-/i.test(name),
  );
  const rest = remaining({ ...exchange, hops: [{ ...hop, preflight: null, requestHeaders }] }, diagnosis, false);
  return rest === null ? [] : [{ kind: 'drop-headers', names, rest }];
}

function withoutCredentials(exchange: Exchange, diagnosis: Diagnosis, fix: HeadersFix): readonly Alternative[] {
  if (diagnosis.credentials.value !== true) return [];
  const [first, ...more] = exchange.hops.map((hop) => ({
    ...hop,
    requestHeaders:
      hop.requestHeaders?.filter(([name]) => !/^(?:cookie|sec-fetch-storage-access)$/i.test(name)) ?? null,
  }));
  const rest = remaining({ ...exchange, hops: [first ?? exchange.hops[0], ...more] }, diagnosis, true);
  return rest === null || rest.length >= editsOf(fix).length ? [] : [{ kind: 'without-credentials', rest }];
}

/** What the server would have to change for the changed call; null when no header helps there. */
function remaining(exchange: Exchange, diagnosis: Diagnosis, drop: boolean): readonly Edit[] | null {
  const credentials = !drop && diagnosis.credentials.value === true;
  const changed = supposed(exchange, {
    mode: diagnosis.mode.value,
    credentials,
    origin: diagnosis.origin.value,
  });
  const fix = fixFor(changed, diagnose(changed));
  if (fix.kind === 'none-needed') return [];
  return fix.kind === 'headers' ? editsOf(fix) : null;
}
