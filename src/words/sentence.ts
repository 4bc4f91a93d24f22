import { getHeader } from '../cors/get-header.ts';
import type { RootHintCode } from '../diagnosis/codes.ts';
import type { Diagnosis, RootHint } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { faultWords } from './causes.ts';
import { words } from './language.ts';
import { code, shown } from './quote.ts';
import { rootAdvice, rootLead, rootText } from './remarks.ts';
import { serverAt } from './told.ts';

// Hints that are the matter itself; the header fault is only how it shows. The others explain the fault and follow it.
const MESSENGER: Readonly<Record<RootHintCode, boolean>> = {
  'server-failed': true,
  'authentication-before-cors': true,
  'options-not-routed': true,
  'redirect-in-front': true,
  'redirect-to-login': true,
  'two-layers': false,
  'only-preflight-configured': false,
  'only-actual-configured': false,
  'origin-became-null': true,
  'cached-for-someone-else': true,
  'too-large': true,
  'rate-limited': true,
  'gateway-failed': true,
  'client-sends-cors-header': true,
};

/** The hint that says what is really the matter, where CORS is only the messenger. */
export const messengerRoot = (diagnosis: Diagnosis): RootHint | null =>
  diagnosis.roots.find((root) => MESSENGER[root.code]) ?? null;

/** A hint below the sentence: where the sentence already says what is the matter, only where to look. */
export const hintText = (diagnosis: Diagnosis, root: RootHint): string =>
  messengerRoot(diagnosis) === root ? rootAdvice(root.code) : rootText(root);

const theCall = (exchange: Exchange): string => {
  const [first] = exchange.hops;
  return words().sentences.theCall(shown(first.method), code(first.url));
};

function blocked(exchange: Exchange, diagnosis: Diagnosis): string {
  if (diagnosis.cause === null) return words().sentences.blockedBare(theCall(exchange));
  const told = faultWords(diagnosis.cause, diagnosis, exchange);
  const root = messengerRoot(diagnosis);
  return root === null ? told : `${rootLead(root)} ${told}`;
}

/** What the browser complains of instead if the call's unseen credentials mode is the other one; null where it does not matter. */
export function otherReading(exchange: Exchange, diagnosis: Diagnosis): string | null {
  const { verdict, cause, otherCause } = diagnosis;
  if (verdict !== 'blocked' || cause === null || otherCause === null) return null;
  return words().sentences.otherReading(!otherCause.credentials, faultWords(otherCause.fault, diagnosis, exchange));
}

function failed(exchange: Exchange, { lookalike, mode }: Diagnosis): string {
  const { sentences, lookalikes } = words();
  if (lookalike === null) return sentences.failedBare(theCall(exchange));
  const told = lookalikes[lookalike.code];
  const unopened = lookalike.code === 'other-failure' && mode.value === 'websocket';
  return sentences.lookalike({
    call: theCall(exchange),
    duringPreflight: lookalike.during === 'preflight',
    words: unopened ? { ...told, turn: sentences.websocketTurn } : told,
    evidence: lookalike.evidence === '' ? null : code(lookalike.evidence),
  });
}

function undecided(exchange: Exchange, diagnosis: Diagnosis): string {
  const { sentences } = words();
  const { readings, cause } = diagnosis;
  if (readings === null && diagnosis.lookalike?.code === 'redirect-refused')
    return sentences.notFollowed(theCall(exchange));
  const told = cause === null ? null : faultWords(cause, diagnosis, exchange);
  if (readings === null) return sentences.unseen(theCall(exchange), told);
  const { outcomes } = sentences;
  return sentences.undecided(theCall(exchange), outcomes[readings.withCredentials], outcomes[readings.without], told);
}

function allowed(exchange: Exchange, diagnosis: Diagnosis): string {
  const { sentences } = words();
  const last = exchange.hops.at(-1);
  const response = last?.response ?? null;
  const server = serverAt(last?.url);
  if (exchange.toldBy === 'page-witness') return words().witness.answeredInside(theCall(exchange));
  if (diagnosis.mode.value === 'websocket') return sentences.websocket(server);
  if (diagnosis.mode.value === 'navigate') return sentences.navigation(theCall(exchange));
  const allow = response === null ? null : getHeader(response.headers, 'access-control-allow-origin');
  return [
    sentences.allowed({
      server,
      method: last === undefined ? null : shown(last.method),
      status: response?.status ?? null,
      redirects: exchange.hops.length - 1,
      by: allow === null ? null : code(`Access-Control-Allow-Origin: ${allow}`),
    }),
    preflightWords(diagnosis),
    ...(response !== null && response.status >= 400 ? [sentences.errorStatus] : []),
  ].join(' ');
}

/** That a preflight passed, or why there was none, with the very answer that spared it. */
export function preflightWords({ preflight }: Diagnosis): string {
  const { sentences } = words();
  const base = sentences.preflight[preflight.sent ? 'sent' : (preflight.absentBecause ?? 'unseen')];
  if (preflight.sent || preflight.absentBecause !== 'cached') return base;
  const { cachedBy } = preflight;
  if (cachedBy === null) return `${base} ${sentences.cachedBefore}`;
  const which = sentences.cachedBy(cachedBy.remaining, cachedBy.lifetime);
  return [base, which, ...(cachedBy.outdated ? [sentences.outdated] : [])].join(' ');
}

/** Unreadable as asked: in no-cors mode, or because the script wanted a redirect not followed. */
export const isUnfollowed = ({ mode }: Diagnosis): boolean => mode.value !== 'no-cors';

function opaque(exchange: Exchange, diagnosis: Diagnosis): string {
  const { sentences } = words();
  return (isUnfollowed(diagnosis) ? sentences.opaqueRedirect : sentences.opaque)(theCall(exchange));
}

function pending(exchange: Exchange): string {
  const last = exchange.hops.at(-1);
  const waitsFor =
    last?.response != null ? 'rest' : last?.preflight && last.preflight.response === null ? 'preflight' : 'answer';
  return words().sentences.pending(theCall(exchange), waitsFor);
}

/** The whole of it in one paragraph, the other reading included: for reports. */
export const sentence = (exchange: Exchange, diagnosis: Diagnosis): string =>
  [headSentence(exchange, diagnosis), otherReading(exchange, diagnosis)].filter((part) => part !== null).join(' ');

/** The one plain sentence at the head of the detail view: who sent what, which rule failed, whose turn it is. */
export function headSentence(exchange: Exchange, diagnosis: Diagnosis): string {
  switch (diagnosis.verdict) {
    case 'blocked':
      return blocked(exchange, diagnosis);
    case 'failed':
      return failed(exchange, diagnosis);
    case 'undecided':
      return undecided(exchange, diagnosis);
    case 'allowed':
      return allowed(exchange, diagnosis);
    case 'opaque':
      return opaque(exchange, diagnosis);
    case 'pending':
      return pending(exchange);
  }
}
