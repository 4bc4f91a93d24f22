import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../src/advice/fix.ts';
import { answersOf, isServed } from '../../../src/advice/policy-check.ts';
import {
  editPolicy,
  type JudgedCall,
  NO_EDITS,
  type ServerPolicy,
  serverPolicy,
  withValue,
} from '../../../src/advice/server-policy.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { supposedCall } from '../../fixes/supposed-call.ts';
import { API, BLOCKED, call, PAGE } from '../../fixtures/panel-page/calls.ts';

const judged = (exchange: Exchange): JudgedCall => ({ exchange, diagnosis: diagnose(exchange) });
const OTHER = 'http://localhost:9090';
const put = call({
  id: 'put',
  method: 'PUT',
  preflight: { asks: 'x-a', answer: { status: 405 } },
  error: BLOCKED,
  extra: { evidence: { mode: 'cors', credentials: 'include' } },
});
const get = call({
  id: 'get',
  origin: OTHER,
  answer: { headers: { 'Access-Control-Expose-Headers': 'ETag' } },
  error: BLOCKED,
  extra: { evidence: { mode: 'cors', credentials: 'omit' } },
});
const sandboxed = call({ id: 'null', origin: 'null', answer: {}, error: BLOCKED });
const elsewhere = call({ id: 'elsewhere', url: 'http://localhost:7/', answer: {}, error: BLOCKED });
/** Made within each test: what breaks it must fail a test, not the reading of this file. */
function made(): ServerPolicy {
  const policy = serverPolicy(API, [put, get, sandboxed, elsewhere].map(judged));
  if (!policy) throw new Error('no policy');
  return policy;
}

describe('one policy for a server', () => {
  it('holds what all of its calls need, and no other server’s', () => {
    expect(made().policy).toEqual({
      server: API,
      origins: [PAGE, OTHER],
      methods: ['PUT', 'GET'],
      requestHeaders: ['x-a'],
      exposedHeaders: ['ETag'],
      credentials: true,
      maxAge: null,
    });
  });

  it('keeps what a server exposes in several lines', () => {
    const lines = [
      ['Access-Control-Expose-Headers', 'ETag'],
      ['access-control-expose-headers', 'X-B , x-c'],
    ] as const;
    const exposing = call({ id: 'lines', answer: { headers: lines }, error: BLOCKED });
    expect(serverPolicy(API, [judged(exposing)])?.policy.exposedHeaders).toEqual(['ETag', 'X-B', 'x-c']);
  });

  it('says what each part is there for', () => {
    const parts = made().parts.map(({ kind, value, calls }) => [kind, value, calls.join()]);
    expect(parts).toEqual([
      ['origins', PAGE, 'put'],
      ['origins', OTHER, 'get'],
      ['methods', 'PUT', 'put'],
      ['methods', 'GET', 'get'],
      ['requestHeaders', 'x-a', 'put'],
      ['exposedHeaders', 'ETag', 'get'],
      ['credentials', 'true', 'put'],
    ]);
  });

  it('leaves out what none of its headers cures', () => {
    expect(made().leftOut.map(({ exchange }) => exchange.id)).toEqual(['null']);
  });

  it('makes all of its calls succeed, and each part is needed by those it names', () => {
    const all = made();
    const served = (policy = all.policy) =>
      all.calls
        .filter(({ exchange, diagnosis }) => isServed(policy, exchange, diagnosis))
        .map(({ exchange }) => exchange.id);
    expect(served()).toEqual(['put', 'get']);
    for (const { kind, value, calls } of all.parts) {
      if (kind === 'exposedHeaders' || kind === 'maxAge' || value === 'GET') continue; // nothing is blocked for want of these
      const edits =
        kind === 'credentials' ? { ...NO_EDITS, credentials: false } : withValue(NO_EDITS, kind, value, false);
      const left = served(editPolicy(all.policy, edits));
      expect([value, left.filter((id) => calls.includes(id))]).toEqual([value, []]);
    }
  });

  it('is none where no call says anything', () => {
    expect(serverPolicy(API, [judged(sandboxed)])).toBeNull();
    expect(serverPolicy('http://nobody.example', [judged(get)])).toBeNull();
  });

  it('serves every generated call that it was made from', () => {
    const calls = Array.from({ length: 300 }, (_, index) => supposedCall(9, index))
      .filter((exchange) => exchange !== null)
      .map(judged);
    for (const server of ['http://localhost:1002', 'http://127.0.0.1:1004']) {
      const merged = serverPolicy(server, calls);
      if (!merged) throw new Error('no policy');
      expect(merged.calls.length).toBeGreaterThan(50);
      expect(merged.policy.origins).not.toContain('null');
      for (const { exchange, diagnosis } of merged.calls) {
        expect([exchange.id, isServed(merged.policy, exchange, diagnosis)]).toEqual([exchange.id, true]);
      }
    }
  });
});

describe('a policy changed by hand', () => {
  const policy: Policy = {
    server: API,
    origins: [PAGE, OTHER],
    methods: ['PUT'],
    requestHeaders: ['x-a'],
    exposedHeaders: [],
    credentials: true,
    maxAge: null,
  };
  it('gains and loses values, and gets them back', () => {
    const more = withValue(NO_EDITS, 'origins', 'https://new.example', true);
    expect(editPolicy(policy, more).origins).toEqual([PAGE, OTHER, 'https://new.example']);
    const less = withValue(more, 'origins', PAGE, false);
    expect(editPolicy(policy, less).origins).toEqual([OTHER, 'https://new.example']);
    expect(editPolicy(policy, withValue(less, 'origins', PAGE, true)).origins).toContain(PAGE);
    expect(editPolicy(policy, withValue(more, 'origins', 'https://new.example', false)).origins).toEqual([PAGE, OTHER]);
  });
  it('names nobody where it allows everybody', () => {
    expect(editPolicy(policy, withValue(NO_EDITS, 'origins', '*', true)).origins).toEqual(['*']);
  });
  it('changes credentials and the time only when told to', () => {
    expect(editPolicy(policy, NO_EDITS)).toEqual(policy);
    expect(editPolicy(policy, { ...NO_EDITS, credentials: false, maxAge: 60 })).toMatchObject({
      credentials: false,
      maxAge: 60,
    });
  });
});

it('answers only origins on the list', () => {
  const { policy } = made();
  expect(answersOf(policy, 'http://stranger.example')).toEqual({ preflight: [], actual: [] });
  expect(answersOf(policy, PAGE).actual).toContainEqual(['Access-Control-Allow-Origin', PAGE]);
});
