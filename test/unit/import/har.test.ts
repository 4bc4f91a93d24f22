import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { BrowserName, Exchange } from '../../../src/exchange/exchange.ts';
import type { Imported } from '../../../src/import/imported.ts';
import { openRecording } from '../../../src/import/open.ts';
import { serversOf } from '../../../src/panel/stores/server-of.ts';
import { DIFFERENCES } from '../../har/differences.ts';
import { families } from '../../lab/scenarios/families.ts';

// Files that the two browsers exported over some of the lab's scenarios, without bodies and long stacks.
const read = (browser: BrowserName): string =>
  readFileSync(new URL(`../../fixtures/har/${browser}.har`, import.meta.url), 'utf8');
const open = (text: string): Imported => {
  const opened = openRecording(text);
  if (!opened.ok) throw new Error(`${opened.code} ${opened.detail}`);
  return opened.recording;
};
const scenarios = families.flatMap((family) => family.scenarios);
const concerns = ({ hops }: Exchange, id: string) => hops.some(({ url }) => url.includes(`/s/${id}/call`));

describe.each(['chromium', 'firefox'] as const)('a HAR that %s exported', (browser) => {
  const text = read(browser);
  const { exchanges, ...file } = open(text);
  const held = scenarios.filter(({ id }) => text.includes(`/s/${id}/call`));

  it('holds enough to be worth the test', () => {
    expect(held.length).toBeGreaterThan(35);
    expect(file.browser.name).toBe(browser);
    expect(file.browser.version).toMatch(/^\d+\.\d/);
    expect(file.pageUrl).toMatch(/^http:\/\/localhost:\d+\/$/);
    expect(file.navigations).toHaveLength(1);
  });

  it.each(held.map((scenario) => [scenario.id, scenario] as const))('%s', (id, scenario) => {
    const wanted = { ...scenario.expect, ...(browser === 'firefox' ? scenario.expect.inFirefox : {}) };
    const call = exchanges.filter((exchange) => concerns(exchange, id)).at(-1);
    const difference = DIFFERENCES[browser][id];
    if (difference?.har === 'absent' || wanted.unseen) {
      expect(call).toBeUndefined();
      return;
    }
    if (call === undefined) throw new Error('not among the exchanges');
    const diagnosis = diagnose(call, {
      toServer: (server) => exchanges.filter((one) => serversOf(one).includes(server)),
    });
    const said = { verdict: diagnosis.verdict, cause: diagnosis.cause?.code ?? diagnosis.lookalike?.code ?? null };
    if (difference?.har === 'undecided') expect(said.verdict).toBe('undecided');
    else if (difference?.har === 'unnamed') expect(said).toEqual({ verdict: 'failed', cause: 'other-failure' });
    else expect(said).toEqual({ verdict: wanted.verdict, cause: wanted.cause });
  });

  it('gives each of ten identical parallel PUTs a preflight of its own', () => {
    const puts = exchanges.filter((exchange) => concerns(exchange, 'parallel-identical'));
    expect(puts).toHaveLength(10);
    expect(new Set(puts.map(({ hops }) => hops[0].preflight?.requestId)).size).toBe(10);
  });

  it('puts redirects together, each request with its own preflight', () => {
    const [put] = exchanges.filter((exchange) => concerns(exchange, 'redirect-put'));
    expect(put?.hops.map(({ preflight, redirected }) => [preflight?.response?.status, redirected])).toEqual([
      [204, true],
      [204, false],
    ]);
    expect(put?.initiator).toBe(new URL(file.pageUrl ?? '').origin);
  });

  it('lists only calls that cross origins', () => {
    expect(
      exchanges.filter(({ hops, initiator }) => hops.every(({ url }) => new URL(url).origin === initiator)),
    ).toEqual([]);
  });

  it('says what it does not hold', () => {
    const codes = file.lacks.map(({ code }) => code);
    expect(codes).toContain('frames');
    expect(codes.includes('endings')).toBe(browser === 'firefox');
    expect(codes.includes('never-sent')).toBe(browser === 'firefox');
    expect(codes.includes('provisional-headers')).toBe(browser === 'chromium');
    expect(codes).not.toContain('cookies');
  });
});

it('calls a no-cors load of Firefox opaque, unless something in the file could have stopped it', () => {
  const har = JSON.parse(read('firefox'));
  const verdict = (value: object, id: string) => {
    const [call] = open(JSON.stringify(value)).exchanges.filter((exchange) => concerns(exchange, id));
    return call && diagnose(call).verdict;
  };
  expect(verdict(har, 'image-plain')).toBe('undecided');
  har.log.entries = har.log.entries.filter(
    ({ request }: { request: { url: string } }) => !request.url.includes('/coep/'),
  );
  expect(verdict(har, 'image-plain')).toBe('opaque');
  expect(verdict(har, 'corp')).toBe('undecided');
});

describe('a HAR without its sensitive data', () => {
  it('says that cookies are missing, and claims no credentials', () => {
    const har = JSON.parse(read('chromium'));
    for (const { request } of har.log.entries) {
      request.headers = request.headers.filter(
        ({ name }: { name: string }) => !/^(?:cookie|authorization)$/i.test(name),
      );
    }
    const { lacks, exchanges } = open(JSON.stringify(har));
    expect(lacks.map(({ code }) => code)).toContain('cookies');
    const [call] = exchanges.filter((exchange) => concerns(exchange, 'credentials-ok-cross-site'));
    expect(call && diagnose(call).verdict).toBe('allowed');
    expect(call && diagnose(call).credentials.from).not.toBe('seen');
  });
});

describe('a file that is no recording', () => {
  it.each([
    ['nothing', '', 'not-json'],
    ['a picture', '\u0089PNG\r\n', 'not-json'],
    ['a list', '[]', 'not-a-recording'],
    ['null', 'null', 'not-a-recording'],
    ['another JSON', '{"log":"x"}', 'not-a-recording'],
    ['a HAR of nobody', '{"log":{"entries":[]}}', 'har-of-unknown-browser'],
    [
      'a HAR of Safari',
      '{"log":{"creator":{"name":"WebKit Web Inspector","version":"1"},"entries":[{}]}}',
      'har-of-unknown-browser',
    ],
    [
      'a HAR of nonsense',
      '{"log":{"creator":{"name":"Firefox","version":"153"},"entries":[{},{"request":1}]}}',
      'malformed',
    ],
    [
      'a report of the future',
      '{"format":"cors-lens-report","version":2,"generator":"CORS Lens 9.0.0"}',
      'newer-report',
    ],
    [
      'a report without its recording',
      '{"format":"cors-lens-report","version":1,"exchanges":[{"id":"1"}]}',
      'report-without-recording',
    ],
    [
      'a damaged report',
      '{"format":"cors-lens-report","version":1,"browser":{"name":"firefox"},"exchanges":[{"recorded":{"hops":[]}}]}',
      'malformed',
    ],
  ])('%s is refused with a reason', (_name, text, code) => {
    expect(openRecording(text)).toMatchObject({ ok: false, code });
  });
  it('with a byte order mark is read all the same', () => {
    expect(openRecording(`\ufeff${read('firefox')}`).ok).toBe(true);
  });
  it('keeps the entries that can be read, and counts the others', () => {
    const har = JSON.parse(read('chromium'));
    const whole = open(JSON.stringify(har)).exchanges.length;
    har.log.entries.push(null, 5, { request: {} });
    const { exchanges, lacks } = open(JSON.stringify(har));
    expect(exchanges).toHaveLength(whole);
    expect(lacks).toContainEqual({ code: 'unreadable-entries', count: 3 });
  });
});
