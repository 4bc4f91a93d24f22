import { getHeader, listItems } from '../cors/get-header.ts';
import type { Header, HeaderList } from '../cors/header-list.ts';
import { taintsOrigin } from '../cors/origin.ts';
import { isRedirect, locationUrl } from '../cors/redirect.ts';
import type { Evidence, Exchange, Hop, Preflight, RecordedResponse } from '../exchange/exchange.ts';
import { type Edit, isStatus } from './edit.ts';

/** What the proof takes as given about the call. */
export interface Given {
  readonly mode: Evidence['mode'] | null;
  readonly credentials: boolean;
  /** The origin of the request, for a redirect's target that was never called. */
  readonly origin: string | null;
}

/** An answer of which nothing was seen: it carries what the edits put there, and no more. */
const unseen = (status: number): RecordedResponse => ({ status, headers: [], seenByPage: null, fromCache: false });

/**
 * The exchange as it would have gone with these edits: answers that were never seen are there, without headers of their
 * own; the endings are those that the recording browser gives to a call that succeeded. Whether it succeeds is for the
 * engine to say.
 */
export function applyFix(exchange: Exchange, edits: readonly Edit[], given: Given): Exchange {
  const last = exchange.hops.length - 1;
  const hops = exchange.hops.map((hop, index) => {
    const of = (response: Edit['response']) => edits.filter((edit) => edit.hop === index && edit.response === response);
    return editedHop(hop, index === last, of('preflight'), of('actual'), exchange);
  });
  const target = unseenTarget(hops.at(-1), given);
  const [first = exchange.hops[0], ...rest] = target === null ? hops : [...hops, target];
  const at = exchange.end?.at ?? exchange.startedAt;
  return {
    ...exchange,
    hops: [first, ...rest],
    end: { kind: 'completed', at },
    evidence: {
      ...exchange.evidence,
      credentials: given.credentials ? 'include' : (notIncluded(exchange) ?? 'same-origin'),
      ...(given.mode === null || given.mode === undefined ? {} : { mode: given.mode }),
    },
  };
}

const notIncluded = ({ evidence }: Exchange) => (evidence.credentials === 'omit' ? evidence.credentials : null);

function editedHop(
  hop: Hop,
  isLast: boolean,
  onPreflight: readonly Edit[],
  onActual: readonly Edit[],
  exchange: Exchange,
): Hop {
  const response = edited(hop.response ?? unseen(200), onActual);
  const redirected = hop.redirected || (isLast && isRedirect(response.status, response.headers, exchange.browser));
  return {
    ...hop,
    requestHeaders: hop.requestHeaders ?? announced(hop.preflight, exchange),
    preflight: hop.preflight === null ? null : editedPreflight(hop.preflight, onPreflight),
    response,
    redirected,
    delivered: isLast && !redirected,
  };
}

function editedPreflight(preflight: Preflight, edits: readonly Edit[]): Preflight {
  return {
    ...preflight,
    response: edited(preflight.response ?? unseen(204), edits),
    end: { kind: 'completed', at: preflight.end?.at ?? preflight.startedAt },
  };
}

function edited(response: RecordedResponse, edits: readonly Edit[]): RecordedResponse {
  let { status, headers } = response;
  for (const edit of edits) {
    if (isStatus(edit)) status = edit.status;
    else {
      const name = edit.header.toLowerCase();
      const others = headers.filter((header) => header[0].toLowerCase() !== name);
      headers = edit.operation === 'remove' ? others : [...others, [edit.header, edit.value]];
    }
  }
  return { ...response, status, headers, seenByPage: null };
}

/** The request that a preflight announced. Values are not announced; names and method are what the steps look at. */
export function announced(preflight: Preflight | null, exchange: Exchange): HeaderList | null {
  const asked = preflight?.requestHeaders ?? null;
  if (asked === null) return exchange.initiator === null ? null : [['Origin', exchange.initiator]];
  const names = headerNames(getHeader(asked, 'access-control-request-headers'));
  return [
    ...asked.filter(([name]) => /^(?:origin|sec-fetch-.*)$/i.test(name)),
    ...names.map((name): Header => [name, name === 'content-type' ? 'application/json' : '1']),
  ];
}

/** The names in a comma-separated list, in lower case. */
export const headerNames = (list: string | null): readonly string[] =>
  listItems(list ?? '').map((name) => name.toLowerCase());

/** Where a redirect of this hop leads; null for none, or for a URL that cannot be read. */
export const redirectTarget = ({ response, url }: Hop): string | null =>
  response === null ? null : locationUrl(response.headers, url);

/** After a redirect from one foreign origin to another the origin is `null`. https://fetch.spec.whatwg.org/#concept-request-tainted-origin */
export const originAfter = ({ url }: Hop, target: string, origin: string): string =>
  taintsOrigin(origin, url, target) ? 'null' : origin;

/** The target of a redirect that the browser did not follow, taken to allow the call. */
function unseenTarget(hop: Hop | undefined, { credentials, origin }: Given): Hop | null {
  if (!hop?.redirected) return null;
  const url = redirectTarget(hop);
  if (url === null) return null;
  const asked = origin === null ? null : originAfter(hop, url, origin);
  const allow: HeaderList = [
    ['Access-Control-Allow-Origin', credentials ? (asked ?? '*') : '*'],
    ...(credentials ? [['Access-Control-Allow-Credentials', 'true'] as const] : []),
  ];
  const withOrigin = (headers: HeaderList | null): HeaderList | null =>
    headers?.map(
      ([name, value]): Header => (name.toLowerCase() === 'origin' && asked ? [name, asked] : [name, value]),
    ) ?? null;
  const names = headerNames(getHeader(hop.preflight?.requestHeaders ?? [], 'access-control-request-headers'));
  return {
    ...hop,
    url,
    requestHeaders: withOrigin(hop.requestHeaders),
    preflight:
      hop.preflight === null
        ? null
        : {
            ...hop.preflight,
            requestHeaders: withOrigin(hop.preflight.requestHeaders),
            response: {
              ...unseen(204),
              headers: [
                ...allow,
                ['Access-Control-Allow-Methods', hop.method],
                ...(names.length === 0 ? [] : [['Access-Control-Allow-Headers', names.join(', ')] as const]),
              ],
            },
          },
    response: { ...unseen(200), headers: allow },
    redirected: false,
    delivered: true,
  };
}
