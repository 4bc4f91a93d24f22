import { getHeader } from '../cors/get-header.ts';
import { originOf } from '../cors/origin.ts';
import { isRedirect } from '../cors/redirect.ts';
import type { BrowserName, Preflight } from '../exchange/exchange.ts';
import type { Call } from './call.ts';
import type { Check, FaultParts } from './check.ts';
import { credentialsFromOutcome } from './credentials.ts';
import type {
  BecauseCode,
  Certainty,
  CredentialsIncluded,
  Diagnosis,
  Fault,
  Known,
  Lookalike,
  Verdict,
} from './diagnosis.ts';
import type { Ending } from './ending.ts';
import { isLocalNetworkCall, localNetworkFault } from './local-network.ts';
import { lookalikeOf } from './lookalike.ts';
import { notFollowed } from './not-followed.ts';
import { neighbours, type Recording } from './recording.ts';
import { type Outcome, type Walk, walk } from './walk.ts';

/** The verdict, and all that it rests on. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly certainty: Certainty;
  readonly cause: Fault | null;
  readonly otherCause: Diagnosis['otherCause'];
  readonly faults: readonly Fault[];
  readonly lookalike: Lookalike | null;
  readonly credentials: Known<CredentialsIncluded>;
  readonly readings: Diagnosis['readings'];
  readonly checks: readonly Check[];
  readonly outcome: Outcome;
  /** What the end was seen by, where it was not the browser's own events. */
  readonly seenBy?: BecauseCode;
}

type Credentials = Known<CredentialsIncluded>;

const SILENT: Ending = { outcome: 'silent', failure: null, error: null };

/**
 * Takes the call through the steps on every assumption about its credentials mode that what it carried leaves open, drops
 * the assumptions that what the browser did contradicts, and says what the remaining ones agree on.
 */
export function judge(call: Call, ending: Ending, visible: Credentials, recording: Recording | null): Judgement {
  const { outcome } = ending;
  const walks = (visible.value === null ? [false, true] : [visible.value]).map((assumed) =>
    walk(call, assumed, outcome),
  );
  const possible = walks.filter((one) => fits(one, outcome));
  // What a page can write does not outweigh the headers that the browser showed.
  if (possible.length === 0 && ending.byTiming && !isRevalidated(call)) return judge(call, SILENT, visible, recording);
  const credentials =
    visible.value === null && possible.length === 1 && possible[0] !== undefined
      ? learned(possible[0], walks, outcome)
      : visible;
  const chosen = choose(call, possible, walks);
  const base: Judgement = {
    verdict: 'pending',
    certainty: 'observed',
    cause: null,
    otherCause: null,
    faults: [],
    lookalike: null,
    credentials,
    readings: null,
    checks: chosen.checks,
    outcome,
    ...(ending.byTiming ? { seenBy: 'resource-timing' } : {}),
  };
  const other = possible.find((one) => one !== chosen) ?? null;
  const notSubject = withoutCors(call, ending);
  if (notSubject !== null) return { ...base, ...notSubject };
  const passes = [chosen, other].every((one) => one === null || one.faults.length === 0);
  const stopped = passes ? stoppedAtRedirect(call, ending) : null;
  if (stopped !== null) return { ...base, ...stopped };
  switch (outcome) {
    case 'pending':
      return base;
    case 'delivered':
      return ending.failure === null
        ? { ...base, verdict: 'allowed' }
        : { ...base, verdict: 'failed', lookalike: lookalikeOf(call, ending) };
    case 'refused':
      return { ...base, ...refused(call, ending, chosen, other, recording) };
    case 'silent':
      return { ...base, ...silent(call, ending, chosen, other, recording) };
  }
}

