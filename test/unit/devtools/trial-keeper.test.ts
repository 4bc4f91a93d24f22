import { describe, expect, it } from 'vitest';
import type { Trial } from '../../../src/advice/trial.ts';
import { createTrialKeeper } from '../../../src/devtools/trial-keeper.ts';
import type { FromTrial, ToTrial, TrialState } from '../../../src/link/messages.ts';
import { API, call, PAGE, START } from '../../fixtures/panel-page/calls.ts';

const trial: Trial = {
  exchangeId: '1',
  method: 'GET',
  url: `${API}/x`,
  initiator: PAGE,
  rules: [
    {
      url: `${API}/x`,
      scope: 'path',
      answers: 'actual',
      headers: [{ header: 'access-control-allow-origin', operation: 'set', value: PAGE }],
    },
  ],
};

function setUp() {
  const links: {
    sent: ToTrial['kind'][];
    open: boolean;
    answer: (message: FromTrial) => void;
    die: () => void;
  }[] = [];
  const states: TrialState[] = [];
  let timers: { at: number; then: () => void }[] = [];
  let now = START;
  let reloads = 0;
  const keeper = createTrialKeeper({
    tabId: 7,
    connect(receive, closed) {
      const link = { sent: [] as ToTrial['kind'][], open: true, answer: receive, die: closed };
      links.push(link);
      return {
        post: (message) => void link.sent.push(message.kind),
        close: () => {
          link.open = false;
        },
      };
    },
    tell: (state) => states.push(state),
    reload: () => {
      reloads++;
    },
    now: () => now,
    later: (ms, then) => timers.push({ at: now + ms, then }),
  });
  const pass = (ms: number) => {
    now += ms;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { then } of due) then();
  };
  const kinds = () => states.map((state) => (state.kind === 'off' ? `off ${state.why}` : state.kind));
  const begin = (reload = false) => {
    keeper.shows(`${PAGE}/`);
    keeper.set(trial, reload);
    links.at(-1)?.answer({ kind: 'on' });
  };
  return { keeper, links, kinds, pass, begin, reloads: () => reloads };
}

describe('the trial of a tab', () => {
  it('is on when the browser says so, and only then is the page loaded again', () => {
    const { keeper, links, kinds, reloads } = setUp();
    keeper.set(trial, true);
    expect([kinds(), reloads()]).toEqual([['starting'], 0]);
    links[0]?.answer({ kind: 'on' });
    expect([kinds(), reloads()]).toEqual([['starting', 'on'], 1]);
  });

  it('is off when the rules are gone', () => {
    const { keeper, links, kinds, begin } = setUp();
    begin();
    keeper.set(null, false);
    expect(kinds().at(-1)).toBe('stopping');
    links[0]?.answer({ kind: 'off' });
    expect(kinds().at(-1)).toBe('off null');
    expect(links[0]?.open).toBe(false);
  });

  it('goes off with another site, not with another page of the same', () => {
    const { keeper, links, kinds, begin } = setUp();
    begin();
    keeper.shows(`${PAGE}/next?x`);
    expect(kinds().at(-1)).toBe('on');
    keeper.shows('http://elsewhere.example/');
    expect(kinds().at(-1)).toBe('off navigated');
    expect(links[0]?.open).toBe(false);
  });

  it('goes off with the background, whose successor is started to clear up', () => {
    const { links, kinds, begin } = setUp();
    begin();
    links[0]?.die();
    expect(kinds().at(-1)).toBe('off background-lost');
    expect(links[1]?.sent).toEqual(['stop']);
    links[1]?.answer({ kind: 'off' });
    expect(links[1]?.open).toBe(false);
    expect(kinds().at(-1)).toBe('off background-lost');
  });

  it('says why it was refused, or that nobody answered', () => {
    const { keeper, links, kinds, pass } = setUp();
    keeper.set(trial, true);
    links[0]?.answer({ kind: 'failed', detail: 'no' });
    expect(keeper.state()).toEqual({ kind: 'off', why: 'refused', detail: 'no' });
    keeper.set(trial, true);
    pass(5_000);
    expect(kinds().at(-1)).toBe('off refused');
  });

  it('keeps the background awake while it is on, and no longer', () => {
    const { keeper, links, pass, begin } = setUp();
    begin();
    pass(20_000);
    pass(20_000);
    expect(links[0]?.sent).toEqual(['try', 'ping', 'ping']);
    keeper.set(null, false);
    links[0]?.answer({ kind: 'off' });
    pass(20_000);
    expect(links[0]?.sent).toEqual(['try', 'ping', 'ping', 'stop']);
  });

  it('gives way to another one', () => {
    const { keeper, links, begin } = setUp();
    begin();
    keeper.set({ ...trial, exchangeId: '2' }, false);
    expect(links.map(({ open }) => open)).toEqual([false, true]);
    links[0]?.answer({ kind: 'off' });
    links[0]?.die();
    links[1]?.answer({ kind: 'on' });
    expect(keeper.state()).toMatchObject({ kind: 'on', trial: { exchangeId: '2' } });
  });

  it('marks the calls made under it, also after it ended, and no others', () => {
    const { keeper, links, begin } = setUp();
    const made = (id: string, at: number, url = `${API}/x`) => call({ id, url, at, answer: {} });
    begin();
    expect(keeper.marks(made('before', -1))).toBe(false);
    expect(keeper.marks(made('under', 1))).toBe(true);
    expect(keeper.marks(made('elsewhere', 1, `${API}/y`))).toBe(false);
    keeper.set(null, false);
    links[0]?.answer({ kind: 'off' });
    expect(keeper.marks(made('under', 1))).toBe(true);
    expect(keeper.marks(made('after', 2))).toBe(false);
  });
});
