import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { exchangeOfPageCall, isNeverSent, isRefusedForSure, readPageAnswer } from '../../../src/witness/page-call.ts';
import { NO_WITNESS } from '../../../src/witness/page-script.ts';

const PAGE = 'http://localhost:8080';
const API = 'http://localhost:8081';
const row = (more: Readonly<Record<number, unknown>> = {}): unknown[] => {
  const usual = [
    3,
    'fetch',
    'GET',
    `${API}/x`,
    'cors',
    'same-origin',
    'follow',
    1_000,
    null,
    0,
    null,
    null,
    PAGE,
    'd',
    true,
  ];
  return usual.map((value, i) => (i in more ? more[i] : value));
};
const read = (more?: Readonly<Record<number, unknown>>) => readPageAnswer(['d', 1, [row(more)]]).calls[0];
const judged = (more: Readonly<Record<number, unknown>>) => {
  const call = read(more);
  if (!call) throw new Error('not read');
  const context = { browser: 'chromium', tabId: 7, pageUrl: `${PAGE}/` } as const;
  return diagnose(exchangeOfPageCall(call, context, 1));
};

it('reads a call', () => {
  expect(readPageAnswer(['d', 1, [row()]])).toMatchObject({
    present: true,
    document: 'd',
    ticket: 1,
    calls: [
      { id: 'page:d:3', method: 'GET', url: `${API}/x`, top: true, evidence: { mode: 'cors', resourceKind: 'fetch' } },
    ],
  });
  expect(readPageAnswer(NO_WITNESS).present).toBe(false);
  expect(readPageAnswer(undefined).present).toBeNull();
});

it('reads the stacks of both browsers, without the witness itself', () => {
  const chromium = `Error\n    at stackHere (cors-lens-page-witness.js:99:1)\n    at Object.apply (cors-lens-page-witness.js:9:1)\n    at save (${PAGE}/app.js:10:5)\n    at async ${PAGE}/app.js:20:3\n    at new <anonymous> (<anonymous>)`;
  const firefox = `stackHere@debugger eval code:99:1\nsave@${PAGE}/app.js:10:5\nasync*@${PAGE}/app.js:20:3\n`;
  for (const stack of [chromium, firefox]) {
    expect(
      read({ 11: stack })?.evidence.callSite?.map(({ functionName, line, column }) => [functionName, line, column]),
    ).toEqual([
      ['save', 10, 5],
      ['', 20, 3],
    ]);
  }
});

it.each([
  ['a URL of many megabytes', { 3: `${API}/${'x'.repeat(1_000_000)}` }],
  ['a method that is no text', { 2: { toString: 'x' } }],
  ['a redirect mode that does not exist', { 6: 'elsewhere' }],
  ['a time that is none', { 7: Number.NaN }],
  ['a kind of call that does not exist', { 1: 'teleport' }],
])('leaves out %s', (_name, more) => {
  expect(read(more)).toBeUndefined();
});

it('makes nothing of a mode that does not exist', () => {
  expect(read({ 4: 'cores', 5: 7 })?.evidence.mode).toBeUndefined();
});

it('survives whatever a page answers', () => {
  fc.assert(
    fc.property(fc.anything(), (answer) => {
      for (const call of readPageAnswer(answer).calls) {
        isNeverSent(call);
        isRefusedForSure(call);
      }
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.anything(), { maxLength: 15 }), (odd) => {
      readPageAnswer(['d', 1, [odd, row(Object.fromEntries(odd.map((value, i) => [i, value])))]]);
    }),
  );
});

it('takes in no more than the witness may hold', () => {
  expect(readPageAnswer(['d', 1, Array.from({ length: 5_000 }, (_, i) => row({ 0: i }))]).calls).toHaveLength(400);
});

it.each([
  ['the policy of the page', { 10: 'connect-src' }, 'failed', 'content-security-policy'],
  ['mode same-origin', { 4: 'same-origin' }, 'blocked', 'same-origin-mode'],
  ['no-cors with redirect error', { 4: 'no-cors', 6: 'error' }, 'blocked', 'no-cors-redirect-mode'],
  ['a scheme of its own', { 3: 'myapp://x/' }, 'blocked', 'disabled-scheme'],
  ['a file', { 3: 'file:///etc/passwd' }, 'failed', 'other-failure'],
  ['a bad port', { 3: 'http://localhost:6000/' }, 'failed', 'unsafe-port'],
  ['a service worker that answers', { 1: 'xhr', 8: 'load', 9: 200 }, 'allowed', undefined],
  ['an abort before anything was sent', { 1: 'xhr', 8: 'abort' }, 'failed', 'aborted'],
])('explains %s, and never claims to have observed it', (_name, more, verdict, code) => {
  const diagnosis = judged(more);
  expect([diagnosis.verdict, diagnosis.cause?.code ?? diagnosis.lookalike?.code]).toEqual([verdict, code]);
  expect([diagnosis.certainty, diagnosis.seenBy?.code]).toEqual(['derived', 'page-witness']);
});

it('tells only of calls that are refused for sure, or that have ended', () => {
  const told = (more: Readonly<Record<number, unknown>>) => {
    const call = read(more);
    return call && [isRefusedForSure(call), isNeverSent(call)];
  };
  expect(told({})).toEqual([false, false]);
  expect(told({ 4: 'same-origin' })).toEqual([true, false]);
  expect(told({ 8: 'error' })).toEqual([false, true]);
  expect(told({ 8: 'error', 3: `${PAGE}/own` })).toEqual([false, false]);
  expect(told({ 8: 'error', 3: 'data:text/plain,x' })).toEqual([false, false]);
});
