import { expect, it } from 'vitest';
import type { RecorderScope } from '../../../src/capture/scope.ts';
import type { PageFacts } from '../../../src/devtools/page-probe.ts';
import { askPage } from '../../../src/devtools/page-probe.ts';
import { createRecorder } from '../../../src/devtools/recorder.ts';
import type { TrialKeeper } from '../../../src/devtools/trial-keeper.ts';
import type { BrowserName } from '../../../src/exchange/exchange.ts';
import type { ToPanel } from '../../../src/link/messages.ts';
import { API, PAGE, script } from '../exchange/events.ts';

const NO_TRIAL: TrialKeeper = {
  state: () => ({ kind: 'off', why: null, detail: '' }),
  set: () => {},
  shows: () => {},
  marks: () => false,
};

function setUp(name: BrowserName = 'chromium', facts: Partial<PageFacts> = {}) {
  const toPanel: ToPanel[] = [];
  const scopes: RecorderScope[] = [];
  const timers: (() => void)[] = [];
  let now = 5_000;
  const recorder = createRecorder({
    browser: { name, version: '1' },
    tabId: 7,
    evaluate: () => Promise.resolve(undefined),
    askPage: () => Promise.resolve({ url: `${PAGE}/`, origin: PAGE, navigatedAt: 500, controlled: false, ...facts }),
    toPanel: (message) => toPanel.push(message),
    rescope: (scope) => scopes.push(scope),
    trial: NO_TRIAL,
    reload: () => {},
    now: () => now,
    soon: (then) => timers.push(then),
    later: (_ms, then) => timers.push(then),
  });
  const runTimers = () => {
    for (const then of timers.splice(0)) then();
  };
  const settle = () => new Promise((done) => setTimeout(done, 0));
  const kinds = () => toPanel.map(({ kind }) => kind);
  const last = <K extends ToPanel['kind']>(kind: K) =>
    toPanel.findLast((message): message is Extract<ToPanel, { kind: K }> => message.kind === kind);
  return { recorder, toPanel, scopes, runTimers, settle, kinds, last, at: (time: number) => (now = time) };
}
const s = script('chromium');
const call = (id: string) => [
  s.start(id, 'GET', API),
  s.send(id, 'GET', API, [`Origin: ${PAGE}`]),
  s.headers(id, 'GET', API, 200),
  s.error(id, 'GET', API, 'net::ERR_FAILED'),
];
const load = (url: string) => [
  s.start('n', 'GET', url, { type: 'main_frame', initiator: null }),
  { ...s.response('n', 'GET', url, 200), type: 'main_frame' as const },
];

it('says nothing to a panel that was never shown, and everything when it is', () => {
  const { recorder, toPanel, last } = setUp();
  for (const event of call('1')) recorder.fromBackground({ kind: 'events', events: [event] });
  expect(toPanel).toEqual([]);
  recorder.fromPanel({ kind: 'subscribe' });
  expect(last('snapshot')?.exchanges.map(({ id }) => id)).toEqual(['1']);
});

it('sends changes in batches, each exchange once', () => {
  const { recorder, runTimers, last, kinds } = setUp();
  recorder.fromPanel({ kind: 'subscribe' });
  for (const event of [...call('1'), ...call('2')]) recorder.fromBackground({ kind: 'events', events: [event] });
  expect(kinds()).toEqual(['snapshot']);
  runTimers();
  expect(kinds()).toEqual(['snapshot', 'changed']);
  expect(last('changed')?.changed.map(({ id, end }) => [id, end?.kind])).toEqual([
    ['1', 'failed'],
    ['2', 'failed'],
  ]);
});

it('empties the list when the page goes, with the separator first', () => {
  const { recorder, runTimers, last } = setUp();
  recorder.fromPanel({ kind: 'subscribe' });
  for (const event of [...call('1'), ...load(`${PAGE}/next`)])
    recorder.fromBackground({ kind: 'events', events: [event] });
  runTimers();
  expect(last('navigated')).toMatchObject({ navigation: { url: `${PAGE}/next` }, cleared: true });
  recorder.fromPanel({ kind: 'subscribe' });
  expect(last('snapshot')?.exchanges).toEqual([]);
});

