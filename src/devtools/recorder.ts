import type { NetworkEvent } from '../capture/event.ts';
import type { RecorderScope } from '../capture/scope.ts';
import { type Assembly, createAssembly } from '../exchange/assembly.ts';
import { headerValue } from '../exchange/cross-origin.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { BrowserInfo, FromPanel, Navigation, ToPanel, ToRecorder, Trouble } from '../link/messages.ts';
import type { PageFacts } from './page-probe.ts';
import { createStore, type StoreChange } from './store.ts';
import type { TrialKeeper } from './trial-keeper.ts';

export interface RecorderOptions {
  /** The browser, as far as the devtools page can tell by itself; the background's welcome replaces it. */
  readonly browser: BrowserInfo;
  readonly askPage: () => Promise<PageFacts>;
  readonly toPanel: (message: ToPanel) => void;
  readonly rescope: (scope: RecorderScope) => void;
  readonly trial: TrialKeeper;
  readonly reload: () => void;
  readonly now: () => number;
  /** Runs `then` once after `ms`. */
  readonly later: (ms: number, then: () => void) => void;
  readonly limit?: number;
}

export interface Recorder {
  fromBackground(message: ToRecorder): void;
  fromPanel(message: FromPanel): void;
  /** The tab shows another page. Navigations with a request were already seen; this adds those without one. */
  navigated(url: string): void;
  trouble(trouble: Trouble | null): void;
  /** Looks again who controls the page. */
  refresh(): void;
  /** What the background is to be asked for now. */
  scope(): RecorderScope;
}

/** Changes reach the panel in batches, at most one in so many ms. */
const BATCH = 16;

