import { describe, expect, it } from 'vitest';
import {
  CAUSE_CODES,
  LOOKALIKE_CODES,
  NEAR_MISS_CODES,
  NOTE_CODES,
  ROOT_HINT_CODES,
} from '../../../src/diagnosis/codes.ts';
import type { BecauseCode, Step, StepId, UnsafeRule, Verdict } from '../../../src/diagnosis/diagnosis.ts';
import {
  becauseText,
  causeTitle,
  certaintyWords,
  faultText,
  nearMissText,
  noteText,
  preflightReasonText,
  rootText,
  sentence,
  stepHelp,
  stepTitle,
  verdictWord,
} from '../../../src/words/explain.ts';
import { call } from '../../fixtures/panel-page/calls.ts';
import { blockedBy, diagnosisWith, faultWith } from './diagnoses.ts';

// Written out once more, as a Record, so that a code that is added to the union fails to compile here as well.
const BECAUSE: Record<BecauseCode, true> = {
  'sec-fetch-mode': true,
  'page-witness': true,
  'origin-header-cross-origin': true,
  'no-origin-header': true,
  'handed-over-unasked': true,
  'resource-type': true,
  initiator: true,
  'origin-header': true,
  'preflight-was-sent': true,
  'method-and-headers': true,
  'cookie-sent': true,
  'storage-access-header': true,
  'no-storage-access-header': true,
  'wildcard-accepted': true,
  'wildcard-refused': true,
  'credentials-refused': true,
  'accepted-without-allow-credentials': true,
  'beacon-includes': true,
  'resource-timing': true,
};
const STEPS: Record<StepId, true> = {
  'request-mode': true,
  'preflight-needed': true,
  'preflight-answered': true,
  'preflight-not-redirected': true,
  'preflight-allow-origin': true,
  'preflight-allow-credentials': true,
  'preflight-ok-status': true,
  'preflight-allow-methods': true,
  'preflight-allow-headers': true,
  'response-arrived': true,
  'response-allow-origin': true,
  'response-allow-credentials': true,
  'redirect-location': true,
  'response-delivered': true,
};
const RULES: Record<UnsafeRule, true> = {
  'name-not-safelisted': true,
  'value-too-long': true,
  'total-too-long': true,
  'unsafe-byte': true,
  'content-type-not-safelisted': true,
  'range-not-simple': true,
};
const keys = <K extends string>(record: Record<K, true>): K[] => Object.keys(record) as K[];
const step = (id: StepId): Step => ({
  id,
  hop: 0,
  state: 'failed',
  spec: '',
  deviates: false,
  expected: null,
  got: null,
  pointer: null,
  fault: null,
});
const exchange = call({ id: '1' });
const lookalike = (code: (typeof LOOKALIKE_CODES)[number]): string =>
  sentence(
    exchange,
    diagnosisWith({ verdict: 'failed', lookalike: { code, evidence: 'net::X', hop: 0, during: 'actual' } }),
  );
const verdicts: Verdict[] = ['allowed', 'blocked', 'failed', 'opaque', 'pending', 'undecided'];

const families: [string, string[]][] = [
  ['titles of causes and lookalikes', [...CAUSE_CODES, ...LOOKALIKE_CODES].map(causeTitle)],
  ['faults', CAUSE_CODES.map((code) => faultText(faultWith({ code }), blockedBy(faultWith({ code }))))],
  ['lookalikes', LOOKALIKE_CODES.map(lookalike)],
  ['notes', NOTE_CODES.map((code) => noteText({ code, hop: 0, pointer: null, detail: null }))],
  ['near misses', NEAR_MISS_CODES.map((code) => nearMissText({ code, got: 'a', want: 'b' }))],
  ['hints', ROOT_HINT_CODES.map((code) => rootText({ code, detail: null }))],
  ['steps', keys(STEPS).map((id) => stepTitle(step(id)))],
  ['help of steps', keys(STEPS).map((id) => stepHelp(step(id)))],
  ['reasons of belief', keys(BECAUSE).map((code) => becauseText({ code }))],
  [
    'reasons of preflights',
    [
      ...keys(RULES).map((rule) => preflightReasonText({ code: 'header', name: 'x', rule })),
      preflightReasonText({ code: 'method', method: 'PUT' }),
      ...(['upload-listener', 'upload-stream', 'upload', 'unknown'] as const).map((code) =>
        preflightReasonText({ code }),
      ),
    ],
  ],
  ['verdicts', verdicts.map(verdictWord)],
  ['certainties', (['observed', 'derived', 'depends'] as const).map(certaintyWords)],
];

describe.each(families)('every code has words: %s', (_name, texts) => {
  it('non-empty, distinct, complete', () => {
    expect(texts.filter((text) => text.trim().length < 4)).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => /undefined|null\)|\[object|\$\{| {2}/.test(text))).toEqual([]);
  });
  it('with every backtick closed', () => {
    expect(texts.filter((text) => text.split('`').length % 2 === 0)).toEqual([]);
  });
});

it('says causes in at most six words', () => {
  const long = [...CAUSE_CODES, ...LOOKALIKE_CODES].map(causeTitle).filter((title) => title.split(' ').length > 6);
  expect(long).toEqual([]);
});

it('never blames CORS for what only looks like it', () => {
  for (const code of LOOKALIKE_CODES) {
    expect(lookalike(code)).toContain('This is not a matter of CORS headers.');
    expect(causeTitle(code)).not.toMatch(/CORS/);
    expect(lookalike(code).replace('This is not a matter of CORS headers.', '')).not.toMatch(/CORS/);
  }
});

it('never proposes what must not be proposed', () => {
  const all = families.flatMap(([, texts]) => texts).join('\n');
  expect(all).not.toMatch(/disable[- ]web[- ]security|allorigins|cors-anywhere|proxy service|Allow-Origin: null/i);
});
