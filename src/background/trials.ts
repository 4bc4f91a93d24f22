import { messageOf } from '../link/funnel.ts';
import type { FromTrial, ToTrial } from '../link/messages.ts';
import type { KeptStorage } from './waking.ts';

type Rule = Extract<ToTrial, { kind: 'try' }>['rules'][number];

/** What trials use of declarativeNetRequest. */
export interface RuleApi {
  getSessionRules(): Promise<readonly Rule[]>;
  updateSessionRules(change: { removeRuleIds: readonly number[]; addRules: readonly Rule[] }): Promise<void>;
}

export interface TrialPort {
  post(message: FromTrial): void;
}

export interface Trials {
  message(tabId: number, port: TrialPort, message: ToTrial): void;
  disconnected(tabId: number): void;
}

/** The one word that is kept while there may be rules. */
const KEY = 'rules-in-force';

/**
 * Applies trials as session rules. It remembers nothing but that there may be rules: whose a rule is stands in the rule,
 * and a background that has just started holds no Port, so whatever rule is there then belongs to nobody and goes.
 * Reality: from the first question for its session rules on Firefox 153 shows every request of every tab to the extension's
 * rules, were there none, until it is loaded anew (measured: a fifth more of its main process's main thread for a page of
 * 1,200 calls). So that is asked only where a trial was on.
 * @param storage outlives the background; null where nothing answers in the first turn (Chromium): then it is always asked
 */
export function createTrials(api: RuleApi, storage: KeptStorage | null): Trials {
  // One after the other: rules that are being added must not be overlooked by what removes them.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = queue.then(work);
    queue = done.catch(() => {});
    return done;
  };

  const replace = async (isOld: (rule: Rule) => boolean, rules: readonly Rule[]): Promise<void> => {
    storage?.setItem(KEY, 'yes'); // before they are there: the background may end in between
    const there = await api.getSessionRules();
    const removeRuleIds = there.filter(isOld).map(({ id }) => id);
    const first = Math.max(0, ...there.map(({ id }) => id)) + 1;
    const addRules = rules.map((rule, index) => ({ ...rule, id: first + index }));
    if (removeRuleIds.length + addRules.length > 0) await api.updateSessionRules({ removeRuleIds, addRules });
    if (there.length - removeRuleIds.length + addRules.length === 0) storage?.removeItem(KEY);
  };
  const ofTab =
    (tabId: number) =>
    ({ condition }: Rule): boolean =>
      condition.tabIds.includes(tabId);

  const post = (port: TrialPort, message: FromTrial): void => {
    try {
      port.post(message);
    } catch {
      // DevTools was closed meanwhile: its Port's end removes the rules.
    }
  };
  const answer = (port: TrialPort, work: Promise<void>, done: FromTrial): void => {
    work.then(
      () => post(port, done),
      (error: unknown) => post(port, { kind: 'failed', detail: messageOf(error) }),
    );
  };

  if (storage === null || storage.getItem(KEY) !== null) void inTurn(() => replace(() => true, [])).catch(() => {});

  return {
    message(tabId, port, message) {
      switch (message.kind) {
        case 'try':
          answer(
            port,
            inTurn(() => replace(ofTab(tabId), message.rules)),
            { kind: 'on' },
          );
          return;
        case 'stop':
          answer(
            port,
            inTurn(() => replace(ofTab(tabId), [])),
            { kind: 'off' },
          );
          return;
        case 'ping':
          return;
      }
    },
    disconnected(tabId) {
      void inTurn(() => replace(ofTab(tabId), [])).catch(() => {});
    },
  };
}