it('keeps the list across pages when asked to', () => {
  const { recorder, last } = setUp();
  recorder.fromPanel({ kind: 'keep', on: true });
  for (const event of [...call('1'), ...load(`${PAGE}/next`)])
    recorder.fromBackground({ kind: 'events', events: [event] });
  recorder.fromPanel({ kind: 'subscribe' });
  expect(last('snapshot')).toMatchObject({
    keep: true,
    exchanges: [{ id: '1' }],
    navigations: [{ url: `${PAGE}/next` }],
  });
});

it('does not count a page load twice that DevTools reports as well', async () => {
  const { recorder, settle, last } = setUp('chromium', { navigatedAt: 1_500, url: `${PAGE}/next` });
  for (const event of load(`${PAGE}/next`)) recorder.fromBackground({ kind: 'events', events: [event] });
  recorder.navigated(`${PAGE}/next`);
  await settle();
  recorder.fromPanel({ kind: 'subscribe' });
  expect(last('snapshot')?.navigations).toHaveLength(1);
});

it('shows a page that came back without a request, from the time it came back', async () => {
  const { recorder, settle, last, at } = setUp('chromium', { navigatedAt: 100 });
  at(9_000);
  recorder.navigated(`${PAGE}/back`);
  await settle();
  recorder.fromPanel({ kind: 'subscribe' });
  expect(last('snapshot')?.navigations).toEqual([{ url: `${PAGE}/back`, time: 100 }]);
  recorder.navigated(`${PAGE}/again`);
  await settle();
  recorder.fromPanel({ kind: 'subscribe' });
  expect(last('snapshot')?.navigations).toEqual([{ url: `${PAGE}/again`, time: 9_000 }]);
});

it('begins nothing while paused, and then has no listener', () => {
  const { recorder, scopes, last } = setUp();
  const [start, ...rest] = call('1');
  if (start) recorder.fromBackground({ kind: 'events', events: [start] });
  recorder.fromPanel({ kind: 'record', on: false });
  expect(scopes).toEqual([]); // one call is still open
  for (const event of [...rest, ...call('2')]) recorder.fromBackground({ kind: 'events', events: [event] });
  expect(scopes.at(-1)).toMatchObject({ listening: false });
  recorder.fromPanel({ kind: 'subscribe' });
  expect(last('snapshot')).toMatchObject({ recording: false, exchanges: [{ id: '1', end: { kind: 'failed' } }] });
});

it('asks for the calls of shared workers only once there are some (Chromium), or always (Firefox)', async () => {
  const chromium = setUp('chromium');
  await chromium.settle();
  expect(chromium.scopes).toEqual([]);
  const event = s.send('w', 'GET', `${PAGE}/w.js`, ['Sec-Fetch-Dest: sharedworker'], { type: 'script' });
  chromium.recorder.fromBackground({ kind: 'events', events: [event] });
  expect(chromium.scopes.at(-1)).toMatchObject({ workerOrigins: [PAGE] });
  const firefox = setUp('firefox');
  await firefox.settle();
  expect(firefox.scopes.at(-1)).toMatchObject({ workerOrigins: [PAGE] });
});

it('asks for the calls of a service worker that controls the page', async () => {
  const { scopes, settle } = setUp('chromium', { controlled: true });
  await settle();
  expect(scopes.at(-1)).toMatchObject({ workerOrigins: [PAGE] });
});

it('says what keeps it from recording, and that it is over', () => {
  const { recorder, last } = setUp();
  recorder.fromPanel({ kind: 'subscribe' });
  recorder.fromBackground({
    kind: 'welcome',
    version: 1,
    browser: { name: 'chromium', version: '156' },
    hostPermission: false,
  });
  expect(last('status')?.trouble?.code).toBe('host-permission-missing');
  recorder.fromBackground({ kind: 'permission', hostPermission: true });
  expect(last('status')?.trouble).toBeNull();
  recorder.trouble({ code: 'worker-lost', detail: 'x' });
  expect(last('status')?.trouble?.code).toBe('worker-lost');
});