/** Every step passed, and the script did not want the redirect followed. */
function stoppedAtRedirect(call: Call, ending: Ending): Part | null {
  const mode = notFollowed(call);
  if (mode === null) return null;
  if (mode === 'manual') return { verdict: 'opaque', certainty: 'observed' };
  const { last, exchange } = call;
  const evidence = ending.error ?? `${last.hop.response?.status ?? ''}`;
  const lookalike: Lookalike = { code: 'redirect-refused', evidence, hop: last.index, during: 'actual' };
  if (mode === 'error') return { verdict: 'failed', certainty: 'observed', lookalike };
  return { verdict: exchange.end === null ? 'pending' : 'undecided', certainty: 'depends', lookalike };
}

/** Reality: of a revalidated answer Firefox shows only what the 304 carried; the page gets the stored headers as well. */
const isRevalidated = ({ exchange, last }: Call): boolean =>
  exchange.browser === 'firefox' && last.hop.response?.status === 304;

/** What the browser did is possible under this assumption. */
function fits({ contradiction, faults }: Walk, outcome: Outcome): boolean {
  return contradiction === null && (outcome !== 'refused' || faults.length > 0);
}

/** Where what the browser did leaves one assumption. Nothing is learned of a call whose end is still open. */
function learned(kept: Walk, walks: readonly Walk[], outcome: Outcome): Credentials {
  const dropped = walks.find((one) => one !== kept);
  const unknown: Credentials = { value: null, from: 'unknown' };
  if (dropped === undefined || (outcome === 'pending' && dropped.contradiction === null)) return unknown;
  return credentialsFromOutcome(kept, dropped);
}

/**
 * The assumption that is told first where both are possible: a server that speaks of credentials is asked with them.
 * Where neither is possible the steps of the one that was visible, or of the milder one, are shown.
 */
function choose({ exchange }: Call, possible: readonly Walk[], walks: readonly Walk[]): Walk {
  const candidates = possible.length > 0 ? possible : walks;
  const speaks = exchange.hops.some(({ response, preflight }) =>
    [response, preflight?.response].some(
      (answer) => answer != null && getHeader(answer.headers, 'access-control-allow-credentials') !== null,
    ),
  );
  const preferred = candidates.find(({ credentials }) => credentials === speaks) ?? candidates[0];
  if (preferred === undefined) throw new Error('a call was taken through no steps at all');
  return preferred;
}

type Part = Partial<Judgement> & Pick<Judgement, 'verdict' | 'certainty'>;

/** WebSockets, navigations and no-cors loads have no CORS check that could fail. */
function withoutCors(call: Call, ending: Ending): Part | null {
  const mode = call.mode.value;
  if (mode === null || mode === 'cors' || mode === 'same-origin' || ending.outcome === 'pending') return null;
  if (isUnseen(call) && ending.outcome !== 'delivered')
    return { verdict: 'undecided', certainty: 'depends', checks: [] };
  const failed = ending.failure !== null || ending.outcome === 'refused';
  if (failed && !isAbortedReading(call, ending)) {
    return { verdict: 'failed', certainty: 'observed', lookalike: lookalikeOf(call, ending), checks: [] };
  }
  return { verdict: mode === 'no-cors' ? 'opaque' : 'allowed', certainty: 'observed', checks: [] };
}

/** Nothing is recorded of how it ended: only the headers can tell. */
const isUnseen = ({ exchange }: Call): boolean => exchange.end?.kind === 'unseen';

/** The answer was there; the page lost its interest. */
const isAbortedReading = ({ last }: Call, { failure }: Ending): boolean =>
  failure === 'aborted' && last.hop.delivered && !last.hop.redirected;

/** The browser refused, in its generic words. */
function refused(call: Call, ending: Ending, chosen: Walk, other: Walk | null, recording: Recording | null): Part {
  const { last } = call;
  const [cause] = chosen.faults;
  if (cause !== undefined) return blocked(chosen, other, 'observed');
  const { preflight } = last.hop;
  if (preflight !== null && preflight.response === null && last.hop.response === null) {
    return unanswered(call, ending, recording);
  }
  // The beginning was not seen, so neither were the headers that would tell.
  if (call.exchange.partial && last.hop.response === null) {
    return { verdict: 'undecided', certainty: 'depends' };
  }
  return blockedBy(
    {
      code: isAltered(call, recording) ? 'altered-by-extension' : 'unexplained',
      phase: last.hop.response === null ? 'preflight' : 'response',
      hop: last.index,
      pointer: null,
      got: ending.error,
      want: null,
    },
    'observed',
  );
}

