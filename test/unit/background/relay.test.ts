import { expect, it } from 'vitest';
import { BACKLOG_LIMIT, createRelay, GRACE } from '../../../src/background/relay.ts';
import type { Scope } from '../../../src/capture/listen.ts';
import type { RecorderScope } from '../../../src/capture/scope.ts';
import { LINK_VERSION, type ToRecorder } from '../../../src/link/messages.ts';
import { API, script } from '../exchange/events.ts';

const LISTENING: RecorderScope = { workerOrigins: [], listening: true };

function setUp() {
  const scopes: Scope[] = [];
  const timers: { ms: number; then: () => void }[] = [];
  const relay = createRelay({
    browser: { name: 'chromium', version: '156.0' },
    hostPermission: () => Promise.resolve(true),
    rescope: (scope) => scopes.push(scope),
    later: (ms, then) => timers.push({ ms, then }),
  });
  /** A few ms pass. */
  const pass = () => {
    const due = timers.filter(({ ms }) => ms < GRACE);
    for (const timer of due) timers.splice(timers.indexOf(timer), 1);
    for (const { then } of due) then();
  };
  const recorder = (tabId: number, scope = LISTENING, version = LINK_VERSION) => {
    const got: ToRecorder[] = [];
    const port = { post: (message: ToRecorder) => got.push(message) };
    relay.message(port, { kind: 'hello', version, tabId, scope });
    return {
      port,
      got,
      events() {
        pass();
        return got.flatMap((message) =>
          message.kind === 'events' ? message.events.map(({ requestId }) => requestId) : [],
        );
      },
    };
  };
  const graceEnds = () => {
    for (const { ms, then } of timers.splice(0)) if (ms === GRACE) then();
  };
  return { relay, scopes, recorder, graceEnds, pass };
}
const s = script('chromium');
const event = (id: string, tabId = 7, initiator = 'http://localhost:8080') =>
  s.start(id, 'GET', API, { tabId, initiator });

it('passes a tab its own events and nobody else’s', () => {
  const { relay, recorder } = setUp();
  const [seven, eight] = [recorder(7), recorder(8)];
  relay.event(event('a', 7));
  relay.event(event('b', 8));
  expect([seven.events(), eight.events()]).toEqual([['a'], ['b']]);
});

it('keeps what came before a recorder said hello again', () => {
  const { relay, recorder } = setUp();
  relay.event(event('a'));
  relay.event(event('b'));
  expect(recorder(7).events()).toEqual(['a', 'b']);
});

it('keeps a bounded number of events', () => {
  const { relay, recorder } = setUp();
  for (let i = 0; i <= BACKLOG_LIMIT; i++) relay.event(event(String(i)));
  expect(recorder(7).events()).toHaveLength(BACKLOG_LIMIT);
});

it('listens to everything until all had time to say hello, then only to recorded tabs', () => {
  const { scopes, recorder, graceEnds } = setUp();
  recorder(7);
  expect(scopes).toEqual([]);
  graceEnds();
  expect(scopes.at(-1)).toEqual({ kind: 'tabs', tabIds: [7], workers: false });
});

it('listens to nothing when nobody records', () => {
  const { scopes, recorder, relay, graceEnds } = setUp();
  graceEnds();
  expect(scopes.at(-1)).toEqual({ kind: 'tabs', tabIds: [], workers: false });
  const one = recorder(7);
  relay.message(one.port, { kind: 'scope', scope: { workerOrigins: [], listening: false } });
  expect(scopes.at(-1)).toEqual({ kind: 'tabs', tabIds: [], workers: false });
  relay.disconnected(one.port);
  expect(scopes.at(-1)).toEqual({ kind: 'tabs', tabIds: [], workers: false });
});

it('passes calls of shared and service workers to the pages of their origin', () => {
  const { relay, recorder } = setUp();
  const page = recorder(7, { workerOrigins: ['http://localhost:8080'], listening: true });
  const other = recorder(8, { workerOrigins: ['http://other.test'], listening: true });
  relay.event(event('w', -1));
  expect([page.events(), other.events()]).toEqual([['w'], []]);
});

it('tells an old DevTools page from before an update', () => {
  const { recorder } = setUp();
  expect(recorder(7, LISTENING, LINK_VERSION + 1).got).toMatchObject([
    { kind: 'trouble', trouble: { code: 'version-mismatch' } },
  ]);
});

it('forgets a recorder whose Port broke', () => {
  const { relay, scopes, graceEnds, pass } = setUp();
  graceEnds();
  const port = {
    post: () => {
      throw new Error('Attempting to use a disconnected port object');
    },
  };
  relay.message(port, { kind: 'hello', version: LINK_VERSION, tabId: 7, scope: LISTENING });
  relay.event(event('a'));
  expect(pass).not.toThrow();
  relay.disconnected(port);
  expect(scopes.at(-1)).toMatchObject({ tabIds: [] });
});

it('says what it cannot send, and goes on with what it can', () => {
  const { relay, recorder, pass } = setUp();
  const { port, got, events } = recorder(7);
  const send = port.post;
  port.post = (message) => {
    const huge = message.kind === 'events' && message.events.some(({ requestId }) => requestId === 'huge');
    if (huge) throw new Error('the message is too large');
    return send(message);
  };
  for (const id of ['before', 'huge', 'after']) relay.event(event(id));
  pass();
  const told = got.flatMap((message) => (message.kind === 'trouble' ? [message.trouble] : []));
  expect([told, events()]).toEqual([
    [{ code: 'internal-error', detail: 'the message is too large' }],
    ['before', 'after'],
  ]);
  relay.event(event('huge'));
  expect(events()).toHaveLength(2);
});

it('sends at once what comes while the background is being ended, and what waits', () => {
  const { relay, recorder, pass } = setUp();
  const { got } = recorder(7);
  const sent = () => got.flatMap((message) => (message.kind === 'events' ? [message.events.length] : []));
  relay.event(event('a'));
  relay.event(event('b'));
  expect(sent()).toEqual([]);
  relay.suspending(true);
  expect(sent()).toEqual([2]);
  relay.event(event('c'));
  expect(sent()).toEqual([2, 1]);
  relay.suspending(false);
  relay.event(event('d'));
  expect(sent()).toEqual([2, 1]);
  pass();
  expect(sent()).toEqual([2, 1, 1]);
});