it('asks pages that cannot be asked without harm', async () => {
  expect(await askPage(() => Promise.reject(new Error('no')))).toMatchObject({ origin: null, controlled: false });
  expect(await askPage(() => Promise.resolve([undefined, { isError: true }]))).toMatchObject({ url: null });
});

it('keeps what a page did before DevTools told of it', async () => {
  const { recorder, settle, toPanel, last, runTimers, at } = setUp('firefox', { navigatedAt: null });
  recorder.fromPanel({ kind: 'subscribe' });
  const page = 'file:///page.html';
  for (const event of call('1')) recorder.fromBackground({ kind: 'events', events: [{ ...event, documentUrl: page }] });
  runTimers();
  at(9_000);
  recorder.navigated(page);
  for (let i = 0; i < 10; i++) {
    await settle();
    runTimers();
  }
  const kinds = toPanel.map(({ kind }) => kind);
  expect(kinds.lastIndexOf('changed')).toBeGreaterThan(kinds.lastIndexOf('navigated'));
  expect(last('changed')).toMatchObject({ changed: [{ id: '1' }], removed: [] });
});

it('keeps no more than the limit that the panel asks for, at once and from then on', () => {
  const { recorder, last, runTimers } = setUp();
  recorder.fromPanel({ kind: 'subscribe' });
  for (const id of ['1', '2', '3'])
    for (const event of call(id)) recorder.fromBackground({ kind: 'events', events: [event] });
  runTimers();
  recorder.fromPanel({ kind: 'limit', limit: 2 });
  runTimers();
  expect(last('changed')).toMatchObject({ removed: ['1'], dropped: 1 });
  expect(last('status')?.limit).toBe(2);
  for (const event of call('4')) recorder.fromBackground({ kind: 'events', events: [event] });
  runTimers();
  expect(last('changed')).toMatchObject({ removed: ['2'], dropped: 2 });
});

it('an open call that was dropped for room and ends in the same batch is shown, not lost', () => {
  const { recorder, last, runTimers } = setUp();
  recorder.fromPanel({ kind: 'subscribe' });
  recorder.fromPanel({ kind: 'limit', limit: 1 });
  const [start, ...rest] = call('1');
  if (start) recorder.fromBackground({ kind: 'events', events: [start] });
  const [other] = call('2');
  if (other) recorder.fromBackground({ kind: 'events', events: [other] });
  for (const event of rest) recorder.fromBackground({ kind: 'events', events: [event] });
  runTimers();
  const shown = last('changed');
  expect(shown?.changed.map(({ id }) => id)).toEqual(['1']);
  expect(shown?.removed).toEqual(['2']);
});

it('says that it failed, takes in what comes next, and is well again once the list is cleared', () => {
  const { recorder, runTimers, last } = setUp();
  recorder.fromPanel({ kind: 'subscribe' });
  const broken = {
    ...call('1')[0],
    type: 'main_frame',
    kind: 'response',
    get url(): string {
      throw new Error('no URL');
    },
  };
  recorder.fromBackground({ kind: 'events', events: [broken as never] });
  expect(last('status')?.trouble).toEqual({ code: 'internal-error', detail: 'no URL' });
  for (const event of call('2')) recorder.fromBackground({ kind: 'events', events: [event] });
  runTimers();
  expect(last('changed')?.changed.map(({ id }) => id)).toEqual(['2']);
  recorder.fromBackground({
    kind: 'welcome',
    version: 1,
    browser: { name: 'chromium', version: '1' },
    hostPermission: true,
  });
  expect(last('status')?.trouble?.code).toBe('internal-error');
  recorder.fromPanel({ kind: 'clear' });
  expect(last('status')?.trouble).toBeNull();
});

it('passes on what failed in the background', () => {
  const { recorder, last } = setUp();
  recorder.fromPanel({ kind: 'subscribe' });
  const trouble = { code: 'internal-error', detail: 'too large' } as const;
  recorder.fromBackground({ kind: 'trouble', trouble });
  recorder.trouble(null); // the Port is well
  expect(last('status')?.trouble).toEqual(trouble);
});
