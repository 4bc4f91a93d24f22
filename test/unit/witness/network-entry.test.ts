import { expect, it } from 'vitest';
import { readNetworkEntry } from '../../../src/witness/network-entry.ts';

const entry = (more: object = {}) => ({
  startedDateTime: '2026-11-24T10:00:00.123Z',
  time: 12.5,
  request: { url: 'http://localhost:8081/x#part', method: 'PUT' },
  response: { status: 200 },
  _resourceType: 'fetch',
  ...more,
});

it('reads call site, kind and time of a call', () => {
  const frame = (functionName: string, lineNumber: number) => ({
    functionName,
    url: 'http://localhost:8080/app.js',
    lineNumber,
    columnNumber: 4,
  });
  const seen = readNetworkEntry(
    entry({
      _initiator: {
        type: 'script',
        stack: {
          callFrames: [
            { ...frame('apply', 0), url: 'cors-lens-page-witness.js' },
            { ...frame('x', 1), url: '' },
            frame('save', 9),
          ],
          parent: { callFrames: [frame('onClick', 29)] },
        },
      },
    }),
  );
  expect(seen).toMatchObject({
    kind: 'call',
    method: 'PUT',
    url: 'http://localhost:8081/x',
    startedAt: Date.UTC(2026, 10, 24, 10, 0, 0, 123),
    evidence: {
      resourceKind: 'fetch',
      callSite: [
        { functionName: 'save', url: 'http://localhost:8080/app.js', line: 10, column: 5 },
        { functionName: 'onClick', line: 30 },
      ],
    },
  });
  expect(seen?.evidence.fromServiceWorker).toBeUndefined();
});

it('points into the markup for elements', () => {
  const seen = readNetworkEntry(
    entry({ _initiator: { type: 'parser', url: 'http://localhost:8080/', lineNumber: 6 } }),
  );
  expect(seen?.evidence.callSite).toEqual([{ functionName: '', url: 'http://localhost:8080/', line: 7, column: 1 }]);
});

it('tells what a preflight cost', () => {
  const seen = readNetworkEntry(entry({ _resourceType: 'preflight' }));
  expect(seen).toMatchObject({ kind: 'preflight', method: 'OPTIONS', evidence: { preflightMs: 12.5 } });
});

it('tells that the page’s service worker answered', () => {
  const seen = readNetworkEntry(entry({ response: { _fetchedViaServiceWorker: true } }));
  expect(seen?.evidence.fromServiceWorker).toBe(true);
});

it.each([
  [null],
  [{}],
  ['text'],
  [{ request: {} }],
  [entry({ startedDateTime: 'never' })],
  [entry({ request: { url: 'x'.repeat(20_000), method: 'GET' } })],
])('makes nothing of what is no entry: %#', (odd) => {
  expect(readNetworkEntry(odd)).toBeNull();
});

it('ends with a stack that goes round in circles', () => {
  const stack: { callFrames: object[]; parent?: object } = {
    callFrames: [{ functionName: 'f', url: 'http://a/', lineNumber: 0, columnNumber: 0 }],
  };
  stack.parent = stack;
  expect(readNetworkEntry(entry({ _initiator: { stack } }))?.evidence.callSite).toHaveLength(30);
  stack.callFrames = [];
  expect(readNetworkEntry(entry({ _initiator: { stack } }))?.evidence.callSite).toBeUndefined();
});