/** The durable store of one tab's recording, and what connects it with the background and the panel. */
export function createRecorder(options: RecorderOptions): Recorder {
  const store = createStore(options.limit);
  const assembly: Assembly = createAssembly(options.browser.name);
  let { browser } = options;
  let page: PageFacts | null = null;
  let recording = true;
  let keep = false;
  let troubles: { readonly connection: Trouble | null; readonly permission: Trouble | null } = {
    connection: null,
    permission: null,
  };
  let sharedWorkers = false;
  let scope: RecorderScope = { workerOrigins: [], listening: true };
  let watched = false;
  let starting: { requestId: string; time: number } | null = null;

  const pending = new Map<string, StoreChange['changed'][number]>();
  const pendingRemoved = new Set<string>();
  let flushing = false;

  const tell = (message: ToPanel) => {
    if (watched) options.toPanel(message);
  };
  const trouble = () => troubles.connection ?? troubles.permission;
  const tellStatus = () => tell({ kind: 'status', recording, keep, trouble: trouble() });

  const queue = ({ changed, removed }: StoreChange) => {
    for (const exchange of changed) pending.set(exchange.id, exchange);
    for (const id of removed) {
      pending.delete(id);
      pendingRemoved.add(id);
    }
    if (flushing || (pending.size === 0 && pendingRemoved.size === 0)) return;
    flushing = true;
    options.later(BATCH, flush);
  };

  const flush = () => {
    flushing = false;
    if (pending.size === 0 && pendingRemoved.size === 0) return;
    tell({ kind: 'changed', changed: [...pending.values()], removed: [...pendingRemoved], dropped: store.dropped() });
    pending.clear();
    pendingRemoved.clear();
  };

  const underTrial = (exchange: Exchange): Exchange =>
    options.trial.marks(exchange) ? { ...exchange, evidence: { ...exchange.evidence, underTrial: true } } : exchange;

  const navigate = (navigation: Navigation) => {
    options.trial.shows(navigation.url);
    queue(store.navigate(navigation, keep));
    flush();
    tell({ kind: 'navigated', navigation, cleared: !keep });
    sharedWorkers = false;
    refresh();
    options.later(2_000, refresh); // by then a service worker that claims the page has done so
  };

  const rescope = () => {
    const workers = browser.name === 'firefox' || sharedWorkers || page?.controlled === true;
    const origin = page?.origin ?? null;
    const next: RecorderScope = {
      // Reality: Firefox can filter requests without a tab; Chromium cannot, so they are asked for only when there are any.
      workerOrigins: workers && origin !== null && origin !== 'null' ? [origin] : [],
      listening: recording || assembly.openCount() > 0,
    };
    if (JSON.stringify(next) === JSON.stringify(scope)) return;
    scope = next;
    options.rescope(next);
  };

  const refresh = () => {
    void options.askPage().then((facts) => {
      page = facts;
      if (facts.url !== null) options.trial.shows(facts.url);
      rescope();
    });
  };

  /** A page load, from its own request: the time it began is exact, and it is told before any call of the new page. */
  const followNavigation = (event: NetworkEvent) => {
    if (event.type !== 'main_frame') return;
    if (event.kind === 'start' && starting?.requestId !== event.requestId) {
      starting = { requestId: event.requestId, time: event.time };
    }
    if (event.kind !== 'response' || event.status === 204 || event.status === 205) return;
    const time = starting?.requestId === event.requestId ? starting.time : event.time;
    navigate({ url: event.url, time });
  };

  const onEvent = (event: NetworkEvent) => {
    followNavigation(event);
    if (event.kind === 'send' && headerValue(event.headers, 'sec-fetch-dest') === 'sharedworker') {
      sharedWorkers = true;
      rescope();
    }
    const { changed, removed } = assembly.accept(event, recording);
    if (removed.length > 0) queue(store.remove(removed));
    if (changed.length > 0) queue(store.upsert(changed.map(underTrial)));
    if (!recording && assembly.openCount() === 0) rescope();
  };

  const snapshot = () => {
    flush();
    options.toPanel({
      kind: 'snapshot',
      browser,
      pageUrl: page?.url ?? null,
      recording,
      keep,
      trouble: trouble(),
      exchanges: store.exchanges(),
      navigations: store.navigations(),
      dropped: store.dropped(),
      limit: store.limit,
      trial: options.trial.state(),
    });
  };

  const onPermission = (granted: boolean) => {
    const permission: Trouble | null = granted ? null : { code: 'host-permission-missing', detail: '' };
    troubles = { ...troubles, permission };
    tellStatus();
  };

  refresh();
  return {
    fromBackground(message) {
      switch (message.kind) {
        case 'welcome':
          browser = message.browser;
          onPermission(message.hostPermission);
          return;
        case 'event':
          onEvent(message.event);
          return;
        case 'permission':
          onPermission(message.hostPermission);
          return;
        case 'trouble':
          troubles = { ...troubles, connection: message.trouble };
          tellStatus();
          return;
        case 'pong':
          return;
      }
    },
    fromPanel(message) {
      switch (message.kind) {
        case 'subscribe':
          watched = true;
          snapshot();
          return;
        case 'record':
          recording = message.on;
          rescope();
          tellStatus();
          return;
        case 'keep':
          keep = message.on;
          tellStatus();
          return;
        case 'clear':
          store.clear(options.now());
          pending.clear();
          pendingRemoved.clear();
          tell({ kind: 'cleared' });
          return;
        case 'trial':
          options.trial.set(message.trial, message.reload);
          return;
        case 'reload':
          options.reload();
          return;
      }
    },
    navigated(url) {
      const last = store.navigations().at(-1);
      void options.askPage().then((facts) => {
        page = facts;
        rescope();
        if (last !== undefined && sameDocument(last, url, facts)) return;
        const fresh = facts.navigatedAt !== null && facts.navigatedAt > (last?.time ?? 0);
        // A page that comes back from the back/forward cache keeps its old time: it is shown from now on.
        navigate({ url, time: fresh && facts.navigatedAt !== null ? facts.navigatedAt : options.now() });
      });
    },
    trouble(next) {
      troubles = { ...troubles, connection: next };
      tellStatus();
    },
    refresh,
    scope: () => scope,
  };
}

/** Whether a navigation that was seen by its request is the one that DevTools now reports. */
function sameDocument(last: Navigation, url: string, facts: PageFacts): boolean {
  const same = last.url.split('#')[0] === url.split('#')[0];
  // The request begins within the navigation, a few ms to a second after the document's time origin.
  return same && (facts.navigatedAt === null || Math.abs(last.time - facts.navigatedAt) < 2_000);
}
