import type { BrowserName, BrowserVerdict } from '../../scripts/browsers/browser.ts';
import type { ReportedExchange } from '../e2e/session.ts';
import type { AgreeCase, Answers } from './case.ts';
import type { Outcome, Seen } from './run.ts';
import type { Arrived } from './serve.ts';

/** One call of a case: what the page, the browser and the servers saw of it, and what the panel says. */
export interface SeenCall {
  readonly outcome: Outcome;
  readonly codes: readonly BrowserVerdict[];
  readonly arrived: readonly Arrived[];
  readonly shown: ReportedExchange | null;
}

export type Judgement =
  /** The panel says what happened, by the browser's own code. */
  | { readonly kind: 'agreed'; readonly verdict: string; readonly cause: string | null; readonly code: string | null }
  /** The panel says that it depends on credentials, which could not be seen; one of its readings is what happened. */
  | {
      readonly kind: 'undecided';
      readonly happened: string;
      readonly what: 'verdict' | 'cause' | 'code' | 'redirect mode';
    }
  /** Nothing of the call could be seen, and nothing is shown. */
  | { readonly kind: 'unseen'; readonly outcome: string }
  | { readonly kind: 'disagreed'; readonly why: readonly string[] };

/** Judges each call of a case. */
export function compare(seen: Seen, browser: BrowserName): readonly Judgement[] {
  return callsOf(seen).map((call) => judge(call, seen, browser));
}

/** Tells the calls of a case apart: they stand in the order in which they were made, each witness in its own list. */
export function callsOf({ case: one, outcomes, turned, arrived, own, shown }: Seen): readonly SeenCall[] {
  // Each refused call has one line in Chromium's log; a preflight that got no answer has another, of its own.
  const method = one.call.method.toUpperCase();
  const isMine = ({ code, method: of, canceled }: BrowserVerdict): boolean =>
    code !== null || (!canceled && method !== 'OPTIONS' && of?.toUpperCase() === method);
  const lines = own.filter(isMine);
  const rejected = outcomes.flatMap(({ outcome }, i) => (outcome === 'rejected' ? [i] : []));
  const waiting = [...shown];
  return outcomes.map((outcome, i) => {
    const before = turned !== null && i === 0;
    const mineArrived = arrived.filter((request) => request.before === before);
    const isVisible = shown.length === outcomes.length || leaves(one, mineArrived);
    const mine = (verdict: BrowserVerdict, order: number): boolean =>
      verdict.at === null ? rejected[order] === i : turned === null || verdict.at < turned === before;
    return {
      outcome,
      codes: outcome.outcome === 'rejected' ? lines.filter(mine) : [],
      arrived: mineArrived,
      shown: isVisible ? (waiting.shift() ?? null) : null,
    };
  });
}

/** Calls within one origin are none of ours. */
const leaves = (one: AgreeCase, arrived: readonly Arrived[]): boolean =>
  isOpaque(one.caller) || one.hops[0].target !== 'page' || crosses(one, arrived);

const crosses = (one: AgreeCase, arrived: readonly Arrived[]): boolean =>
  arrived.some(({ hop }) => one.hops[hop]?.target !== 'page') || (isOpaque(one.caller) && arrived.length > 0);

function judge(call: SeenCall, seen: Seen, browser: BrowserName): Judgement {
  const { case: one, outcomes, shown } = seen;
  const { outcome, arrived } = call;
  const why: string[] = [];
  if (outcome.outcome === 'timed out') return { kind: 'disagreed', why: ['the call never ended in the page'] };
  if (shown.length > outcomes.length) why.push(`${outcomes.length} calls were made, ${shown.length} are shown`);
  if (call.shown === null) {
    // Calls within one origin are none of ours, and what the page's own process refuses reaches nobody.
    return crosses(one, arrived) || why.length > 0
      ? { kind: 'disagreed', why: [...why, 'servers saw the call, the panel does not show it'] }
      : { kind: 'unseen', outcome: outcome.outcome };
  }
  const exchange = call.shown;
  why.push(...preflightDifferences(exchange, arrived));
  const truth = truthOf(call, browser);
  if (exchange.verdict === 'undecided') return undecided(call, exchange, truth, why, browser, one);
  const code = exchange.browserCode?.[browser] ?? null;
  if (exchange.cause === 'unexplained') why.push('unexplained');
  if (exchange.verdict === 'blocked' && code === null && truth.codes.length === 0 && isNameless(exchange, call, seen)) {
    return why.length > 0
      ? { kind: 'disagreed', why }
      : { kind: 'agreed', verdict: 'blocked', cause: exchange.cause, code: null };
  }
  // What the script's redirect mode makes of a target that may not be fetched at all cannot be seen.
  const isMode = exchange.cause === 'redirect-to-disabled-scheme' && one.call.redirect !== 'follow';
  if (isMode && truth.codes.length === 0 && outcome.outcome === 'rejected') {
    return { kind: 'undecided', happened: outcome.outcome, what: 'redirect mode' };
  }
  if (exchange.verdict === 'allowed' && isRefusedStatus(call, seen, browser)) {
    return { kind: 'undecided', happened: outcome.outcome, what: 'redirect mode' };
  }
  if (!truth.verdicts.includes(exchange.verdict)) {
    why.push(`verdict: ${exchange.verdict}, but the call was ${outcome.outcome}, code ${truth.codes.join(' ')}`);
  }
  const codes = (code ?? 'none').split(' or ');
  if (exchange.verdict === 'blocked' && !truth.codes.some((said) => codes.includes(said))) {
    if (why.length === 0 && isAmbiguous(exchange, truth, call, one, browser)) {
      return { kind: 'undecided', happened: truth.codes.join(' '), what: 'cause' };
    }
    why.push(`code: ${code} (${exchange.cause}), the browser says ${truth.codes.join(' ') || 'none'}`);
  } else if (exchange.verdict === 'blocked' && browser === 'chromium') {
    why.push(...parameterDifferences(exchange, call.codes));
  }
  why.push(...readableDifferences(exchange, outcome));
  if (why.length > 0) return { kind: 'disagreed', why };
  // Firefox hands several lines of a header over as one: which of its two codes it was cannot be seen.
  if (codes.length > 1) return { kind: 'undecided', happened: truth.codes.join(' '), what: 'code' };
  return { kind: 'agreed', verdict: exchange.verdict, cause: exchange.cause, code: truth.codes[0] ?? null };
}

