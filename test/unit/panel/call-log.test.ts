import { describe, expect, test } from 'vitest';
import { createCallLog } from '../../../src/panel/stores/call-log.ts';
import { serverOf } from '../../../src/panel/stores/server-of.ts';
import { API, call } from '../../fixtures/panel-page/calls.ts';

describe('the log of calls', () => {
  test('counts a redirected call for each of its servers, and each server once', () => {
    const log = createCallLog();
    log.put(call({ id: 'a', url: 'http://two.test/', redirects: [{ url: 'http://one.test/', answer: {} }] }));
    log.put(call({ id: 'b', url: 'http://two.test:80/x', redirects: [{ url: 'http://two.test/y', answer: {} }] }));
    expect(log.servers()).toBe(2);
    log.remove('a');
    expect(log.servers()).toBe(1);
    log.remove('b');
    expect(log.servers()).toBe(0);
  });

  test('knows a server that a later revision adds', () => {
    const log = createCallLog();
    log.put(call({ id: 'a' }));
    log.put(call({ id: 'a', url: 'http://two.test/', redirects: [{ url: API, answer: {} }], extra: { revision: 2 } }));
    expect(log.servers()).toBe(2);
    expect(log.size()).toBe(1);
  });

  test('adds up the preflights to each server and what they cost, and takes back what goes', () => {
    const log = createCallLog();
    const preflight = { answer: { status: 204 } };
    log.put(call({ id: 'a', method: 'PUT', preflight, took: 30 }));
    log.put(call({ id: 'b', method: 'PUT', preflight, took: 12 }));
    log.put(call({ id: 'c' }));
    expect(log.ofServer(API)).toEqual({ calls: 3, preflights: 2, preflightMs: 42 });
    log.put(call({ id: 'b', method: 'PUT', preflight, took: 20, extra: { revision: 2 } }));
    expect(log.ofServer(API)).toEqual({ calls: 3, preflights: 2, preflightMs: 50 });
    log.remove('a');
    expect(log.ofServer(API)).toEqual({ calls: 2, preflights: 1, preflightMs: 20 });
    expect(log.latestTo(API, 1).map(({ id }) => id)).toEqual(['c']);
    log.remove('b');
    log.remove('c');
    expect(log.ofServer(API)).toBeNull();
  });

  test('shows the engine the neighbours of a call at the same server, oldest first, itself among them', () => {
    const log = createCallLog();
    for (let index = 0; index < 1000; index += 1) {
      log.put(call({ id: `a${index}`, at: index }));
      log.put(call({ id: `b${index}`, at: index, url: 'http://other.test/' }));
    }
    for (let index = 0; index < 400; index += 1) log.remove(`a${index}`);
    const middle = log.get('a500');
    expect(middle).toBeDefined();
    const near = middle
      ? log
          .around(middle)
          .toServer(API)
          .map(({ id }) => id)
      : [];
    expect(near).toContain('a500');
    expect(near).toContain('a499');
    expect(near).toContain('a501');
    expect(near.every((id) => id.startsWith('a'))).toBe(true);
    expect(near).toEqual([...near].sort());
    expect(near.length).toBeLessThanOrEqual(201);
  });

  test('survives thousands of removals without forgetting the order', () => {
    const log = createCallLog();
    for (let index = 0; index < 5000; index += 1) {
      log.put(call({ id: `${10_000 + index}`, at: index }));
      if (index >= 100) log.remove(`${10_000 + index - 100}`);
    }
    const last = log.get('14999');
    const near = last
      ? log
          .around(last)
          .toServer(API)
          .map(({ id }) => id)
      : [];
    expect(near).toHaveLength(100);
    expect(near).toEqual([...near].sort());
  });

  test('a call’s context changes when its server’s calls do, and only then', () => {
    const log = createCallLog();
    const exchange = call({ id: 'a' });
    log.put(exchange);
    const before = log.contextOf(exchange);
    log.put(call({ id: 'b', url: 'http://other.test/' }));
    expect(log.contextOf(exchange)).toBe(before);
    log.put(call({ id: 'c' }));
    expect(log.contextOf(exchange)).not.toBe(before);
  });
});

test.each([
  ['http://localhost:8081/items/1', 'http://localhost:8081'],
  ['HTTPS://API.Example.test:443/x', 'https://api.example.test'],
  ['https://user:pass@api.example.test/x', 'https://api.example.test'],
  ['data:text/plain,hello', 'data:'],
  ['not a url', 'not a url'],
])('the server of %s is %s', (url, server) => {
  expect(serverOf(url)).toBe(server);
  expect(serverOf(url)).toBe(server);
});
