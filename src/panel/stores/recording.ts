import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { isPlainlyPending } from '../../diagnosis/ending.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { messageOf } from '../../link/funnel.ts';
import type { BrowserInfo, PageWitnessState, ToPanel, TrialState, Trouble } from '../../link/messages.ts';
import type { RecordingSource } from '../source.ts';
import { type CallLog, createCallLog } from './call-log.ts';
import type { Scheduler } from './scheduler.ts';

/** How long the recorder may take to answer before the panel says so and asks again, in ms. */
export const SILENCE_MS = 2000;

/** So many calls that changed at once are more than a person follows. */
const FLOOD = 4;
/**
 * In ms: from then on batches are taken so seldom, and the longer it lasts the seldomer. Every batch renders all rows in
 * sight anew, which costs recorder, panel and, for the processor, the page.
 */
const FLOOD_PAUSES = [100, 200, 300, 400] as const;
/** So many changed calls are taken in within a frame or two. */
const FRAMEFUL = 150;

/** While so many calls end, one that has just begun waits so long, in ms, before the list hears of it: most have ended by then. */
const HELD_MS = 500;

export interface RecorderStatus {
  /** `silent`: the recorder was asked and has not answered in time. */
  readonly link: 'loading' | 'silent' | 'live';
  readonly browser: BrowserInfo | null;
  readonly pageUrl: string | null;
  readonly recording: boolean;
  readonly keep: boolean;
  readonly trouble: Trouble | null;
  readonly pageWitness: PageWitnessState;
  /** When the panel learnt of the trouble, milliseconds since the epoch. */
  readonly troubleSince: number | null;
  readonly dropped: number;
  readonly limit: number;
  readonly trial: TrialState;
}

/** What a flush did to the calls, for stores that count. `reset` comes before `changed`. */
export interface LogChange {
  readonly reset: boolean;
  readonly changed: readonly Exchange[];
  readonly removed: readonly string[];
}

export interface RecordingStore {
  readonly log: CallLog;
  readonly status: ReadonlySignal<RecorderStatus>;
  /** Counts the flushes that changed the log. */
  readonly revision: ReadonlySignal<number>;
  /** How many calls stand in the log that no listener has been told of yet. */
  readonly held: () => number;
  readonly onChange: (listener: (change: LogChange) => void) => void;
  /** Applies what has come in without waiting for the next frame. */
  readonly flush: () => void;
  readonly record: (on: boolean) => void;
  readonly keep: (on: boolean) => void;
  /** Reloads the page, with the page witness or without. */
  readonly witnessPage: (on: boolean) => void;
  readonly setLimit: (limit: number) => void;
  readonly clear: () => void;
  /** The panel itself failed: said until the list is cleared. */
  readonly fail: (detail: string) => void;
  /** Leads to the browser's question for access to all sites; null where there is none. */
  readonly grant: (() => void) | null;
  readonly end: () => void;
}

