import { originOf } from '../cors/origin.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Fix, HeaderChange, Policy } from './fix.ts';
import { preflightHeadersOf } from './safe-policy.ts';

/** A response header as a rule of the browser changes it. The name is in lower case, as declarativeNetRequest wants it. */
export type TrialHeader =
  | { readonly header: string; readonly operation: 'set'; readonly value: string }
  | { readonly header: string; readonly operation: 'remove' };

/** Which answers carry which headers while a trial is on. */
export interface TrialRule {
  /** A URL without its query, or with `server` an origin: of what begins with it every answer is meant. */
  readonly url: string;
  readonly scope: 'path' | 'server';
  readonly answers: 'preflight' | 'actual' | 'both';
  readonly headers: readonly TrialHeader[];
}

/** A fix (or a policy) that the browser itself applies for one tab, as long as DevTools is open on it. */
export interface Trial {
  /** The call whose fix it is; null for the policy of a server. */
  readonly exchangeId: string | null;
  /** What is tried, for a person: the method (null for a policy) and the URL or the server. */
  readonly method: string | null;
  readonly url: string;
  /** Serialized origin of the page or frame that calls; null when unknown, and `null` for an opaque one. */
  readonly initiator: string | null;
  readonly rules: readonly [TrialRule, ...TrialRule[]];
}

/** Why the browser cannot try it. */
export type Untriable =
  /** The preflight's status is an error: rules change headers only. */
  | 'preflight-status'
  /** A shared or service worker's call has no tab, so that a rule for this tab does not reach it. */
  | 'worker'
  /** A value that no header can hold. */
  | 'value';

/** What is to be tried, or why it cannot be. */
export type TrialPlan =
  | { readonly possible: true; readonly trial: Trial }
  | { readonly possible: false; readonly why: Untriable };

/**
 * The rules that apply a fix inside the browser. The preflight's answer gets `Access-Control-Max-Age: 0`: what is
 * allowed during the trial must not stay in the preflight cache after it.
 */
export function planTrial(exchange: Exchange, diagnosis: Diagnosis, fix: Extract<Fix, { kind: 'headers' }>): TrialPlan {
  if (exchange.attribution === 'origin') return { possible: false, why: 'worker' };
  if (fix.status.length > 0) return { possible: false, why: 'preflight-status' };
  const rules = exchange.hops.flatMap((hop, index) => {
    const of = (response: HeaderChange['response']): readonly TrialHeader[] =>
      fix.changes.filter((change) => change.hop === index && change.response === response).map(trialHeader);
    return rulesFor(withoutQuery(hop.url), 'path', hop.method, of('preflight'), of('actual'));
  });
  return planned({
    exchangeId: exchange.id,
    method: exchange.hops[0].method,
    url: withoutQuery(exchange.hops[0].url),
    initiator: exchange.initiator ?? diagnosis.origin.value,
    rules,
  });
}

/** The rules that give every answer of a server to one origin the headers of a policy. */
export function planPolicyTrial(policy: Policy, initiator: string): TrialPlan {
  const origin = policy.origins[0] === '*' ? '*' : initiator;
  const both: readonly TrialHeader[] = [
    set('access-control-allow-origin', origin),
    ...(policy.credentials ? [set('access-control-allow-credentials', 'true')] : []),
  ];
  const preflight = preflightHeadersOf({ ...policy, maxAge: null }).map(([name, value]) => set(name, value));
  const expose =
    policy.exposedHeaders.length === 0 ? [] : [set('access-control-expose-headers', policy.exposedHeaders.join(', '))];
  const rules = rulesFor(policy.server, 'server', null, [...both, ...preflight], [...both, ...expose]);
  return planned({ exchangeId: null, method: null, url: policy.server, initiator, rules });
}

const set = (name: string, value: string): TrialHeader => ({
  header: name.toLowerCase(),
  operation: 'set',
  value,
});

const trialHeader = ({ header, operation, value }: HeaderChange): TrialHeader =>
  operation === 'set' ? set(header, value) : { header: header.toLowerCase(), operation };

function rulesFor(
  url: string,
  scope: TrialRule['scope'],
  method: string | null,
  preflight: readonly TrialHeader[],
  actual: readonly TrialHeader[],
): readonly TrialRule[] {
  const onPreflight = preflight.length === 0 ? [] : [...preflight, set('access-control-max-age', '0')];
  // An OPTIONS that the page makes itself and its preflight are one to the rules.
  if (method === 'OPTIONS') {
    const names = new Set(actual.map(({ header }) => header));
    const headers = [...onPreflight.filter(({ header }) => !names.has(header)), ...actual];
    return headers.length === 0 ? [] : [{ url, scope, answers: 'both', headers }];
  }
  return [
    ...(onPreflight.length === 0 ? [] : [{ url, scope, answers: 'preflight', headers: onPreflight } as const]),
    ...(actual.length === 0 ? [] : [{ url, scope, answers: 'actual', headers: actual } as const]),
  ];
}

const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

function planned(made: Omit<Trial, 'rules'> & { readonly rules: readonly TrialRule[] }): TrialPlan {
  const [first, ...rest] = made.rules;
  const writable = made.rules.every(({ headers }) =>
    headers.every((header) => header.operation === 'remove' || VALUE.test(header.value)),
  );
  if (first === undefined || !writable) return { possible: false, why: 'value' };
  return { possible: true, trial: { ...made, rules: [first, ...rest] } };
}

/** What the rules match by: queries change from one call to the next, and fragments are never sent. */
function withoutQuery(url: string): string {
  if (!URL.canParse(url)) return url;
  const { origin, pathname } = new URL(url);
  return origin === 'null' ? url : origin + pathname;
}

// A separator of declarativeNetRequest's filters: anything but a letter, a digit, or one of _ - . %
const SEPARATOR = /^[^A-Za-z0-9_.%-]/;

/** Whether the rules of this trial change an answer of this call, as far as URLs and the caller tell. */
export function touches(trial: Trial, exchange: Exchange): boolean {
  if (exchange.attribution === 'origin') return false;
  if (domainOf(trial.initiator) !== null && domainOf(exchange.initiator) !== null) {
    if (exchange.initiator !== trial.initiator) return false;
  }
  return exchange.hops.some((hop) => trial.rules.some((rule) => matches(rule, hop.url)));
}

function matches({ url, scope }: TrialRule, called: string): boolean {
  if (scope === 'server') return originOf(called) === url;
  if (!called.startsWith(url)) return false;
  const rest = called.slice(url.length);
  return rest === '' || SEPARATOR.test(rest);
}

/** The host that a rule names as the caller's domain; null for what such a list cannot hold (opaque origins, IPv6). */
export function domainOf(origin: string | null): string | null {
  if (origin === null || origin === 'null' || !URL.canParse(origin)) return null;
  const { hostname } = new URL(origin);
  return /^[a-z0-9.-]+$/.test(hostname) ? hostname : null;
}
