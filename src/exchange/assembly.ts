import type {
  HeadersEvent,
  NetworkEvent,
  RedirectEvent,
  ResponseEvent,
  SendEvent,
  StartEvent,
} from '../capture/event.ts';
import { crossesOrigin, headersCrossOrigin, isRecordedType } from './cross-origin.ts';
import type { BrowserName, End, Exchange, RecordedResponse } from './exchange.ts';
import {
  changeExchange,
  changeHop,
  changePreflight,
  completed,
  currentHop,
  type Live,
  newExchange,
  newHop,
  newResponse,
  pairingKey,
} from './live.ts';
import { type Asked, askedBy, askedHeaders, chooseActual, holds, newPreflight } from './pairing.ts';
import { failed, goesWhereNobodyListens, isHandedToServiceWorker, preflightChange, sameHeaders } from './readings.ts';
import { createSeen } from './seen.ts';

/** What one event changed: exchanges that are new or newer, and ids that turned out to be no exchange of their own. */
export interface Changes {
  readonly changed: readonly Exchange[];
  readonly removed: readonly string[];
}

/** A preflight whose actual request is not known (yet). */
interface Orphan {
  readonly event: SendEvent;
  readonly asked: Asked;
  readonly startedAt: number;
  response: RecordedResponse | null;
  end: End | null;
}

/** Where a preflight's further events go. */
interface PreflightPlace {
  readonly live: Live;
  readonly hop: number;
}

/** How long an orphan waits for its actual request, in ms of event time: longer than any preflight is let run. */
const ORPHAN_LIFETIME = 600_000;

/**
 * Assembles NetworkEvents of one tab into exchanges, pairing preflights with the actual requests that caused them.
 * Deterministic and without I/O or clock: the same events give the same exchanges. Exchanges are immutable, each change
 * makes a new one with a higher revision; ended ones are forgotten here. Events delivered twice count once. Never throws
 * on odd traffic.
 */
export interface Assembly {
  /** @param admit false: begin no new exchanges (paused), but let open ones end */
  accept(event: NetworkEvent, admit?: boolean): Changes;
  /** How many exchanges are not finished. */
  openCount(): number;
}

const NOTHING: Changes = { changed: [], removed: [] };

