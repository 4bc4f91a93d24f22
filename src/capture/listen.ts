import type { WebRequest } from 'webextension-polyfill';
import { detectDialect } from './dialect.ts';
import type { NetworkEvent } from './event.ts';
import { type EventKind, normalise, type RawDetails } from './normalise.ts';

/** Whose requests are listened to. `workers`: also requests without a tab (shared and service workers). */
export type Scope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'tabs'; readonly tabIds: readonly number[]; readonly workers: boolean };

export interface Listening {
  /** Replaces what is listened to. New listeners are added a while before old ones go, so that nothing falls between. */
  rescope(scope: Scope): void;
}

/**
 * How long old listeners stay beside new ones after the browser is known to know these, in ms. Reality: what is on its
 * way to a listener of Firefox's extension process when that one is removed is lost, and a new one hears only of what
 * comes after the parent knows of it.
 */
const OVERLAP = 1_000;

/**
 * Reality: when one context of an extension removes a listener, Chromium 156 removes those of its other contexts that have
 * the same filter. A background that starts takes its own away after some seconds: a devtools page that listens without
 * a tab, for workers' calls, then heard nothing any more. So the two must not be the same, though they mean the same.
 */
const EVERYTHING = ['<all_urls>', '*://*/*'];

type Filter = { urls: string[]; tabId?: number };

/**
 * Adds webRequest listeners for all of `scope` at once, synchronously: call it in the first turn of the background
 * script, or events that wait for a restarted background are lost.
 *
 * Reality (measured in Chromium 156 and Firefox 153): a background that was stopped while only listeners with a `tabId`
 * filter existed, and that adds listeners without that filter when it starts again, gets every event that woke it.
 * Firefox gives each listener of one event a time of its own, so that repeats cannot be told by their time.
 *
 * @param answered asks the browser anything and resolves with its answer. Reality: Firefox's parent process takes what an
 * extension says in its order, but seconds late when a page makes 1,000 calls at once; what it answers to a question
 * asked after listeners were added comes when it knows them, behind all that it sent to the old ones alone.
 */
export function listen(
  webRequest: WebRequest.Static,
  first: Scope,
  receive: (event: NetworkEvent) => void,
  answered: () => Promise<unknown>,
): Listening {
  const dialect = detectDialect(webRequest);
  const listening = new Map<string, () => void>();
  const leaving = new Map<string, { stays: boolean }>();
  // While two sets of listeners overlap each request is heard by the first that told of it.
  const owners = new Map<string, string>();
  const hearFrom = (key: string) => (event: NetworkEvent) => {
    if (leaving.size > 0) {
      const owner = owners.get(event.requestId) ?? key;
      owners.set(event.requestId, owner);
      if (owner !== key) return;
    }
    receive(event);
  };
  const leave = (key: string, remove: () => void) => {
    if (leaving.has(key)) return;
    const departure = { stays: false };
    leaving.set(key, departure);
    const go = () => {
      if (departure.stays) return;
      remove();
      listening.delete(key);
      leaving.delete(key);
      for (const [request, owner] of owners) if (leaving.size === 0 || owner === key) owners.delete(request);
    };
    const later = () => setTimeout(go, OVERLAP);
    answered().then(later, later);
  };
  const rescope = (scope: Scope) => {
    const filters = filtersFor(scope, dialect.filtersTablessRequests);
    const wanted = new Set(filters.map(({ tabId }) => String(tabId)));
    for (const filter of filters) {
      const key = String(filter.tabId);
      const left = leaving.get(key);
      if (left) left.stays = true;
      leaving.delete(key);
      if (!listening.has(key)) listening.set(key, addAll(webRequest, dialect, filter, hearFrom(key)));
    }
    for (const [key, remove] of listening) if (!wanted.has(key)) leave(key, remove);
  };
  rescope(first);
  return { rescope };
}

function filtersFor(scope: Scope, filtersTablessRequests: boolean): Filter[] {
  const urls = ['<all_urls>'];
  if (scope.kind === 'everything') return [{ urls: EVERYTHING }];
  if (scope.tabIds.length === 0) return [];
  if (scope.workers && !filtersTablessRequests) return [{ urls }];
  const tabIds = scope.workers ? [...scope.tabIds, -1] : scope.tabIds;
  return tabIds.map((tabId) => ({ urls, tabId }));
}

function addAll(
  webRequest: WebRequest.Static,
  dialect: ReturnType<typeof detectDialect>,
  filter: Filter,
  receive: (event: NetworkEvent) => void,
): () => void {
  const hear = (kind: EventKind) => (details: object) => {
    receive(normalise(kind, details as RawDetails, dialect.browser));
    return undefined;
  };
  const start = hear('start');
  const send = hear('send');
  const headers = hear('headers');
  const redirect = hear('redirect');
  const response = hear('response');
  const complete = hear('complete');
  const error = hear('error');
  webRequest.onBeforeRequest.addListener(start, filter);
  webRequest.onSendHeaders.addListener(send, filter, dialect.sendOptions);
  webRequest.onHeadersReceived.addListener(headers, filter, dialect.headersOptions);
  webRequest.onBeforeRedirect.addListener(redirect, filter, dialect.responseOptions);
  webRequest.onResponseStarted.addListener(response, filter, dialect.responseOptions);
  webRequest.onCompleted.addListener(complete, filter);
  webRequest.onErrorOccurred.addListener(error, filter); // Reality: Firefox throws on a third argument
  return () => {
    webRequest.onBeforeRequest.removeListener(start);
    webRequest.onSendHeaders.removeListener(send);
    webRequest.onHeadersReceived.removeListener(headers);
    webRequest.onBeforeRedirect.removeListener(redirect);
    webRequest.onResponseStarted.removeListener(response);
    webRequest.onCompleted.removeListener(complete);
    webRequest.onErrorOccurred.removeListener(error);
  };
}
