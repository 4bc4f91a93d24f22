import type { NetworkEvent } from '../capture/event.ts';
import type { RecorderScope } from '../capture/scope.ts';
import { type Assembly, createAssembly } from '../exchange/assembly.ts';
import { startsSharedWorker } from '../exchange/cross-origin.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { messageOf } from '../link/funnel.ts';
import type { BrowserInfo, FromPanel, Navigation, ToPanel, ToRecorder, Trouble } from '../link/messages.ts';
import { createBatches } from './batches.ts';
import type { PageFacts } from './page-probe.ts';
import { createPageWitness } from './page-witness.ts';
import { createStore } from './store.ts';
import type { TrialKeeper } from './trial-keeper.ts';
import type { OwnWitness, OwnWitnessHost, Witness, WitnessHost } from './witness-host.ts';

export interface RecorderOptions {
  /** The browser, as far as the devtools page can tell by itself; the background's welcome replaces it. */
  readonly browser: BrowserInfo;
  readonly tabId: number;
  readonly askPage: () => Promise<PageFacts>;
  /** Value of an expression in the inspected page; undefined when it cannot be asked. Never rejects. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly toPanel: (message: ToPanel) => void;
  readonly rescope: (scope: RecorderScope) => void;
  readonly trial: TrialKeeper;
  /** Reloads the page; a script runs in it before the page's own, on this one load. */
  readonly reload: (script?: string) => void;
  readonly now: () => number;
  /** Runs `then` when the event that is being handled has been. */
  readonly soon: (then: () => void) => void;
  /** Runs `then` once after `ms`; in Chromium, which slows a devtools page's timers, up to a second later. */
  readonly later: (ms: number, then: () => void) => void;
  readonly limit?: number;
  /** The witness that there is in this browser alone; none when it is left out. */
  readonly witness?: (host: OwnWitnessHost) => OwnWitness;
}

export interface Recorder {
  fromBackground(message: ToRecorder): void;
  fromPanel(message: FromPanel): void;
  /** The tab shows another page. Navigations with a request were already seen; this adds those without one. */
  navigated(url: string): void;
  trouble(trouble: Trouble | null): void;
  /** CORS Lens itself failed: said until the list is cleared, while recording goes on with whatever comes next. */
  failed(detail: string): void;
  /** One entry of `devtools.network.onRequestFinished`. */
  networkEntry(entry: unknown): void;
  /** Looks again who controls the page. */
  refresh(): void;
  /** What the background is to be asked for now. */
  scope(): RecorderScope;
}

/** How often, and after how many ms, a page that could not be asked is asked again. */
const ASK_TRIES = 8;
const ASK_AGAIN = 60;

