import { describe, expect, it } from 'vitest';
import { sessionRules } from '../../../src/advice/session-rules.ts';
import type { Trial } from '../../../src/advice/trial.ts';
import { createTrials, type RuleApi } from '../../../src/background/trials.ts';
import type { FromTrial } from '../../../src/link/messages.ts';

const trial: Trial = {
  exchangeId: '1',
  method: 'GET',
  url: 'http://a.example/x',
  initiator: 'http://b.example',
  rules: [
    {
      url: 'http://a.example/x',
      scope: 'path',
      answers: 'actual',
      headers: [{ header: 'access-control-allow-origin', operation: 'set', value: 'http://b.example' }],
    },
  ],
};
const rules = (tabId: number) => sessionRules(trial, tabId, 1);

function setUp(
  left: ReturnType<typeof rules> = [],
  refuse: string | null = null,
  kept: Map<string, string> | null = null,
) {
  let there = [...left];
  let asked = 0;
  const api: RuleApi = {
    async getSessionRules() {
      asked += 1;
      return there;
    },
    async updateSessionRules({ removeRuleIds, addRules }) {
      if (refuse !== null && addRules.length > 0) throw new Error(refuse);
      if (kept?.size === 0 && addRules.length > 0) throw new Error('a background that ended now would be forgotten');
      there = [...there.filter(({ id }) => !removeRuleIds.includes(id)), ...addRules];
      if (new Set(there.map(({ id }) => id)).size !== there.length) throw new Error('two rules with one id');
    },
  };
  const storage = kept && {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const trials = createTrials(api, storage);
  const said: FromTrial[] = [];
  const port = { post: (message: FromTrial) => void said.push(message) };
  const settle = () => new Promise((done) => setTimeout(done, 0));
  return {
    trials,
    port,
    said,
    settle,
    asked: () => asked,
    tabs: () => there.map(({ condition }) => condition.tabIds[0]),
  };
}

describe('trials in the background', () => {
  it('removes what an earlier background left behind, before anything else', async () => {
    const { settle, tabs, trials, port, said } = setUp(rules(4));
    trials.message(5, port, { kind: 'try', rules: rules(5) });
    await settle();
    expect([tabs(), said]).toEqual([[5], [{ kind: 'on' }]]);
  });

  it('keeps each tab’s rules apart, under ids of their own', async () => {
    const { trials, port, settle, tabs } = setUp();
    trials.message(5, port, { kind: 'try', rules: rules(5) });
    trials.message(6, port, { kind: 'try', rules: rules(6) });
    trials.message(5, port, { kind: 'try', rules: rules(5) });
    await settle();
    expect(tabs().sort()).toEqual([5, 6]);
    trials.disconnected(5);
    await settle();
    expect(tabs()).toEqual([6]);
  });

  it('says that the rules are gone only when they are', async () => {
    const { trials, port, said, settle, tabs } = setUp();
    trials.message(5, port, { kind: 'try', rules: rules(5) });
    trials.message(5, port, { kind: 'stop' });
    expect(said).toEqual([]);
    await settle();
    expect([tabs(), said]).toEqual([[], [{ kind: 'on' }, { kind: 'off' }]]);
  });

  it('leaves no rule when DevTools closes while they are being added', async () => {
    const { trials, port, settle, tabs } = setUp();
    trials.message(5, port, { kind: 'try', rules: rules(5) });
    trials.disconnected(5);
    await settle();
    expect(tabs()).toEqual([]);
  });

  it('passes on why the browser refused, and goes on', async () => {
    const { trials, port, said, settle } = setUp([], 'Rule with id 1 is wrong');
    trials.message(5, port, { kind: 'try', rules: rules(5) });
    trials.message(5, port, { kind: 'stop' });
    await settle();
    expect(said).toEqual([{ kind: 'failed', detail: 'Rule with id 1 is wrong' }, { kind: 'off' }]);
  });

  it('asks for no rules where something tells that there are none, and for what a trial has left', async () => {
    const kept = new Map<string, string>();
    const first = setUp([], null, kept);
    await first.settle();
    expect(first.asked()).toBe(0);
    first.trials.message(5, first.port, { kind: 'try', rules: rules(5) });
    await first.settle();
    expect([first.tabs(), kept.size]).toEqual([[5], 1]);
    const second = setUp(rules(5), null, kept);
    await second.settle();
    expect([second.tabs(), kept.size]).toEqual([[], 0]);
    const third = setUp([], null, kept);
    await third.settle();
    expect(third.asked()).toBe(0);
  });

  it('knows of rules as long as one tab has some', async () => {
    const kept = new Map<string, string>();
    const { trials, port, settle } = setUp([], null, kept);
    trials.message(5, port, { kind: 'try', rules: rules(5) });
    trials.message(6, port, { kind: 'try', rules: rules(6) });
    trials.disconnected(5);
    await settle();
    expect(kept.size).toBe(1);
    trials.message(6, port, { kind: 'stop' });
    await settle();
    expect(kept.size).toBe(0);
  });
});
