import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../src/advice/fix.ts';
import { mergePolicies, type Need } from '../../../src/advice/merge-policy.ts';
import { policyWith } from './policies.ts';

const A = 'http://localhost:8080';
const B = 'https://app.example.test';
const need = (origin: string, parts: Partial<Policy> = {}): Need => ({
  origin,
  policy: policyWith({ origins: [origin], credentials: false, exposedHeaders: [], maxAge: null, ...parts }),
});
const merged = (...needs: readonly Need[]) => mergePolicies(needs)[0];

describe('policies of one server', () => {
  it('are put together without repeats', () => {
    expect(
      merged(
        need(A, { methods: ['PUT'], requestHeaders: ['X-A'], exposedHeaders: ['ETag'] }),
        need(B, { methods: ['DELETE', 'PUT'], requestHeaders: ['x-a', 'x-b'], exposedHeaders: ['etag', 'X-C'] }),
      ),
    ).toEqual({
      policy: {
        server: 'http://localhost:8081',
        origins: [A, B],
        methods: ['PUT', 'DELETE'],
        requestHeaders: ['X-A', 'x-b'],
        exposedHeaders: ['ETag', 'X-C'],
        credentials: false,
        maxAge: null,
      },
      calls: 2,
      unserved: [],
    });
  });
  it('keep methods that differ in case apart', () => {
    expect(merged(need(A, { methods: ['patch'] }), need(A, { methods: ['PATCH'] }))?.policy.methods).toEqual([
      'patch',
      'PATCH',
    ]);
  });
  it('stay open to everybody when one is and none includes credentials', () => {
    expect(merged(need(A, { origins: ['*'] }), need(B))?.policy.origins).toEqual(['*']);
  });
  it('list the origins that asked as soon as one includes credentials', () => {
    const both = merged(need(A, { origins: ['*'], exposedHeaders: ['*'] }), need(B, { credentials: true }));
    expect(both?.policy).toMatchObject({ origins: [A, B], credentials: true, exposedHeaders: [] });
  });
  it('never list null, and say whom they cannot serve', () => {
    const both = merged(need('null', { origins: ['*'] }), need(B, { credentials: true }));
    expect(both).toMatchObject({ policy: { origins: [B] }, unserved: ['null'] });
  });
  it('take the shortest time that a preflight may be kept', () => {
    expect(merged(need(A, { maxAge: 600 }), need(A), need(B, { maxAge: 60 }))?.policy.maxAge).toBe(60);
  });
});

it('keeps servers apart', () => {
  const servers = mergePolicies([need(A), need(A, { server: 'http://other.test' }), need(B)]).map(
    ({ policy, calls }) => [policy.server, calls],
  );
  expect(servers).toEqual([
    ['http://localhost:8081', 2],
    ['http://other.test', 1],
  ]);
});
