import { refusedUnsent } from '../cors/main-fetch.ts';
import type {
  BrowserName,
  CredentialsMode,
  Evidence,
  Exchange,
  PageOutcome,
  RequestMode,
} from '../exchange/exchange.ts';
import { newHop } from '../exchange/live.ts';
import { listOf, numberOf, oneOf, textOf, urlOf } from './hostile.ts';
import type { Sighting } from './match.ts';
import { NO_WITNESS } from './page-script.ts';
import type { ExchangeCandidate } from './resource-timing.ts';
import { readStack } from './stack.ts';

/** One call as the page witness tells it, validated. */
export interface PageCall extends Sighting<ExchangeCandidate> {
  /** The same for all that is told of this call. */
  readonly id: string;
  readonly method: string;
  readonly top: boolean;
  readonly evidence: Evidence & { readonly page: NonNullable<Evidence['page']> };
}

/** What one document's witness answered, validated. */
export interface PageAnswer {
  /** Whether the witness stands in the page; null when the page could not be asked. */
  readonly present: boolean | null;
  /** The document that answered, and its last ticket. */
  readonly document: string;
  readonly ticket: number;
  readonly calls: readonly PageCall[];
}

const CALLS = 400;
const METHOD_LIMIT = 200;
const ORIGIN_LIMIT = 500;
const MODES = ['cors', 'no-cors', 'same-origin', 'navigate'] as const satisfies readonly RequestMode[];
const CREDENTIALS = ['include', 'same-origin', 'omit'] as const satisfies readonly CredentialsMode[];

/** What the page's witness answered. Whatever a page made of it: calls that are not well formed are left out. */
export function readPageAnswer(answer: unknown): PageAnswer {
  const [document, ticket, told] = listOf(answer, 3);
  return {
    present: answer === NO_WITNESS ? false : Array.isArray(answer) ? true : null,
    document: textOf(document, 60) ?? '',
    ticket: numberOf(ticket) ?? 0,
    calls: listOf(told, CALLS).flatMap(readCall),
  };
}

function readCall(told: unknown): readonly PageCall[] {
  const row = listOf(told, 15);
  const top = row[14] === true;
  const order = numberOf(row[0]);
  const api = oneOf(row[1], ['fetch', 'xhr'] as const);
  const method = textOf(row[2], METHOD_LIMIT);
  const url = urlOf(row[3]);
  const mode = oneOf(row[4], MODES);
  const credentials = oneOf(row[5], CREDENTIALS);
  const redirect = oneOf(row[6], ['follow', 'error', 'manual'] as const);
  const startedAt = numberOf(row[7]);
  const stack = textOf(row[11], 4_000);
  const origin = textOf(row[12], ORIGIN_LIMIT);
  const document = textOf(row[13], 60);
  if (order === null || api === null || method === null || url === null || redirect === null) return [];
  if (startedAt === null || origin === null || document === null) return [];
  const callSite = stack === null ? [] : readStack(stack);
  const evidence: PageCall['evidence'] = {
    ...(mode === null ? {} : { mode }),
    ...(credentials === null ? {} : { credentials }),
    ...(callSite.length === 0 ? {} : { callSite }),
    resourceKind: api,
    page: {
      api,
      redirect,
      origin,
      matchedBy: null,
      outcome: outcomeOf(row[8], row[9]),
      refusedByPolicy: row[10] === 'connect-src' ? 'connect-src' : null,
    },
  };
  const id = `page:${document}:${order}`;
  return [{ id, url, method, startedAt, order, top, evidence, fits: fitsFrame(top), says: id }];
}

function outcomeOf(told: unknown, status: unknown): PageOutcome | null {
  switch (told) {
    case 'answered':
    case 'load':
      return { kind: 'answered', status: numberOf(status) ?? 0 };
    case 'error':
      return { kind: 'error' };
    case 'abort':
      return { kind: 'aborted' };
    case 'timeout':
      return { kind: 'timed-out' };
    default:
      return null;
  }
}

/** Calls that the page's service worker passes on are made by the worker, which has no frame. */
const fitsFrame =
  (top: boolean) =>
  ({ exchange }: ExchangeCandidate): boolean =>
    exchange.type === 'xmlhttprequest' && (exchange.attribution === 'origin' || (exchange.frameId === 0) === top);

/** Schemes that a fetch answers without the network: no question of CORS. */
const LOCAL = /^(?:data|blob|about|chrome-extension|moz-extension):/i;

/** Whether the browser refuses such a call before it sends anything, so that no request is to be waited for. */
export function isRefusedForSure({ url, evidence: { page, mode } }: PageCall): boolean {
  if (LOCAL.test(url)) return false;
  if (page.refusedByPolicy !== null) return isForeign(url, page.origin);
  // What Chromium would send is not sure to be refused, whichever browser this is.
  return (
    mode !== undefined &&
    refusedUnsent({ url, origin: page.origin, mode, redirect: page.redirect }, 'chromium') !== null
  );
}

/** Whether a call has ended though the browser sent no request for it. Others may just be waiting for a service worker. */
export const isNeverSent = ({ url, evidence: { page } }: PageCall): boolean =>
  page.outcome !== null && !LOCAL.test(url) && isForeign(url, page.origin);

const isForeign = (url: string, origin: string): boolean => !URL.canParse(url) || new URL(url).origin !== origin;

/** Where a call was made that only the page tells of. */
export interface OwnExchangeContext {
  readonly browser: BrowserName;
  readonly tabId: number;
  readonly pageUrl: string | null;
}

/** The exchange of a call for which the browser sent no request. */
export function exchangeOfPageCall(call: PageCall, context: OwnExchangeContext, revision: number): Exchange {
  return {
    ...context,
    id: call.id,
    revision,
    frameId: call.top ? 0 : -1,
    attribution: 'tab',
    documentId: null,
    initiator: call.evidence.page.origin,
    type: 'xmlhttprequest',
    startedAt: call.startedAt,
    hops: [newHop(call.url, call.method, call.startedAt)],
    end: { kind: 'failed', at: call.startedAt, error: '', failure: 'other' },
    partial: false,
    evidence: call.evidence,
    toldBy: 'page-witness',
  };
}
