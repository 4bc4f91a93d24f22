import type { RootHintCode } from '../diagnosis/codes.ts';
import type { Diagnosis, RootHint, Verdict } from '../diagnosis/diagnosis.ts';
import { headerValue } from '../exchange/cross-origin.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { faultWords } from './causes.ts';
import { lookalikeWords } from './lookalikes.ts';
import { code, shown } from './quote.ts';
import { rootLead } from './roots.ts';
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

const theCall = (exchange: Exchange): string => {
  const [first] = exchange.hops;
  return `The ${shown(first.method)} to ${code(first.url)}`;
};

function blocked(exchange: Exchange, diagnosis: Diagnosis): string {
  if (diagnosis.cause === null) return `${theCall(exchange)} was blocked by the browser.`;
  const told = faultWords(diagnosis.cause, diagnosis, exchange);
  const root = messengerRoot(diagnosis);
  return root === null ? told : `${rootLead(root)} ${told}`;
}

const OUTCOMES: Readonly<Record<Verdict, string>> = {
  allowed: 'it is allowed',
  blocked: 'it is blocked by CORS',
  failed: 'it failed for another reason than CORS',
  opaque: 'the script gets an answer that it cannot read, as it asked',
  pending: 'it is still under way',
  undecided: 'it cannot be said',
};

function undecided(exchange: Exchange, diagnosis: Diagnosis): string {
  const call = theCall(exchange);
  const { readings, cause } = diagnosis;
  if (readings === null) {
    const why = cause === null ? '' : ` If it was, then for this reason: ${faultWords(cause, diagnosis, exchange)}`;
    return `It cannot be seen whether ${lower(call)} was blocked.${why} The console of the page says which; reload the page with DevTools open to record it whole.`;
  }
  const reason = cause === null ? '' : ` The reason would be this: ${faultWords(cause, diagnosis, exchange)}`;
  return `How ${lower(call)} went depends on something that cannot be seen: whether it included credentials (cookies). If it did, ${OUTCOMES[readings.withCredentials]}; if it did not, ${OUTCOMES[readings.without]}.${reason} To decide it, look at the call in the page’s code (\`credentials: "include"\` or \`withCredentials\`), or at the page’s console.`;
}

function allowed(exchange: Exchange, diagnosis: Diagnosis): string {
  const last = exchange.hops.at(-1);
  const response = last?.response ?? null;
  const server = serverAt(last?.url);
  if (diagnosis.mode.value === 'websocket') return `${server} was reached by WebSocket, which is not subject to CORS.`;
  if (diagnosis.mode.value === 'navigate') return `${theCall(exchange)} is a navigation, which is not subject to CORS.`;
  const status = response === null ? '' : ` (status ${response.status})`;
  const allow = response === null ? null : headerValue(response.headers, 'access-control-allow-origin');
  const by = allow === null ? '' : `: it sent ${code(`Access-Control-Allow-Origin: ${allow}`)}`;
  const redirected =
    exchange.hops.length > 1
      ? ` after ${exchange.hops.length === 2 ? 'a redirect' : `${exchange.hops.length - 1} redirects`}`
      : '';
  return `${server} lets the page read its answer to the ${shown(last?.method ?? 'call')}${status}${redirected}${by}. ${preflightWords(diagnosis)}${readWords(response?.status)}`;
}

function preflightWords({ preflight }: Diagnosis): string {
  if (preflight.sent) return 'The preflight (OPTIONS) passed too.';
  if (preflight.absentBecause === 'cached')
    return 'No preflight was sent: an earlier answer to it was still in the cache.';
  if (preflight.absentBecause === 'simple') return 'No preflight was needed.';
  return 'No preflight was seen.';
}

const readWords = (status: number | undefined): string =>
  status !== undefined && status >= 400 ? ' The error status is the server’s own and has nothing to do with CORS.' : '';

function pending(exchange: Exchange): string {
  const last = exchange.hops.at(-1);
  const waiting =
    last?.response != null
      ? 'the rest of the answer'
      : last?.preflight && last.preflight.response === null
        ? 'the answer to the preflight (OPTIONS)'
        : 'the answer';
  return `${theCall(exchange)} is still under way: the browser waits for ${waiting}.`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The one plain sentence at the head of the detail view: who sent what, which rule failed, whose turn it is. */
export function sentence(exchange: Exchange, diagnosis: Diagnosis): string {
  switch (diagnosis.verdict) {
    case 'blocked':
      return blocked(exchange, diagnosis);
    case 'failed':
      return diagnosis.lookalike === null
        ? `${theCall(exchange)} failed, and CORS is not the reason.`
        : lookalikeWords(theCall(exchange), diagnosis.lookalike);
    case 'undecided':
      return undecided(exchange, diagnosis);
    case 'allowed':
      return allowed(exchange, diagnosis);
    case 'opaque':
      return `${theCall(exchange)} was made in no-cors mode: it was sent and answered, but the script may read neither status nor body, as it asked. If the script needs to read it, the call must be made in cors mode and the server must allow the page’s origin.`;
    case 'pending':
      return pending(exchange);
  }
}