/** The durable store of one tab's recording, and what connects it with the background and the panel. */
export function createRecorder(options: RecorderOptions): Recorder {
  const store = createStore(options.limit);
  const assembly: Assembly = createAssembly(options.browser.name);
  let { browser } = options;
  let page: PageFacts | null = null;
  let recording = true;
  let keep = false;
  let troubles: Readonly<Record<'internal' | 'connection' | 'permission', Trouble | null>> = {
    internal: null,
    connection: null,
    permission: null,
  };
  let sharedWorkers = false;
  let scope: RecorderScope = { workerOrigins: [], listening: true };
  let watched = false;
  let starting: { requestId: string; time: number } | null = null;

  const host: WitnessHost = {
    now: options.now,
    later: options.later,
    evaluate: options.evaluate,
    exchange: (id) => store.get(id),
    add: (id, evidence) => queue(store.witness(id, evidence)),
  };
  const own = options.witness?.({ ...host, exchanges: store.exchanges });
  const pageWitness = createPageWitness({
    ...host,
    reload: options.reload,
    tell: (exchange) => queue(store.upsert([exchange])),
    remove: (id) => queue(store.remove([id])),
    stateChanged: () => tellStatus(),
    context: () => ({ browser: browser.name, tabId: options.tabId, pageUrl: page?.url ?? null }),
  });
  // Reality: Chromium's webRequest shows how each call ended, Firefox's DevTools entries hold neither stack nor kind.
  const witnesses: readonly Witness[] = own ? [own, pageWitness] : [pageWitness];

  const tell = (message: ToPanel) => {
    if (watched) options.toPanel(message);
  };
  const trouble = () => troubles.connection ?? troubles.permission ?? troubles.internal;
  const tellStatus = () =>
    tell({
      kind: 'status',
      recording,
      keep,
      trouble: trouble(),
      pageWitness: pageWitness.state(),
      limit: store.limit(),
    });

  const { queue, flush, taken, forget } = createBatches({
    send(changed, removed) {
      if (watched) options.toPanel({ kind: 'changed', changed, removed, dropped: store.dropped() });
      else taken();
    },
    soon: options.soon,
    later: options.later,
  });

  const underTrial = (exchange: Exchange): Exchange =>
    options.trial.marks(exchange) ? { ...exchange, evidence: { ...exchange.evidence, underTrial: true } } : exchange;

  const navigate = (navigation: Navigation) => {
    options.trial.shows(navigation.url);
    queue(store.navigate(navigation, keep));
    flush();
    tell({ kind: 'navigated', navigation, cleared: !keep });
    // DevTools may tell of a page late: the panel forgets all that it had, and is told again what the page has done since.
    if (!keep) queue({ changed: store.exchanges(), removed: [] });
    sharedWorkers = false;
    for (const witness of witnesses) witness.navigated();
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

  /** When a page that DevTools told of late made its first call; never, when it is the page that was there before. */
  const firstCallOf = (url: string): number => {
    const last = store.navigations().at(-1);
    if (last?.url === url) return Number.POSITIVE_INFINITY;
    const calls = store
      .exchanges()
      .filter(({ pageUrl, startedAt }) => pageUrl === url && startedAt > (last?.time ?? 0));
    return Math.min(...calls.map(({ startedAt }) => startedAt));
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
    if (event.kind === 'send' && startsSharedWorker(event)) {
      sharedWorkers = true;
      rescope();
    }
    const { changed, removed } = assembly.accept(event, recording);
    if (removed.length > 0) queue(store.remove(removed));
    if (changed.length > 0) queue(store.upsert(changed.map(underTrial)));
    for (const exchange of changed) for (const witness of witnesses) witness.saw(exchange);
    if (!recording && assembly.openCount() === 0) rescope();
  };

  const snapshot = () => {
    forget(); // the snapshot holds it all
    options.toPanel({
      kind: 'snapshot',
      browser,
      pageUrl: page?.url ?? null,
      recording,
      keep,
      trouble: trouble(),
      pageWitness: pageWitness.state(),
      exchanges: store.exchanges(),
      navigations: store.navigations(),
      dropped: store.dropped(),
      limit: store.limit(),
      trial: options.trial.state(),
    });
  };

  const onPermission = (granted: boolean) => {
    const permission: Trouble | null = granted ? null : { code: 'host-permission-missing', detail: '' };
    troubles = { ...troubles, permission };
    tellStatus();
  };

  const failed = (detail: string) => {
    troubles = { ...troubles, internal: { code: 'internal-error', detail } };
    tellStatus();
  };
  /** What throws is said, and what comes next is taken in all the same. */
  const guarded =
    <A extends readonly unknown[]>(run: (...given: A) => void) =>
    (...given: A) => {
      try {
        run(...given);
      } catch (error) {
        failed(messageOf(error));
      }
    };

  const takeIn = guarded(onEvent);

  refresh();
  return {
    failed,
    fromBackground: guarded((message: ToRecorder) => {
      switch (message.kind) {
        case 'welcome':
          browser = message.browser;
          onPermission(message.hostPermission);
          return;
        case 'events':
          for (const event of message.events) takeIn(event);
          return;
        case 'permission':
          onPermission(message.hostPermission);
          return;
        case 'trouble':
          if (message.trouble.code === 'internal-error') failed(message.trouble.detail);
          else {
            troubles = { ...troubles, connection: message.trouble };
            tellStatus();
          }
          return;
        case 'pong':
          return;
      }
    }),
    fromPanel: guarded((message: FromPanel) => {
      switch (message.kind) {
        case 'subscribe':
          watched = true;
          snapshot();
          return;
        case 'taken':
          taken();
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
        case 'page-witness':
          pageWitness.set(message.on);
          return;
        case 'limit':
          queue(store.setLimit(message.limit));
          tellStatus();
          return;
        case 'clear':
          store.clear(options.now());
          forget();
          tell({ kind: 'cleared' });
          if (troubles.internal !== null) {
            troubles = { ...troubles, internal: null };
            tellStatus();
          }
          return;
        case 'trial':
          options.trial.set(message.trial, message.reload);
          return;
        case 'reload':
          options.reload();
          return;
      }
    }),
    navigated(url) {
      const last = store.navigations().at(-1);
      const heardAt = options.now();
      const settle = (facts: PageFacts) => {
        page = facts;
        rescope();
        if (last !== undefined && sameDocument(last, url, facts)) return;
        const fresh = facts.navigatedAt !== null && facts.navigatedAt > (last?.time ?? 0);
        // A page that comes back from the back/forward cache keeps its old time: it is shown from now on.
        navigate({
          url,
          time: fresh && facts.navigatedAt !== null ? facts.navigatedAt : Math.min(heardAt, firstCallOf(url)),
        });
      };
      const ask = (tries: number) => {
        void options.askPage().then((facts) => {
          // Reality: Firefox cannot ask a page that has just moved to another process, and never one from a file.
          if (facts.navigatedAt === null && tries > 1) options.later(ASK_AGAIN, () => ask(tries - 1));
          else settle(facts);
        });
      };
      ask(ASK_TRIES);
    },
    trouble(next) {
      troubles = { ...troubles, connection: next };
      tellStatus();
    },
    networkEntry: guarded((entry: unknown) => own?.entry?.(entry)),
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