/** Mirrors the recorder's store. However many messages come, they are applied once per animation frame. */
export function createRecordingStore(source: RecordingSource, scheduler: Scheduler): RecordingStore {
  const log = createCallLog();
  const revision = signal(0);
  const status = signal<RecorderStatus>({
    link: 'loading',
    browser: null,
    pageUrl: null,
    recording: true,
    keep: false,
    trouble: null,
    pageWitness: 'off',
    troubleSince: null,
    dropped: 0,
    limit: 0,
    trial: { kind: 'off', why: null, detail: '' },
  });
  const listeners: ((change: LogChange) => void)[] = [];
  let waiting: ToPanel[] = [];
  let scheduled = false;
  let internal: Trouble | null = null;
  const held = new Map<string, { readonly exchange: Exchange; readonly since: number }>();
  let releasing = false;

  const stateOf = (message: Extract<ToPanel, { kind: 'snapshot' | 'status' }>) => ({
    recording: message.recording,
    keep: message.keep,
    trouble: message.trouble ?? internal,
    pageWitness: message.pageWitness,
    troubleSince: (message.trouble ?? internal) ? (status.value.troubleSince ?? Date.now()) : null,
  });
  const fail = (detail: string) => {
    if (internal?.detail === detail) return; // what shows it may be what fails
    internal = { code: 'internal-error', detail };
    const { trouble, troubleSince } = status.value;
    status.value = { ...status.value, trouble: trouble ?? internal, troubleSince: troubleSince ?? Date.now() };
  };

  /**
   * What the listeners are told now. Each call that has just begun would be put on top of the list, move all rows below it,
   * and go from there with the next batch: while many end, it waits.
   */
  const ripe = (changed: readonly Exchange[]): readonly Exchange[] => {
    const now = scheduler.now();
    const flood = changed.filter(({ end }) => end !== null).length >= FLOOD;
    const told: Exchange[] = [];
    for (const exchange of changed) {
      const since = held.get(exchange.id)?.since ?? now;
      held.delete(exchange.id);
      if (flood && isPlainlyPending(exchange) && now - since < HELD_MS) held.set(exchange.id, { exchange, since });
      else told.push(exchange);
    }
    if (!flood && changed.length > 0) told.unshift(...release(0));
    if (held.size > 0) releaseLater();
    return told;
  };
  const release = (heldFor: number): readonly Exchange[] => {
    const now = scheduler.now();
    return [...held.values()].flatMap(({ exchange, since }) => {
      if (now - since < heldFor) return [];
      held.delete(exchange.id);
      return [exchange];
    });
  };
  const releaseLater = () => {
    if (releasing) return;
    releasing = true;
    scheduler.after(HELD_MS, () => {
      releasing = false;
      const changed = release(HELD_MS);
      if (held.size > 0) releaseLater();
      if (changed.length > 0) tell({ reset: false, changed, removed: [] });
    });
  };
  const tell = (change: LogChange) =>
    batch(() => {
      for (const listener of listeners) listener(change);
      revision.value += 1;
    });

  const flush = () => {
    const messages = waiting;
    waiting = [];
    if (messages.length === 0) return;
    let reset = false;
    let changed = new Map<string, Exchange>();
    let removed: string[] = [];
    let touched = false;
    const forget = () => {
      log.clear();
      held.clear();
      reset = true;
      touched = true;
      changed = new Map();
      removed = [];
    };
    const take = (exchanges: readonly Exchange[]) => {
      for (const exchange of exchanges) if (log.put(exchange)) changed.set(exchange.id, exchange);
      touched = true;
    };
    const apply = (message: ToPanel) => {
      switch (message.kind) {
        case 'snapshot':
          forget();
          for (const navigation of message.navigations) log.navigate(navigation);
          take(message.exchanges);
          status.value = {
            ...stateOf(message),
            link: 'live',
            browser: message.browser,
            pageUrl: message.pageUrl,
            dropped: message.dropped,
            limit: message.limit,
            trial: message.trial,
          };
          break;
        case 'changed':
          // Before the first snapshot a change is only half the truth; the snapshot will hold it.
          if (status.value.link !== 'live') break;
          take(message.changed);
          for (const id of message.removed) {
            log.remove(id);
            held.delete(id);
            changed.delete(id);
            removed.push(id);
          }
          if (message.dropped !== status.value.dropped) status.value = { ...status.value, dropped: message.dropped };
          break;
        case 'navigated':
          if (message.cleared) forget();
          log.navigate(message.navigation);
          touched = true;
          status.value = { ...status.value, pageUrl: message.navigation.url };
          if (message.cleared) status.value = { ...status.value, dropped: 0 };
          break;
        case 'cleared':
          forget();
          if (status.value.trouble === internal) status.value = { ...status.value, trouble: null, troubleSince: null };
          internal = null;
          status.value = { ...status.value, dropped: 0 };
          break;
        case 'trial':
          status.value = { ...status.value, trial: message.trial };
          break;
        case 'status':
          status.value = { ...status.value, ...stateOf(message), limit: message.limit };
          break;
      }
    };
    batch(() => {
      for (const message of messages) {
        try {
          apply(message);
        } catch (error) {
          fail(messageOf(error)); // the other messages are taken in all the same
        }
      }
      if (touched) tell({ reset, changed: reset ? [...changed.values()] : ripe([...changed.values()]), removed });
    });
    askForMore(messages);
  };

  let lastBatch = Number.NEGATIVE_INFINITY;
  let floods = 0;
  /** One call or two are shown with the next frame; of a flood no more than can be read, nor more at once than fits a frame. */
  const askForMore = (messages: readonly ToPanel[]) => {
    const batches = messages.flatMap((message) => (message.kind === 'changed' ? [message.changed.length] : []));
    if (batches.length === 0) return;
    const count = batches.reduce((sum, length) => sum + length, 0);
    const now = scheduler.now();
    floods = count < FLOOD ? 0 : floods + 1;
    const rest = FLOOD_PAUSES[Math.min(floods, FLOOD_PAUSES.length) - 1] ?? 0;
    const pause = Math.min(rest, ((now - lastBatch) * FRAMEFUL) / count);
    lastBatch = now;
    const ask = () => source.send({ kind: 'taken' });
    if (pause === 0) ask();
    else scheduler.after(pause, ask);
  };

  const unsubscribe = source.subscribe((message) => {
    waiting.push(message);
    if (scheduled) return;
    scheduled = true;
    scheduler.frame(() => {
      scheduled = false;
      flush();
    });
  });
  const stopWaiting = scheduler.after(SILENCE_MS, () => {
    flush();
    if (status.value.link === 'live') return;
    status.value = { ...status.value, link: 'silent' };
    source.send({ kind: 'subscribe' });
  });

  return {
    log,
    status,
    revision,
    held: () => held.size,
    onChange: (listener) => {
      listeners.push(listener);
    },
    flush,
    record: (on) => source.send({ kind: 'record', on }),
    keep: (on) => source.send({ kind: 'keep', on }),
    witnessPage: (on) => source.send({ kind: 'page-witness', on }),
    setLimit: (limit) => source.send({ kind: 'limit', limit }),
    clear: () => source.send({ kind: 'clear' }),
    fail,
    grant: source.grant ?? null,
    end() {
      stopWaiting();
      unsubscribe();
    },
  };
}