/** @param browser whose dialect and order the events have */
export function createAssembly(browser: BrowserName): Assembly {
  const lives = new Map<string, Live>();
  const byKey = new Map<string, Live[]>();
  const places = new Map<string, PreflightPlace>();
  const orphans = new Map<string, Orphan>();
  const seen = createSeen();
  let pageUrl: string | null = null;

  const admitNew = (event: NetworkEvent, partial: boolean): Live => {
    const live: Live = {
      exchange: newExchange(event, browser, event.frameId === 0 ? pageUrl : null, partial),
      key: pairingKey(event),
      crossOrigin: crossesOrigin(event),
      announced: false,
    };
    lives.set(event.requestId, live);
    index(live);
    return live;
  };

  const index = (live: Live) => {
    const same = byKey.get(live.key);
    if (same) same.push(live);
    else byKey.set(live.key, [live]);
  };

  const unindex = (live: Live) => {
    const same = byKey.get(live.key)?.filter((other) => other !== live) ?? [];
    if (same.length > 0) byKey.set(live.key, same);
    else byKey.delete(live.key);
  };

  const forget = (live: Live) => {
    unindex(live);
    lives.delete(live.exchange.id);
  };

  /** The live exchange of an event, made up from the event when its beginning was not seen. */
  const find = (event: NetworkEvent, admit: boolean): Live | null => {
    const known = lives.get(event.requestId);
    if (known || !admit || !isRecordedType(event)) return known ?? null;
    const live = admitNew(event, true);
    if (event.kind === 'send') changeHop(live, { requestHeaders: event.headers }); // they tell which preflight is not its own
    claimOrphan(live);
    return live;
  };

  /** An orphan that was waiting for just this actual request becomes its preflight. */
  const claimOrphan = (live: Live) => {
    for (const [id, orphan] of orphans) {
      if (pairingKey(orphan.event) !== live.key || orphan.asked.method !== currentHop(live).method) continue;
      if (!holds(live, orphan.asked)) continue;
      orphans.delete(id);
      attach(live, {
        ...newPreflight(orphan.event, orphan.startedAt, false),
        response: orphan.response,
        end: orphan.end,
      });
      return;
    }
  };

  const attach = (live: Live, preflight: NonNullable<Exchange['hops'][0]['preflight']>) => {
    const hop = live.exchange.hops.length - 1;
    changeHop(live, { preflight }, hop);
    if (preflight.end === null) places.set(preflight.requestId, { live, hop });
  };

  const announce = (live: Live): Changes => {
    if (live.crossOrigin !== true) return NOTHING;
    live.announced = true;
    return { changed: [live.exchange], removed: [] };
  };

  const onStart = (event: StartEvent, admit: boolean): Changes => {
    if (event.type === 'main_frame' && event.tabId !== -1) pageUrl = event.url;
    if (!isRecordedType(event)) return NOTHING;
    const live = lives.get(event.requestId);
    if (live === undefined) {
      if (!admit) return NOTHING;
      const fresh = admitNew(event, false);
      // An OPTIONS may turn out to be a preflight: it is told of when its headers are known.
      return event.method === 'OPTIONS' ? NOTHING : announce(fresh);
    }
    const [first, ...rest] = live.exchange.hops;
    changeExchange(live, { hops: [first, ...rest, newHop(event.url, event.method, event.time)] });
    unindex(live);
    live.key = pairingKey(event);
    index(live);
    if (live.crossOrigin !== true) live.crossOrigin = crossesOrigin(event);
    return announce(live);
  };

  const onSend = (event: SendEvent, admit: boolean): Changes => {
    const asked = askedBy(event);
    if (asked !== null) return onPreflightSend(event, asked, admit);
    const live = find(event, admit);
    if (live === null) return NOTHING;
    if (live.crossOrigin !== true) live.crossOrigin = headersCrossOrigin(event);
    changeHop(live, { requestHeaders: event.headers });
    const moved = browser === 'chromium' ? disproveByOrder(live) : null;
    const mine = announce(live);
    return moved === null ? mine : { changed: [...mine.changed, ...moved.changed], removed: moved.removed };
  };

  /**
   * Reality: Chromium sends an actual request only after its preflight was answered. One that is sent earlier, or without
   * a header that the preflight asked for, is not the one: the preflight goes to the next that waits.
   */
  const disproveByOrder = (live: Live): Changes | null => {
    const hop = live.exchange.hops.length - 1;
    const preflight = currentHop(live).preflight;
    if (preflight === null) return null;
    const asked = { method: currentHop(live).method, headers: askedHeaders(preflight.requestHeaders ?? []) };
    const answered = preflight.response !== null || preflight.end !== null;
    if (answered && holds(live, asked)) return null;
    const next = chooseActual(byKey.get(live.key) ?? [], asked, browser)?.live ?? chooseHolder(live, asked);
    if (next === null) return null;
    const other = currentHop(next).preflight;
    changeHop(live, { preflight: other }, hop);
    attach(next, preflight);
    if (other !== null && other.end === null) places.set(other.requestId, { live, hop });
    return announce(next);
  };

  /** Another waiting call whose own preflight suits `live`: the two were swapped. */
  const chooseHolder = (live: Live, asked: Asked): Live | null => {
    for (const other of byKey.get(live.key) ?? []) {
      const { preflight, requestHeaders, method } = currentHop(other);
      if (preflight === null || requestHeaders !== null || method !== asked.method) continue;
      const theirs = { method, headers: askedHeaders(preflight.requestHeaders ?? []) };
      if ((preflight.response !== null || preflight.end !== null) && holds(live, theirs)) return other;
    }
    return null;
  };

  const onPreflightSend = (event: SendEvent, asked: Asked, admit: boolean): Changes => {
    const itself = lives.get(event.requestId);
    const startedAt = itself?.exchange.startedAt ?? event.time;
    if (itself) forget(itself);
    const chosen = chooseActual(byKey.get(pairingKey(event)) ?? [], asked, browser);
    if (chosen === null) {
      if (admit) orphans.set(event.requestId, { event, asked, startedAt, response: null, end: null });
      dropOldOrphans(event.time);
      return NOTHING;
    }
    attach(chosen.live, newPreflight(event, startedAt, chosen.only));
    chosen.live.crossOrigin = true; // only cross-origin requests are preflighted
    return announce(chosen.live);
  };

  const dropOldOrphans = (now: number) => {
    for (const [id, orphan] of orphans) if (now - orphan.startedAt > ORPHAN_LIFETIME) orphans.delete(id);
  };

  const onHeaders = (event: HeadersEvent, admit: boolean): Changes => {
    const live = find(event, admit);
    if (live === null) return NOTHING;
    changeHop(live, { response: newResponse(event) });
    return announce(live);
  };

  const onRedirect = (event: RedirectEvent, admit: boolean): Changes => {
    const live = find(event, admit);
    if (live === null) return NOTHING;
    if (isHandedToServiceWorker(event) && currentHop(live).requestHeaders === null) {
      seen.forget(event.requestId);
      return dismiss(live);
    }
    changeHop(live, {
      redirected: true,
      response: currentHop(live).response ?? newResponse({ ...event, fromCache: false }),
    });
    // webRequest's filters cannot match such a URL, so no other event of this call will ever come.
    return goesWhereNobodyListens(event)
      ? onEnd(event, { kind: 'failed', at: event.time, error: '', failure: 'blocked' }, admit)
      : announce(live);
  };

  const onResponse = (event: ResponseEvent, admit: boolean): Changes => {
    const live = find(event, admit);
    // Reality: Firefox fires this with the target's URL (and status 0 or the redirect's) for a redirect that it refuses.
    if (live === null || currentHop(live).redirected) return NOTHING;
    const { response } = currentHop(live);
    // Reality: Firefox reports a response with status 0 when a call that was sent got none.
    if (response === null && event.status === 0) return NOTHING;
    const seen = response && sameHeaders(response.headers, event.headers) ? response.headers : event.headers;
    const base = response ?? newResponse(event);
    changeHop(live, { delivered: true, response: { ...base, fromCache: event.fromCache, seenByPage: seen } });
    return announce(live);
  };

  /** It turned out to be no call to a server. */
  const dismiss = (live: Live): Changes => {
    forget(live);
    return { changed: [], removed: live.announced ? [live.exchange.id] : [] };
  };

  const onEnd = (event: NetworkEvent, end: End, admit: boolean): Changes => {
    const live = find(event, admit);
    if (live === null) return NOTHING;
    // Reality: Chromium first looks for fonts in its cache only; nothing of that is a call.
    if (end.kind === 'failed' && end.failure === 'cache-probe') return dismiss(live);
    forget(live);
    changeExchange(live, { end });
    return announce(live);
  };

  const onPreflightEvent = (event: NetworkEvent, place: PreflightPlace): Changes => {
    const { live, hop } = place;
    const preflight = live.exchange.hops[hop]?.preflight;
    if (!preflight || preflight.requestId !== event.requestId) return NOTHING;
    const change = preflightChange(event, preflight.response);
    if (change === null) return NOTHING;
    if (change.end) places.delete(event.requestId);
    changePreflight(live, hop, change);
    return announce(live);
  };

  const onOrphanEvent = (event: NetworkEvent, orphan: Orphan): Changes => {
    Object.assign(orphan, preflightChange(event, orphan.response) ?? {});
    return NOTHING;
  };

  const dispatch = (event: NetworkEvent, admit: boolean): Changes => {
    const place = places.get(event.requestId);
    if (place) return onPreflightEvent(event, place);
    const orphan = orphans.get(event.requestId);
    if (orphan) return onOrphanEvent(event, orphan);
    switch (event.kind) {
      case 'start':
        return onStart(event, admit);
      case 'send':
        return onSend(event, admit);
      case 'headers':
        return onHeaders(event, admit);
      case 'redirect':
        return onRedirect(event, admit);
      case 'response':
        return onResponse(event, admit);
      case 'complete':
        return onEnd(event, completed(event.time), admit);
      case 'error':
        return onEnd(event, failed(event), admit);
    }
  };

  return {
    accept(event, admit = true) {
      return seen.before(event) ? NOTHING : dispatch(event, admit);
    },
    openCount: () => lives.size,
  };
}
