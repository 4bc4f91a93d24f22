import { sessionRules } from '../advice/session-rules.ts';
import { type Trial, touches } from '../advice/trial.ts';
import { originOfUrl } from '../exchange/cross-origin.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { FromTrial, ToTrial, TrialState } from '../link/messages.ts';

/** The background's end of a trial, as far as the keeper uses it. */
export interface TrialLink {
  post(message: ToTrial): void;
  close(): void;
}

export interface TrialKeeperOptions {
  readonly tabId: number;
  /** Opens a Port; `closed` is called when the background ends it. */
  readonly connect: (receive: (message: FromTrial) => void, closed: () => void) => TrialLink;
  readonly tell: (state: TrialState) => void;
  readonly reload: () => void;
  readonly now: () => number;
  /** Runs `then` once after `ms`. */
  readonly later: (ms: number, then: () => void) => void;
}

export interface TrialKeeper {
  readonly state: () => TrialState;
  readonly set: (trial: Trial | null, reload: boolean) => void;
  /** The tab shows this page; a trial ends where the site does. */
  readonly shows: (url: string) => void;
  /** Whether this call is made while a trial changes its answers; once it was, it stays so. */
  readonly marks: (exchange: Exchange) => boolean;
}

/** The background is stopped after about 30 s without a message, and a trial ends with it. */
const PING_EVERY = 20_000;
const ANSWER_WITHIN = 5_000;
const REMEMBERED = 10_000;

const OFF: TrialState = { kind: 'off', why: null, detail: '' };

/** Keeps the one trial of this tab: it is in force only as long as this page, and the background, live. */
export function createTrialKeeper(options: TrialKeeperOptions): TrialKeeper {
  let state: TrialState = OFF;
  let link: TrialLink | null = null;
  let pageOrigin: string | null = null;
  const marked = new Set<string>();

  const become = (next: TrialState): void => {
    state = next;
    options.tell(next);
  };
  const hangUp = (): void => {
    link?.close();
    link = null;
  };

  const begin = (trial: Trial, reload: boolean): void => {
    hangUp();
    become({ kind: 'starting', trial });
    const mine: TrialLink = options.connect(
      (message) => {
        if (link === mine) receive(message, trial, reload);
      },
      () => {
        if (link === mine) lost();
      },
    );
    link = mine;
    mine.post({ kind: 'try', rules: sessionRules(trial, options.tabId, 1) });
    options.later(ANSWER_WITHIN, () => {
      if (link === mine && state.kind === 'starting') end('refused', `no answer within ${ANSWER_WITHIN} ms`);
    });
    const ping = (): void => {
      if (link !== mine) return;
      mine.post({ kind: 'ping' });
      options.later(PING_EVERY, ping);
    };
    options.later(PING_EVERY, ping);
  };

  const receive = (message: FromTrial, trial: Trial, reload: boolean): void => {
    switch (message.kind) {
      case 'on':
        if (state.kind !== 'starting') return;
        become({ kind: 'on', trial, since: options.now() });
        if (reload) options.reload();
        return;
      case 'off':
        if (state.kind !== 'stopping') return;
        end(null, '');
        return;
      case 'failed':
        end('refused', message.detail);
    }
  };

  const end = (why: Extract<TrialState, { kind: 'off' }>['why'], detail: string): void => {
    hangUp(); // the background removes the rules of a Port that closes
    become({ kind: 'off', why, detail });
  };

  /** The background died: its rules outlive it. A new one, which this starts, removes what it finds. */
  const lost = (): void => {
    link = null;
    become({ kind: 'off', why: 'background-lost', detail: '' });
    const sweep = options.connect(
      () => sweep.close(),
      () => {},
    );
    sweep.post({ kind: 'stop' });
  };

  const stop = (): void => {
    if (state.kind !== 'on' && state.kind !== 'starting') return;
    become({ kind: 'stopping', trial: state.trial });
    const asked = link;
    asked?.post({ kind: 'stop' });
    options.later(ANSWER_WITHIN, () => {
      if (link === asked && state.kind === 'stopping') end(null, '');
    });
  };

  return {
    state: () => state,
    set(trial, reload) {
      if (trial === null) stop();
      else begin(trial, reload);
    },
    shows(url) {
      const origin = originOfUrl(url);
      const left = pageOrigin !== null && origin !== pageOrigin;
      pageOrigin = origin;
      if (left && (state.kind === 'on' || state.kind === 'starting')) end('navigated', '');
    },
    marks(exchange) {
      if (marked.has(exchange.id)) return true;
      if (state.kind !== 'on' || exchange.startedAt < state.since || !touches(state.trial, exchange)) return false;
      marked.add(exchange.id);
      const [oldest] = marked;
      if (marked.size > REMEMBERED && oldest !== undefined) marked.delete(oldest);
      return true;
    },
  };
}
