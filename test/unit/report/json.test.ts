import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Evidence, Exchange } from '../../../src/exchange/exchange.ts';
import { openRecording } from '../../../src/import/open.ts';
import { renderReport } from '../../../src/report/report.ts';
import { API, BLOCKED, call } from '../../fixtures/panel-page/calls.ts';
import { RECORDED } from '../../fixtures/panel-page/recorded.ts';
import { anyExchange } from './arbitrary-exchange.ts';
import { findingsOf, optionsWith } from './findings.ts';

const schema = JSON.parse(readFileSync(new URL('../../../docs/report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTuples: false,
  allowUnionTypes: true,
  formats: { 'date-time': true },
}).compile(schema);
const problems = (text: string): unknown =>
  validate(JSON.parse(text)) ? [] : validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`);
const report = (exchanges: readonly Exchange[], secrets: boolean): string =>
  renderReport('json', findingsOf(exchanges), optionsWith({ secrets }));
const reopened = (text: string): readonly Exchange[] => {
  const opened = openRecording(text);
  if (!opened.ok) throw new Error(`${opened.code} ${opened.detail}`);
  return opened.recording.exchanges;
};

describe('the JSON report', () => {
  it('is what docs/report.schema.json says, for the recorded calls', () => {
    expect(RECORDED.length).toBeGreaterThan(10);
    for (const secrets of [true, false]) expect(problems(report(RECORDED, secrets))).toEqual([]);
  });
  it('is so for any calls', () => {
    fc.assert(
      fc.property(fc.array(anyExchange, { maxLength: 3 }), fc.boolean(), (exchanges, secrets) => {
        expect(problems(report(exchanges, secrets))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
  it('the schema refuses what is no report', () => {
    const good = JSON.parse(report(RECORDED.slice(0, 1), false));
    for (const change of [
      { version: 2 },
      { browser: null },
      { exchanges: [{ ...good.exchanges[0], verdict: 'maybe' }] },
    ])
      expect(problems(JSON.stringify({ ...good, ...change }))).not.toEqual([]);
  });
});

describe('a saved report, opened again', () => {
  it('gives the very exchanges, so the very diagnoses', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyExchange, { maxLength: 3, selector: ({ id }) => id }), (exchanges) => {
        expect(reopened(report(exchanges, true))).toEqual(exchanges);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
  it('gives the same verdicts when its secrets were removed', () => {
    const judged = (exchanges: readonly Exchange[]) =>
      exchanges
        .map((exchange) => diagnose(exchange))
        .map(({ verdict, cause, credentials }) => [verdict, cause?.code, credentials.value]);
    expect(judged(reopened(report(RECORDED, false)))).toEqual(judged(RECORDED));
  });
  it('brings back all that the witnesses said', () => {
    const evidence: Required<Evidence> = {
      mode: 'cors',
      credentials: 'omit',
      callSite: [{ functionName: 'load', url: 'http://localhost:8080/a.js', line: 3, column: 7 }],
      resourceKind: 'fetch',
      preflightMs: 4.5,
      fromServiceWorker: true,
      resourceTiming: { responseStatus: 0, initiatorType: 'fetch', matchedBy: 'order' },
      page: {
        api: 'fetch',
        redirect: 'follow',
        outcome: { kind: 'answered', status: 200 },
        refusedByPolicy: 'connect-src',
        origin: 'http://localhost:8080',
        matchedBy: null,
      },
      underTrial: true,
    };
    const exchange = call({ id: '1', url: `${API}/`, answer: { headers: {} }, error: BLOCKED, extra: { evidence } });
    expect(reopened(report([exchange], true))).toEqual([exchange]);
  });
  it('keeps calls apart that carry one id', () => {
    const [one] = RECORDED;
    if (!one) throw new Error('no calls');
    expect(new Set(reopened(report([one, one], true)).map(({ id }) => id)).size).toBe(2);
  });
  it('is refused where anything in it is not an exchange', () => {
    const good = JSON.parse(report(RECORDED.slice(0, 1), true));
    const [item] = good.exchanges;
    for (const change of [
      { hops: [] },
      { hops: 1 },
      { end: { kind: 'magic' } },
      { browser: 'safari' },
      { initiator: {} },
      { type: '<b>' },
    ]) {
      const text = JSON.stringify({ ...good, exchanges: [{ ...item, recorded: { ...item.recorded, ...change } }] });
      expect(openRecording(text)).toMatchObject({ ok: false, code: 'malformed' });
    }
  });
});