function blocked(chosen: Walk, other: Walk | null, certainty: Certainty): Part {
  const [cause = null] = chosen.faults;
  const [theirs = null] = other?.faults ?? [];
  const differs = theirs !== null && cause !== null && !isSame(theirs, cause);
  return {
    verdict: 'blocked',
    certainty,
    cause,
    faults: chosen.faults,
    otherCause: differs && other !== null ? { credentials: other.credentials, fault: theirs } : null,
  };
}

const isSame = (a: Fault, b: Fault): boolean => a.code === b.code && a.phase === b.phase && a.hop === b.hop;

function blockedBy(parts: FaultParts, certainty: Certainty): Part {
  const cause: Fault = { ...parts, nearMiss: null, root: null };
  return { verdict: 'blocked', certainty, cause, faults: [cause] };
}

/** Failures of a whole server, not of its OPTIONS alone. */
const OF_THE_SERVER = new Set(['connection-refused', 'name-not-resolved', 'tls', 'offline', 'proxy', 'unsafe-port']);

/** Nobody answered the preflight: the server's OPTIONS, the whole server, or a browser that would not even ask. */
function unanswered(call: Call, ending: Ending, recording: Recording | null): Part {
  const lookalike = lookalikeOf(call, ending);
  if (lookalike.code === 'aborted' || lookalike.code === 'blocked-by-extension') {
    return { verdict: 'failed', certainty: 'observed', lookalike };
  }
  if (
    ending.failure === 'local-network' ||
    (ending.outcome === 'refused' && isUntold(call) && isLocalNetworkCall(call))
  ) {
    return blockedBy(localNetworkFault(call), ending.failure === 'local-network' ? 'observed' : 'derived');
  }
  if (OF_THE_SERVER.has(lookalike.code) && !answersOtherwise(call, recording)) {
    return { verdict: 'failed', certainty: 'observed', lookalike };
  }
  return blockedBy(
    {
      code: 'preflight-unanswered',
      phase: 'preflight',
      hop: call.last.index,
      pointer: null,
      got: lookalike.evidence,
      want: null,
    },
    'observed',
  );
}

/** The preflight ended with nothing but the generic text. */
const isUntold = ({ last }: Call): boolean => {
  const end = last.hop.preflight?.end;
  return end == null || (end.kind === 'failed' && end.failure === 'blocked');
};

/** The same server was seen to answer a call other than OPTIONS, later or not long before. */
function answersOtherwise({ exchange, last }: Call, recording: Recording | null): boolean {
  const server = originOf(last.hop.url);
  return (
    neighbours(
      recording,
      server,
      exchange,
      ({ hops, startedAt }) =>
        startedAt > exchange.startedAt - 60_000 &&
        hops.some((hop) => originOf(hop.url) === server && hop.response !== null),
    ).length > 0
  );
}

/** Another extension was seen to change this server's headers before the page got them. */
function isAltered({ exchange, last }: Call, recording: Recording | null): boolean {
  const server = originOf(last.hop.url);
  return (
    neighbours(recording, server, exchange, ({ hops }) =>
      hops.some(
        ({ url, response }) =>
          originOf(url) === server && response?.seenByPage != null && response.seenByPage !== response.headers,
      ),
    ).length > 0
  );
}

