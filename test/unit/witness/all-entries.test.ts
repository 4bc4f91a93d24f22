import { expect, it } from 'vitest';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { entryKey, matchAll } from '../../../src/witness/all-entries.ts';
import { readNetworkEntry } from '../../../src/witness/network-entry.ts';
import { API, assemble, PAGE, script } from '../exchange/events.ts';

const s = script('chromium');

/** A PUT with its preflight, begun when the one before it had ended. */
function put(id: string, path: string, ended = true): Exchange {
  const url = `${API}${path}`;
  const exchanges = assemble('chromium', [
    s.start(id, 'PUT', url),
    s.start(`p${id}`, 'OPTIONS', url),
    s.send(`p${id}`, 'OPTIONS', url, [`Origin: ${PAGE}`, 'Access-Control-Request-Method: PUT']),
    s.headers(`p${id}`, 'OPTIONS', url, 204),
    s.complete(`p${id}`, 'OPTIONS', url, 204),
    s.send(id, 'PUT', url, [`Origin: ${PAGE}`]),
    s.headers(id, 'PUT', url, 200),
    ...(ended ? [s.complete(id, 'PUT', url, 200)] : []),
  ]);
  const exchange = exchanges.find((one) => one.id === id);
  if (!exchange) throw new Error('no exchange');
  return exchange;
}

const entriesOf = ({ startedAt, hops }: Exchange, took: number) => {
  const startedDateTime = new Date(startedAt).toISOString();
  return [
    { startedDateTime, request: { url: hops[0].url, method: 'OPTIONS' }, _resourceType: 'preflight', time: took },
    { startedDateTime, request: { url: hops[0].url, method: 'PUT' }, _resourceType: 'fetch', time: 2 * took },
  ];
};

it('tells each call its kind and what its preflight took, and which entries that came from', () => {
  const exchanges = [put('1', '/a'), put('2', '/b')];
  const entries = exchanges.flatMap((exchange, at) => entriesOf(exchange, at + 5));
  const { evidence, matched, used } = matchAll(exchanges, entries, 0);
  expect(Object.fromEntries(evidence)).toEqual({
    1: { resourceKind: 'fetch', preflightMs: 5 },
    2: { resourceKind: 'fetch', preflightMs: 6 },
  });
  expect([...matched].sort()).toEqual(['1', '1 0', '2', '2 0']);
  expect(used.size).toBe(4);
  for (const entry of entries) {
    const sighting = readNetworkEntry(entry);
    expect(sighting && used.has(entryKey(sighting))).toBe(true);
  }
});

it('tells nothing of a call that has not ended, and lets no other take its entry', () => {
  const [open, ended] = [put('3', '/same', false), put('4', '/same')];
  const { evidence } = matchAll([open, ended], [...entriesOf(open, 5), ...entriesOf(ended, 6)], 0);
  expect(Object.fromEntries(evidence)).toEqual({ 4: { resourceKind: 'fetch', preflightMs: 6 } });
});

it('leaves alone what has more calls than entries, and what is older than it was asked of', () => {
  const [one, other, old] = [put('5', '/same'), put('6', '/same'), put('7', '/old')];
  expect(matchAll([one, other], entriesOf(other, 5), 0).evidence.size).toBe(0);
  expect(matchAll([old], entriesOf(old, 5), old.startedAt + 1).evidence.size).toBe(0);
});

it('takes what is no entry for none', () => {
  expect(matchAll([put('8', '/a')], [null, 'x', {}, { request: 1 }], 0).evidence.size).toBe(0);
});
