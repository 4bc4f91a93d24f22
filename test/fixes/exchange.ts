import { isRedirectStatus } from '../../src/cors/redirect.ts';
import type { BrowserName, Exchange, Hop, Preflight, RecordedResponse } from '../../src/exchange/exchange.ts';
import { type AgreeCase, casePath, placeOf } from '../agree/case.ts';
import { isPreflight } from '../lab/answers.ts';
import type { RawRequest } from '../lab/raw-http.ts';
import type { Answer, Broken, Origins } from '../lab/scenario.ts';

/** Every request of one case that reached a server, in order. */
export type Arrivals = readonly RawRequest[];

const AT = Date.UTC(2026, 10, 25);

/**
 * The exchange of a case, from what its servers really received and sent, and from whether the page got the answer.
 * Null when a server gave no answer that could be read: that is no matter of CORS.
 */
export function exchangeOf(
  one: AgreeCase,
  arrivals: Arrivals,
  succeeded: boolean,
  origins: Origins,
  browser: BrowserName,
): Exchange | null {
  const initiator = one.caller === 'page' || one.caller === 'worker' ? origins.page : 'null';
  const hops: Hop[] = [];
  for (const [index, { target, preflight, actual }] of one.hops.entries()) {
    const here = arrivals.filter(({ path }) => placeOf(path)?.hop === index);
    const asked = here.find(isPreflight);
    const [sent, again] = here.filter((request) => !isPreflight(request));
    if (again !== undefined) return null; // a redirect that leads to itself
    if (asked === undefined && sent === undefined) break;
    if (asked !== undefined && !isReadable(preflight)) return null;
    if (sent !== undefined && (!isReadable(actual) || leadsNowhere(actual))) return null;
    const goesOn = arrivals.some(({ path }) => (placeOf(path)?.hop ?? -1) > index);
    hops.push({
      url: origins[target] + casePath(one, index),
      method: sent?.method ?? asked?.header('access-control-request-method') ?? one.call.method,
      startedAt: AT,
      requestHeaders: sent?.headers ?? null,
      preflight: asked === undefined ? null : preflightOf(asked, preflight, sent !== undefined, origins),
      response: sent === undefined || !isReadable(actual) ? null : responseTo(sent, actual, origins),
      redirected: goesOn,
      delivered: succeeded && !goesOn,
    });
  }
  const [first, ...rest] = hops;
  if (first === undefined) return null;
  return {
    id: `${one.seed}/${one.index}`,
    revision: 1,
    browser,
    tabId: 1,
    frameId: 0,
    attribution: 'tab',
    documentId: null,
    initiator,
    pageUrl: `${origins.page}/`,
    type: 'xmlhttprequest',
    startedAt: AT,
    hops: [first, ...rest],
    end: succeeded ? { kind: 'completed', at: AT } : { kind: 'failed', at: AT, error: 'blocked', failure: 'blocked' },
    partial: false,
    evidence: { mode: one.call.mode, credentials: one.call.credentials },
  };
}

const isReadable = (answer: Answer | Broken): answer is Answer => typeof answer !== 'string' && !('raw' in answer);

/** A redirect to what is no URL fails by itself, in words of the browser's that do not reach this proof. */
const leadsNowhere = ({ status = 200, headers = [] }: Answer): boolean =>
  isRedirectStatus(status) &&
  headers.some(([name, value]) => name.toLowerCase() === 'location' && value === 'http://[');

function preflightOf(asked: RawRequest, answer: Answer | Broken, passed: boolean, origins: Origins): Preflight {
  return {
    requestId: 'preflight',
    requestHeaders: asked.headers,
    response: isReadable(answer) ? responseTo(asked, answer, origins) : null,
    end: passed ? { kind: 'completed', at: AT } : { kind: 'failed', at: AT, error: 'blocked', failure: 'blocked' },
    startedAt: AT,
    pairedBy: 'only-candidate',
  };
}

/** What the lab makes of an answer: its tokens filled in, white space around values gone as browsers take it away. */
function responseTo(request: RawRequest, { status = 200, headers = [] }: Answer, origins: Origins): RecordedResponse {
  const tokens = new Map<string, string>([
    ...Object.entries(origins),
    ...Object.entries(origins).map(([name, origin]) => [`${name}.port`, new URL(origin).port] as const),
    ['asked', request.header('origin') ?? ''],
  ]);
  const fill = (text: string): string => text.replace(/\{([a-z.]+)\}/g, (whole, name) => tokens.get(name) ?? whole);
  return {
    status,
    headers: headers.map(([name, value]) => [name, fill(value).replace(/^[\t ]+|[\t ]+$/g, '')] as const),
    seenByPage: null,
    fromCache: false,
  };
}
