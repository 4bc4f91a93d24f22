import { expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { API, assemble, PAGE, script } from '../exchange/events.ts';

// What Resource Timing adds in Firefox, where webRequest ends a blocked call like an allowed one.
const s = script('firefox');
function judged(
  answer: readonly string[],
  responseStatus: number | null,
  status = 200,
  mode: string | null = 'cors',
  method = 'GET',
) {
  const [exchange] = assemble('firefox', [
    s.start('1', method, API),
    s.send('1', method, API, [`Origin: ${PAGE}`, ...(mode === null ? [] : [`Sec-Fetch-Mode: ${mode}`])]),
    s.headers('1', method, API, status, [...answer]),
    s.response('1', method, API, status, [...answer]),
    s.complete('1', method, API, status),
  ]);
  if (!exchange) throw new Error('no exchange');
  const timing = { initiatorType: 'fetch', matchedBy: 'only-candidate' } as const;
  const evidence = responseStatus === null ? {} : { resourceTiming: { ...timing, responseStatus } };
  const { verdict, certainty, cause, credentials, seenBy } = diagnose({ ...exchange, evidence });
  return [verdict, certainty, cause?.code ?? null, credentials.value, seenBy?.code ?? null];
}
const ALLOW = [`Access-Control-Allow-Origin: ${PAGE}`];

it('leaves a verdict derived that nobody saw', () => {
  expect(judged(['Access-Control-Allow-Origin: https://other.example'], null)).toEqual([
    'blocked',
    'derived',
    'allow-origin-mismatch',
    null,
    null,
  ]);
});
it('sees the block', () => {
  expect(judged(['Access-Control-Allow-Origin: https://other.example'], 0)).toEqual([
    'blocked',
    'observed',
    'allow-origin-mismatch',
    null,
    'resource-timing',
  ]);
});
it('decides what depends on credentials, and learns whether they were included', () => {
  expect(judged(ALLOW, null).slice(0, 2)).toEqual(['undecided', 'depends']);
  expect(judged(ALLOW, 0)).toEqual(['blocked', 'observed', 'allow-credentials-missing', true, 'resource-timing']);
  expect(judged(ALLOW, 200)).toEqual(['allowed', 'observed', null, false, 'resource-timing']);
});
it('takes the stored status of a revalidated answer', () => {
  expect(judged([...ALLOW, 'Access-Control-Allow-Credentials: true'], 200, 304).slice(0, 2)).toEqual([
    'allowed',
    'observed',
  ]);
});
it('does not let the page talk a block away that the headers prove', () => {
  expect(judged([], 200)).toEqual(['blocked', 'derived', 'allow-origin-missing', null, null]);
});
it('does not let the page invent a block that the headers exclude', () => {
  expect(judged([...ALLOW, 'Access-Control-Allow-Credentials: true'], 0).slice(0, 2)).toEqual(['allowed', 'derived']);
});
it('makes nothing of a 0 in no-cors mode, and of a status that is another', () => {
  expect(judged([], 0, 200, 'no-cors').slice(0, 2)).toEqual(['opaque', 'observed']);
  expect(judged(ALLOW, 418).slice(0, 2)).toEqual(['undecided', 'depends']);
});
it('proves nothing by a 0 of a POST whose mode is only inferred: one in no-cors mode looks the same', () => {
  expect(judged([], 0, 200, null, 'POST').slice(0, 2)).toEqual(['blocked', 'derived']);
  expect(judged([], 0, 200, 'cors', 'POST').slice(0, 2)).toEqual(['blocked', 'observed']);
  expect(judged([], 0, 200, null, 'GET').slice(0, 2)).toEqual(['blocked', 'observed']);
});
