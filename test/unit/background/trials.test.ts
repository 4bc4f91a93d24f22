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

function setUp(left: ReturnType<typeof rules> = [], refuse: string | null = null) {
  let there = [...left];
  const api: RuleApi = {
    getSessionRules: async () => there,
    async updateSessionRules({ removeRuleIds, addRules }) {
      if (refuse !== null && addRules.length > 0) throw new Error(refuse);
      there = [...there.filter(({ id }) => !removeRuleIds.includes(id)), ...addRules];
      if (new Set(there.map(({ id }) => id)).size !== there.length) throw new Error('two rules with one id');
    },
  };
  const trials = createTrials(api);
  const said: FromTrial[] = [];
  const port = { post: (message: FromTrial) => void said.push(message) };
  const settle = () => new Promise((done) => setTimeout(done, 0));
  return { trials, port, said, settle, tabs: () => there.map(({ condition }) => condition.tabIds[0]) };
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
});