const isOpaque = (caller: string): boolean => caller === 'sandbox' || caller === 'data';

interface Truth {
  /** More than one where the browser itself does not say which. */
  readonly verdicts: readonly string[];
  readonly codes: readonly string[];
}

function truthOf({ outcome: { outcome }, codes }: SeenCall, browser: BrowserName): Truth {
  if (outcome.startsWith('resolved opaque ')) return { verdicts: ['opaque'], codes: [] };
  if (outcome.startsWith('resolved')) return { verdicts: ['allowed'], codes: [] };
  const named = [...new Set(codes.flatMap(({ code }) => code ?? []))];
  // Firefox adds to each failed call that it did not succeed, whatever the reason was.
  const reasons = named.filter((code) => code !== 'CORSDidNotSucceed');
  const [reason] = reasons;
  if (reason !== undefined) return { verdicts: ['blocked'], codes: [reason] };
  if (browser === 'firefox') return { verdicts: named.length > 0 ? ['blocked', 'failed'] : ['failed'], codes: named };
  return { verdicts: named.length > 0 ? ['blocked'] : ['failed'], codes: named };
}

/**
 * A call may be called undecided only where nothing betrays its credentials mode, where its end does not show, and where
 * what happened is one of the two readings.
 */
function undecided(
  { arrived, outcome }: SeenCall,
  exchange: ReportedExchange,
  truth: Truth,
  already: readonly string[],
  browser: BrowserName,
  one: AgreeCase,
): Judgement {
  const why = [...already];
  if (browser === 'chromium' && one.call.redirect === 'follow') {
    why.push('undecided, though Chromium shows how calls end');
  }
  if (exchange.certainty !== 'depends') why.push(`undecided, yet ${exchange.certainty}`);
  if (betrays(one, arrived) && one.call.redirect === 'follow') {
    why.push('undecided, though cookie or Sec-Fetch-Storage-Access was sent');
  }
  const { readings } = exchange;
  const told = readings === null ? ['undecided'] : Object.values(readings);
  // A redirect that the script would not follow: failed, or an opaque redirect.
  const isUnfollowed = exchange.cause === 'redirect-refused' || told.includes('undecided');
  const happened = isUnfollowed && one.call.redirect !== 'follow' && truth.codes.length === 0;
  if (!happened && !told.some((reading) => truth.verdicts.includes(reading))) {
    why.push(`none of the readings (${told.join(', ')}) is what happened: ${outcome.outcome}`);
  }
  if (why.length > 0) return { kind: 'disagreed', why };
  const what = isUnfollowed ? 'redirect mode' : 'verdict';
  return { kind: 'undecided', happened: happened ? outcome.outcome : (truth.verdicts[0] ?? ''), what };
}

/** What was sent shows that credentials were included. To its own origin a page sends its cookies anyway. */
const betrays = (one: AgreeCase, arrived: readonly Arrived[]): boolean =>
  arrived.some(
    ({ hop, cookie, storageAccess }) =>
      storageAccess !== null || (cookie && (isOpaque(one.caller) || one.hops[hop]?.target !== 'page')),
  );

/**
 * Blocked either way, by different rules: the panel names both, each with its assumption. Right only where nothing betrays
 * the credentials mode, and the one that belongs to the call's own is the browser's.
 */
