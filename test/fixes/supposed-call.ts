import { isCorsSafelistedMethod } from '../../src/cors/method.ts';
import { corsUnsafeRequestHeaderNames } from '../../src/cors/request-headers.ts';
import { supposedFaults } from '../../src/diagnosis/supposed-faults.ts';
import type { Exchange } from '../../src/exchange/exchange.ts';
import { type AgreeCase, casePath } from '../agree/case.ts';
import type { RawRequest } from '../lab/raw-http.ts';
import type { Header, Origins } from '../lab/scenario.ts';
import { exchangeOf } from './exchange.ts';
import { fixCase } from './tally.ts';

const ORIGINS: Origins = {
  page: 'http://localhost:1001',
  api: 'http://localhost:1002',
  other: 'http://localhost:1003',
  remote: 'http://127.0.0.1:1004',
  dead: 'http://localhost:1005',
};

/** What the generator makes of names that the browser leaves out. */
const FORBIDDEN = /^(?:cookie|origin|dnt|sec-.*|proxy-.*)$/i;

/**
 * The first request of a generated case as an exchange, without a browser: what it would send is taken from the standard,
 * and where the preflight does not pass the call itself is not sent. Null for a call within one origin.
 */
export function supposedCall(seed: number, index: number): Exchange | null {
  const made = fixCase(seed, index);
  const one: AgreeCase = { ...made, hops: [made.hops[0]] };
  if (one.hops[0].target === 'page' && one.caller !== 'sandbox' && one.caller !== 'data') return null;
  const origin = one.caller === 'sandbox' || one.caller === 'data' ? 'null' : ORIGINS.page;
  const { method: given, headers } = one.call;
  const method = /^(?:delete|get|head|options|post|put)$/i.test(given) ? given.toUpperCase() : given;
  const own = headers.filter(([name]) => !FORBIDDEN.test(name));
  const set = [...new Map(own.map((header) => [header[0].toLowerCase(), header])).values()];
  const unsafe = corsUnsafeRequestHeaderNames(set);
  const sent = request(method, one, [['Origin', origin], ...set]);
  const asked = request('OPTIONS', one, [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
    ...(unsafe.length === 0 ? [] : [['Access-Control-Request-Headers', unsafe.join(',')] as const]),
  ]);
  const needsPreflight = !isCorsSafelistedMethod(method) || unsafe.length > 0 || one.call.upload;
  const credentials = one.call.credentials === 'include';
  const exchange = (arrivals: readonly RawRequest[], succeeded: boolean) =>
    exchangeOf(one, arrivals, succeeded, ORIGINS, 'chromium');
  const whole = exchange(needsPreflight ? [asked, sent] : [sent], false);
  if (whole === null) return null;
  const [fault] = supposedFaults(whole, credentials);
  if (fault === undefined) return exchange(needsPreflight ? [asked, sent] : [sent], true);
  return fault.phase === 'preflight' ? exchange([asked], false) : whole;
}

function request(method: string, one: AgreeCase, headers: readonly Header[]): RawRequest {
  const path = casePath(one, 0);
  return {
    method,
    target: path,
    path,
    headers,
    header: (name) => headers.find(([given]) => given.toLowerCase() === name)?.[1] ?? null,
  };
}
