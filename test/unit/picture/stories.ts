import type { Diagnosis, Fault, Step, StepId } from '../../../src/diagnosis/diagnosis.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { API, BLOCKED, call, PAGE } from '../../fixtures/panel-page/calls.ts';
import { blockedBy, diagnosisWith, faultWith } from '../words/diagnoses.ts';

export interface Case {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
}

const OTHER = 'http://127.0.0.1:8082';
const ALLOW = { 'Access-Control-Allow-Origin': PAGE } as const;

const step = (id: StepId, state: Step['state'], hop = 0): Step => ({
  id,
  hop,
  state,
  spec: '',
  deviates: false,
  expected: null,
  got: null,
  pointer: id.endsWith('allow-origin')
    ? {
        hop,
        message: id.startsWith('preflight') ? 'preflight-response' : 'response',
        header: 'access-control-allow-origin',
      }
    : null,
  fault: null,
});
const methodFault: Fault = faultWith({
  code: 'allow-methods-lacks-method',
  phase: 'preflight',
  pointer: { hop: 0, message: 'preflight-response', header: 'access-control-allow-methods' },
  got: 'GET, POST',
  want: 'PUT',
});
const missing = (hop = 0): Fault =>
  faultWith({
    code: 'allow-origin-missing',
    hop,
    pointer: { hop, message: 'response', header: 'access-control-allow-origin' },
    want: PAGE,
  });
const preflight = {
  sent: true,
  needed: { value: null, from: 'unknown' },
  reasons: [],
  absentBecause: null,
  cachedBy: null,
} as const;

const put = {
  id: '1',
  method: 'PUT',
  preflight: {
    asks: 'authorization,content-type',
    answer: {
      status: 204,
      headers: {
        ...ALLOW,
        'Access-Control-Allow-Methods': 'GET, POST',
        'Access-Control-Allow-Headers': 'content-type',
      },
    },
  },
} as const;

/** One call of each kind that is drawn differently. */
export const CASES = {
  'blocked preflight': {
    exchange: call({ ...put, error: BLOCKED }),
    diagnosis: blockedBy(methodFault, { preflight, trace: [step('preflight-allow-origin', 'passed')] }),
  },
  'allowed after a preflight': {
    exchange: call({ ...put, request: { Cookie: 'sid=s3cr3t' }, answer: { headers: ALLOW } }),
    diagnosis: diagnosisWith({
      verdict: 'allowed',
      preflight,
      credentials: { value: true, from: 'seen', because: { code: 'cookie-sent' } },
      trace: [step('preflight-allow-origin', 'passed'), step('response-allow-origin', 'passed')],
    }),
  },
  'blocked answer': {
    exchange: call({ id: '1', answer: { status: 500, headers: {} }, error: BLOCKED }),
    diagnosis: blockedBy(missing(), {
      preflight: { ...preflight, sent: false, absentBecause: 'simple', cachedBy: null },
    }),
  },
  'redirect to another server': {
    exchange: call({
      id: '1',
      url: `${OTHER}/moved`,
      redirects: [{ url: `${API}/old`, answer: { status: 302, headers: { ...ALLOW, Location: `${OTHER}/moved` } } }],
      answer: { headers: {} },
      error: BLOCKED,
    }),
    diagnosis: blockedBy(missing(1), { trace: [step('response-allow-origin', 'passed', 0)] }),
  },
  'cached preflight': {
    exchange: call({ id: '1', method: 'PUT', answer: { headers: ALLOW } }),
    diagnosis: diagnosisWith({
      verdict: 'allowed',
      preflight: { ...preflight, sent: false, absentBecause: 'cached', cachedBy: null },
      trace: [step('response-allow-origin', 'passed')],
    }),
  },
  'answer from the cache': {
    exchange: call({ id: '1', answer: { headers: ALLOW, fromCache: true } }),
    diagnosis: diagnosisWith({ verdict: 'allowed', trace: [step('response-allow-origin', 'passed')] }),
  },
  refused: {
    exchange: call({ id: '1', error: { text: 'net::ERR_CONNECTION_REFUSED', failure: 'connection-refused' } }),
    diagnosis: diagnosisWith({
      verdict: 'failed',
      lookalike: { code: 'connection-refused', evidence: 'net::ERR_CONNECTION_REFUSED', hop: 0, during: 'actual' },
    }),
  },
  pending: { exchange: call({ id: '1', open: true }), diagnosis: diagnosisWith({ verdict: 'pending' }) },
  undecided: {
    exchange: call({ id: '1', answer: { headers: { 'Access-Control-Allow-Origin': '*' } } }),
    diagnosis: diagnosisWith({
      verdict: 'undecided',
      certainty: 'depends',
      cause: faultWith({ code: 'allow-origin-wildcard-credentials' }),
      readings: { withCredentials: 'blocked', without: 'allowed' },
    }),
  },
  opaque: {
    exchange: call({ id: '1', type: 'image', answer: { headers: {} } }),
    diagnosis: diagnosisWith({ verdict: 'opaque' }),
  },
} as const satisfies Readonly<Record<string, Case>>;
export type CaseName = keyof typeof CASES;