function isAmbiguous(
  { otherCause, credentials }: ReportedExchange,
  truth: Truth,
  call: SeenCall,
  one: AgreeCase,
  browser: BrowserName,
): boolean {
  if ((otherCause?.credentials === 'include') !== (one.call.credentials === 'include')) return false;
  const code = otherCause?.browserCode[browser] ?? null;
  return credentials.value === null && code !== null && truth.codes.includes(code) && !betrays(one, call.arrived);
}

/**
 * Causes for which the browser has no code of CORS although CORS demanded what failed; that they are right is seen from
 * what the servers did.
 */
function isNameless({ cause }: ReportedExchange, { arrived }: SeenCall, { case: one }: Seen): boolean {
  if (cause === 'preflight-unanswered') {
    return arrived.some((request) => request.preflight && isBroken(answersTo(one, request)?.preflight));
  }
  if (cause === 'preflight-redirect') {
    return arrived.some((request) => {
      const location = request.preflight ? locationOf(answersTo(one, request)?.preflight) : null;
      return location !== null && !URL.canParse(location, 'http://a.test');
    });
  }
  if (cause !== 'redirect-to-disabled-scheme') return false;
  return arrived.some((request) => {
    const location = request.preflight ? null : locationOf(answersTo(one, request)?.actual);
    return location !== null && /^(?!https?:)[a-z][a-z+.-]*:/i.test(location);
  });
}

/**
 * Firefox refuses a redirect's status for the sake of the script's redirect mode even where there is no Location. It looks
 * like any answer, and since no script that means to get one asks so, it is told as the answer that it is.
 */
function isRefusedStatus({ shown, outcome }: SeenCall, { case: one }: Seen, browser: BrowserName): boolean {
  const status = shown?.status ?? 0;
  const redirects = [301, 302, 303, 307, 308].includes(status);
  return browser === 'firefox' && redirects && one.call.redirect !== 'follow' && outcome.outcome !== 'timed out';
}

const answersTo = (one: AgreeCase, { before, hop }: Arrived): Answers | null =>
  (before && hop === 0 ? one.before : one.hops[hop]) ?? null;

type Given = Answers['preflight'] | undefined;
const isBroken = (answer: Given): boolean => typeof answer === 'string' || (answer !== undefined && 'raw' in answer);
const locationOf = (answer: Given): string | null =>
  typeof answer !== 'object' || 'raw' in answer
    ? null
    : (answer.headers?.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? null);

/** The preflight that the panel speaks of is the one that the servers got. */
function preflightDifferences({ preflight, hops }: ReportedExchange, arrived: readonly Arrived[]): readonly string[] {
  const asked = arrived.filter((request) => request.preflight);
  const why: string[] = [];
  if (preflight.sent && asked.length === 0) why.push('a preflight is shown that no server saw');
  if (!preflight.sent && asked.length > 0) why.push('servers saw a preflight that is not shown');
  const [first] = asked;
  if (first !== undefined && preflight.sent && hops.length === 1) {
    const shown = preflight.reasons.flatMap((reason) => (reason.startsWith('header:') ? [reason.slice(7)] : [])).sort();
    const wanted = [...first.askedHeaders].sort();
    if (shown.join() !== wanted.join()) {
      why.push(`unsafe headers: ${shown.join()} are shown, ${wanted.join()} were asked for`);
    }
  }
  return why;
}

/** What the script could read is what the panel says that it could. */
function readableDifferences(exchange: ReportedExchange, { visible }: Outcome): readonly string[] {
  const { readable, readableDepends, credentials } = exchange;
  if (readable === null || visible === null) return [];
  const joined = (names: readonly string[]): string => [...new Set(names)].sort().join();
  const seen = joined(visible);
  const shown = [
    joined(readable),
    ...(credentials.value === null ? [joined([...readable, ...(readableDepends ?? [])])] : []),
  ];
  return shown.includes(seen) ? [] : [`readable: ${shown.join(' or ')} are shown, the script saw ${seen}`];
}

/** Chromium names the value that it stumbled over: the panel must show the same. */
function parameterDifferences(exchange: ReportedExchange, codes: readonly BrowserVerdict[]): readonly string[] {
  const [said] = codes.filter(({ code }) => code === exchange.browserCode?.chromium);
  const fault = exchange.faults.find(({ code }) => code === exchange.cause);
  if (said === undefined || fault === undefined || said.detail === '') return [];
  const { detail } = said;
  const known = [fault.got, fault.want].flatMap((value) => (value === null ? [] : [value]));
  const names = known.flatMap((value) => [value, ...value.split(',').map((part) => part.trim())]);
  return names.some((name) => isomorphic(name) === detail || name === detail)
    ? []
    : [`parameter: the browser names ${JSON.stringify(detail)}, shown are ${JSON.stringify(known)}`];
}

/** Bytes of a header value as DevTools shows them: UTF-8 where they are that. */
const isomorphic = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');
