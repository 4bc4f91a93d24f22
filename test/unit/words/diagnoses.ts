import type { Diagnosis, Fault } from '../../../src/diagnosis/diagnosis.ts';
import { PAGE } from '../../fixtures/panel-page/calls.ts';

const unknown = { value: null, from: 'unknown' } as const;

/** A diagnosis put together by hand: these tests are about words, not about judging. */
export const diagnosisWith = (parts: Partial<Diagnosis>): Diagnosis => ({
  exchangeId: '1',
  revision: 1,
  verdict: 'blocked',
  certainty: 'observed',
  cause: null,
  faults: [],
  otherCause: null,
  lookalike: null,
  roots: [],
  trace: [],
  origin: { value: PAGE, from: 'seen', because: { code: 'origin-header' } },
  mode: { value: 'cors', from: 'seen', because: { code: 'sec-fetch-mode' } },
  credentials: unknown,
  preflight: { needed: unknown, sent: false, reasons: [], absentBecause: null, cachedBy: null },
  notes: [],
  readability: null,
  browserCode: null,
  readings: null,
  ...parts,
});

export const faultWith = (parts: Partial<Fault> & Pick<Fault, 'code'>): Fault => ({
  phase: 'response',
  hop: 0,
  pointer: null,
  got: null,
  want: null,
  nearMiss: null,
  root: null,
  ...parts,
});

/** Blocked by this one fault. */
export const blockedBy = (fault: Fault, parts: Partial<Diagnosis> = {}): Diagnosis =>
  diagnosisWith({ cause: fault, faults: [fault], ...parts });
