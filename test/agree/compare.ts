import type { BrowserName, BrowserVerdict } from '../../scripts/browsers/browser.ts';
import type { ReportedExchange } from '../e2e/session.ts';
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
  | { readonly kind: 'undecided'; readonly happened: string; readonly what: 'verdict' | 'cause' }
  /** Nothing of the call could be seen, and nothing is shown. */
  | { readonly kind: 'unseen'; readonly outcome: string }
  | { readonly kind: 'disagreed'; readonly why: readonly string[] };

/** Judges each call of a case. */
export function compare(seen: Seen, browser: BrowserName): readonly Judgement[] {
  return callsOf(seen).map((call) => judge(call, seen, browser));
}

/** Tells the calls of a case apart: they stand in the order in which they were made, each witness in its own list. */
export function callsOf({ outcomes, turned, arrived, own, shown }: Seen): readonly SeenCall[] {
  const coded = own.filter(({ code }) => code !== null);
  const rejected = outcomes.flatMap(({ outcome }, i) => (outcome === 'rejected' ? [i] : []));
  return outcomes.map((outcome, i) => {
    const before = turned !== null && i === 0;
    const mine = (verdict: BrowserVerdict, order: number): boolean =>
      verdict.at === null ? rejected[order] === i : turned === null || verdict.at < turned === before;
    return {
      outcome,
      codes: outcome.outcome === 'rejected' ? coded.filter(mine) : [],
      arrived: arrived.filter((request) => request.before === before),
      shown: shown[i] ?? null,
    };
  });
}

function judge(call: SeenCall, { case: one, outcomes, shown }: Seen, browser: BrowserName): Judgement {
  const { outcome, arrived } = call;
  const why: string[] = [];
  if (outcome.outcome === 'timed out') return { kind: 'disagreed', why: ['the call never ended in the page'] };
  if (shown.length > outcomes.length) why.push(`${outcomes.length} calls were made, ${shown.length} are shown`);
  if (call.shown === null) {
    // Calls within one origin are none of ours, and what the page's own process refuses reaches nobody.
    const crossed =
      arrived.some(({ hop }) => one.hops[hop]?.target !== 'page') || (isOpaque(one.caller) && arrived.length > 0);
    return crossed || why.length > 0
      ? { kind: 'disagreed', why: [...why, 'servers saw the call, the panel does not show it'] }
      : { kind: 'unseen', outcome: outcome.outcome };
  }
  const exchange = call.shown;
  why.push(...preflightDifferences(exchange, arrived));
  const truth = truthOf(call, browser);
  if (exchange.verdict === 'undecided') return undecided(call, exchange, truth, why, browser);
  if (!truth.verdicts.includes(exchange.verdict)) {
    why.push(`verdict: ${exchange.verdict}, but the call was ${outcome.outcome}, code ${truth.codes.join(' ')}`);
  }
  if (exchange.cause === 'unexplained') why.push('unexplained');
  const code = exchange.browserCode?.[browser] ?? null;
  if (exchange.verdict === 'blocked' && !truth.codes.includes(code ?? 'none')) {
    if (isAmbiguous(exchange, truth, browser) && why.length === 0) {
      return { kind: 'undecided', happened: truth.codes.join(' '), what: 'cause' };
    }
    why.push(`code: ${code} (${exchange.cause}), the browser says ${truth.codes.join(' ') || 'none'}`);
  } else if (exchange.verdict === 'blocked' && browser === 'chromium') {
    why.push(...parameterDifferences(exchange, call.codes));
  }
  why.push(...readableDifferences(exchange, outcome));
  if (why.length > 0) return { kind: 'disagreed', why };
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
  if (reasons.length > 0) return { verdicts: ['blocked'], codes: reasons };
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
): Judgement {
  const why = [...already];
  if (browser === 'chromium') why.push('undecided, though Chromium shows how calls end');
  if (exchange.certainty !== 'depends') why.push(`undecided, yet ${exchange.certainty}`);
  const betrayed = arrived.filter(({ cookie, storageAccess }) => cookie || storageAccess !== null);
  if (betrayed.length > 0) why.push('undecided, though cookie or Sec-Fetch-Storage-Access was sent');
  const { readings } = exchange;
  if (readings === null) why.push('undecided without readings');
  else if (!Object.values(readings).some((reading) => truth.verdicts.includes(reading))) {
    why.push(`neither reading (${readings.include}, ${readings['same-origin']}) is what happened: ${outcome.outcome}`);
  }
  if (why.length > 0) return { kind: 'disagreed', why };
  return { kind: 'undecided', happened: truth.verdicts[0] ?? '', what: 'verdict' };
}

/** Blocked either way, by different rules: with credentials by the one, without by the other. */
function isAmbiguous(exchange: ReportedExchange, truth: Truth, _browser: BrowserName): boolean {
  return exchange.certainty === 'depends' && truth.codes.length > 0;
}

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
function readableDifferences({ readable }: ReportedExchange, { visible }: Outcome): readonly string[] {
  if (readable === null || visible === null) return [];
  const shown = [...new Set(readable.map((name) => name.toLowerCase()))].sort().join();
  const seen = [...new Set(visible)].sort().join();
  return shown === seen ? [] : [`readable: ${shown} are shown, the script saw ${seen}`];
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
