import type { Header } from '../cors/header-list.ts';
import { originOf } from '../cors/origin.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { supposedFaults } from '../diagnosis/supposed-faults.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { applyFix } from './apply-fix.ts';
import type { Edit } from './edit.ts';
import type { Policy } from './fix.ts';
import { askingOrigin } from './needed-policy.ts';
import { CORS_HEADERS, preflightHeadersOf } from './safe-policy.ts';

/** The headers that a server with this policy sends to this origin; none of CORS for an origin that is not on its list. */
export function answersOf(policy: Policy, origin: string): Readonly<Record<Edit['response'], readonly Header[]>> {
  const anybody = policy.origins.includes('*');
  if (!anybody && !policy.origins.includes(origin)) return { preflight: [], actual: [] };
  const both: readonly Header[] = [
    ['Access-Control-Allow-Origin', anybody ? '*' : origin],
    ...(policy.credentials ? [['Access-Control-Allow-Credentials', 'true'] as const] : []),
  ];
  const { exposedHeaders } = policy;
  return {
    preflight: [...both, ...preflightHeadersOf(policy)],
    actual: [
      ...both,
      ...(exposedHeaders.length === 0 ? [] : [['Access-Control-Expose-Headers', exposedHeaders.join(', ')] as const]),
    ],
  };
}

/**
 * Whether a call would have succeeded at a server that keeps to this policy and answers preflights itself, as far as it is
 * for this server to say: the engine's steps over the changed answers.
 */
export function isServed(policy: Policy, exchange: Exchange, diagnosis: Diagnosis): boolean {
  const credentials = diagnosis.credentials.value === true;
  const given = { mode: diagnosis.mode.value, credentials, origin: diagnosis.origin.value };
  const edits = exchange.hops.flatMap((hop, index): readonly Edit[] => {
    if (originOf(hop.url) !== policy.server) return [];
    const answers = answersOf(policy, askingOrigin(exchange, hop, diagnosis) ?? '');
    const status = hop.preflight?.response?.status;
    const refused = status !== undefined && (status < 200 || status > 299);
    return [
      ...(refused ? [{ hop: index, response: 'preflight', status: 204, was: status } as const] : []),
      ...replacing(index, 'preflight', answers.preflight),
      ...replacing(index, 'actual', answers.actual),
    ];
  });
  return supposedFaults(applyFix(exchange, edits, given), credentials).every(
    ({ hop }) => originOf(exchange.hops[hop]?.url ?? '') !== policy.server,
  );
}

function replacing(hop: number, response: Edit['response'], headers: readonly Header[]): readonly Edit[] {
  return CORS_HEADERS.map((header): Edit => {
    const value = headers.find(([name]) => name === header)?.[1];
    return value === undefined
      ? { hop, response, operation: 'remove', header, value: '', was: null }
      : { hop, response, operation: 'set', header, value, was: null };
  });
}