/** The browser did not say; the headers do, unless they leave it open. */
function silent(call: Call, ending: Ending, chosen: Walk, other: Walk | null, recording: Recording | null): Part {
  const { last } = call;
  const { response, preflight } = last.hop;
  const preflightFailed = response === null && preflight !== null && isRefused(preflight, call.exchange.browser);
  if (response === null && !preflightFailed) {
    if (isUnseen(call)) return { verdict: 'undecided', certainty: 'depends' };
    if (ending.failure === 'local-network') return blockedBy(localNetworkFault(call), 'observed');
    if (preflight !== null && preflight.response === null) return unanswered(call, ending, recording);
    if (ending.failure === null) return { verdict: 'undecided', certainty: 'depends' };
    return { verdict: 'failed', certainty: 'observed', lookalike: lookalikeOf(call, ending) };
  }
  if (!preflightFailed && isNamed(call, ending)) return named(call, ending, chosen);
  return reading(call, ending, chosen, other);
}

const isVague = (failure: Ending['failure']): boolean => failure === 'connection-lost' || failure === 'other';

/**
 * The browser names a reason of its own, not one that stands for any.
 * Reality: Firefox ends a redirect that it refused with the last thing it knows of the connection.
 */
const isNamed = (call: Call, ending: Ending): boolean =>
  ending.failure !== null &&
  !(call.exchange.browser === 'firefox' && isRedirecting(call) && isVague(ending.failure)) &&
  !isAbortedReading(call, ending) &&
  notFollowed(call) === null;

/** The last answer sends the browser elsewhere, whether or not it was seen to go there (HAR files do not say). */
const isRedirecting = ({ exchange, last: { hop } }: Call): boolean =>
  hop.redirected || (hop.response !== null && isRedirect(hop.response.status, hop.response.headers, exchange.browser));

/** What is said of a redirect to a scheme that may not be fetched. */
const REFUSES_SCHEMES: ReadonlySet<string> = new Set(['redirect-refused', 'invalid-response', 'other']);

/**
 * The browser names a reason of its own: whatever the headers say, it did not come to look at them, or was content.
 * Reality: redirects to some schemes are refused before any header is looked at (Chromium: net::ERR_UNSAFE_REDIRECT,
 * Firefox: NS_ERROR_CORRUPTED_CONTENT). https://fetch.spec.whatwg.org/#http-redirect-fetch does so after them.
 */
function named(call: Call, ending: Ending, { faults }: Walk): Part {
  const scheme = faults.find(({ code }) => code === 'redirect-to-disabled-scheme');
  if (scheme !== undefined && ending.failure !== null && REFUSES_SCHEMES.has(ending.failure)) {
    const certainty = call.exchange.end === null ? 'derived' : 'observed';
    return { verdict: 'blocked', certainty, cause: scheme, faults: [scheme] };
  }
  return { verdict: 'failed', certainty: 'observed', lookalike: lookalikeOf(call, ending) };
}

/** The browser looked at the answer to a preflight, and was not content. */
function isRefused({ response, end }: Preflight, browser: BrowserName): boolean {
  if (response === null) return false;
  return (
    isRedirect(response.status, response.headers, browser) || (end?.kind === 'failed' && end.failure === 'blocked')
  );
}

function reading(call: Call, ending: Ending, chosen: Walk, other: Walk | null): Part {
  const stopped = stoppedAtRedirect(call, ending);
  const failed = ending.failure !== null && !isAbortedReading(call, ending);
  const passed = stopped?.verdict ?? (failed ? 'failed' : 'allowed');
  const end = (one: Walk): Verdict => (one.faults.length > 0 ? 'blocked' : passed);
  const verdict = end(chosen);
  if (other !== null && end(other) !== verdict) {
    const withCredentials = chosen.credentials ? chosen : other;
    const without = chosen.credentials ? other : chosen;
    return {
      verdict: 'undecided',
      certainty: 'depends',
      cause: withCredentials.faults[0] ?? without.faults[0] ?? null,
      lookalike: stopped?.lookalike ?? null,
      faults: withCredentials.faults,
      checks: withCredentials.checks,
      readings: { withCredentials: end(withCredentials), without: end(without) },
    };
  }
  if (verdict === 'blocked') return blocked(chosen, other, 'derived');
  if (stopped !== null) return stopped;
  if (verdict === 'failed') return { verdict, certainty: 'observed', lookalike: lookalikeOf(call, ending) };
  return { verdict, certainty: 'derived' };
}
