import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../src/advice/apply-fix.ts';
import { type Edit, isStatus } from '../../../src/advice/edit.ts';
import type { Fix } from '../../../src/advice/fix.ts';
import { fixFor, policyFor } from '../../../src/advice/fix-for.ts';
import { safePolicy } from '../../../src/advice/safe-policy.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { supposedFaults } from '../../../src/diagnosis/supposed-faults.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { supposedCall } from '../../fixes/supposed-call.ts';
import { API, BLOCKED, call, PAGE } from '../../fixtures/panel-page/calls.ts';
import { runs } from '../runs.ts';

type HeadersFix = Extract<Fix, { kind: 'headers' }>;

/** The fix of a generated call that is blocked; null for every other. */
function made(index: number): { exchange: Exchange; diagnosis: Diagnosis; fix: HeadersFix } | null {
  const exchange = supposedCall(5, index);
  if (exchange === null) return null;
  const diagnosis = diagnose(exchange);
  const fix = fixFor(exchange, diagnosis);
  return fix.kind === 'headers' ? { exchange, diagnosis, fix } : null;
}
const partsOf = (fix: HeadersFix): readonly Edit[] => [...fix.status, ...fix.changes];
const faultsWith = ({ exchange, diagnosis }: { exchange: Exchange; diagnosis: Diagnosis }, edits: readonly Edit[]) => {
  const credentials = diagnosis.credentials.value === true;
  const given = { mode: diagnosis.mode.value, credentials, origin: diagnosis.origin.value };
  return supposedFaults(applyFix(exchange, edits, given), credentials);
};
const asksForStar = ({ hops }: Exchange): boolean =>
  hops.some(
    ({ method, preflight }) =>
      method === '*' || preflight?.requestHeaders?.some(([, value]) => /(?:^|,)\*/.test(value)),
  );
const index = fc.integer({ min: 0, max: 100_000 });
const property = (holds: (one: NonNullable<ReturnType<typeof made>>) => void) =>
  fc.assert(
    fc.property(index, (at) => {
      const one = made(at);
      fc.pre(one !== null);
      if (one) holds(one);
    }),
    { numRuns: runs(150) },
  );

describe('the smallest fix', () => {
  it('makes the steps pass', () =>
    property((one) => {
      expect(one.fix.proven).toBe(true);
      expect(faultsWith(one, partsOf(one.fix))).toEqual([]);
    }));

  it('has no part that the call would succeed without', () =>
    property((one) => {
      for (const part of partsOf(one.fix)) {
        const rest = partsOf(one.fix).filter((other) => other !== part);
        expect(faultsWith(one, rest), JSON.stringify(part)).not.toEqual([]);
      }
    }));

  it('never allows `null`, everybody with credentials, or more than an origin', () =>
    property(({ exchange, fix, diagnosis }) => {
      for (const { header, value, operation } of [...fix.changes, ...fix.hygiene]) {
        if (operation !== 'set' || header !== 'Access-Control-Allow-Origin') continue;
        expect(value).not.toBe('null');
        if (value === '*') expect(diagnosis.credentials.value).toBe(false);
        else expect(new URL(value).origin).toBe(value);
      }
      for (const { header, value, was } of fix.changes) {
        if (!header.endsWith('-Methods') && !header.endsWith('-Headers')) continue;
        // A page may set a header of the name `*`, which is none but itself.
        if (diagnosis.credentials.value && !asksForStar(exchange)) expect(value.split(', ')).not.toContain('*');
        const added = value.split(', ').filter((token) => !was?.toLowerCase().includes(token.toLowerCase()));
        expect(added.join()).not.toMatch(/access-control-/i);
      }
    }));

  it('keeps `Vary` apart, and adds it wherever one origin is named', () =>
    property(({ exchange, fix }) => {
      expect(fix.changes.filter(({ header }) => header === 'Vary')).toEqual([]);
      for (const { header, value, response, hop } of fix.changes) {
        if (header !== 'Access-Control-Allow-Origin' || value === '*') continue;
        const at = exchange.hops[hop];
        const answer = response === 'preflight' ? at?.preflight?.response : at?.response;
        const vary = answer?.headers.filter(([name]) => name.toLowerCase() === 'vary').map(([, said]) => said) ?? [];
        const varies = vary.some((said) => /(?:^|,)\s*(?:origin|\*)\s*(?:,|$)/i.test(said));
        const added = fix.hygiene.some((extra) => extra.hop === hop && extra.response === response);
        expect(varies || added).toBe(true);
      }
    }));

  it('becomes a policy that can be written down, or none', () =>
    property(({ exchange, diagnosis, fix }) => {
      const policy = policyFor(exchange, diagnosis, fix);
      if (policy === null) return;
      expect(policy.origins).not.toContain('null');
      try {
        safePolicy(policy);
      } catch (error) {
        expect((error as Error).name).toBe('UnsafePolicyError');
      }
    }));

  it('changes a status only where the preflight’s is none of success', () =>
    property(({ fix }) => {
      for (const edit of partsOf(fix)) if (isStatus(edit)) expect(edit.was < 200 || edit.was > 299).toBe(true);
    }));
});

describe('calls that no header cures', () => {
  const why = (exchange: Exchange) => {
    const fix = fixFor(exchange, diagnose(exchange));
    return fix.kind === 'not-by-headers' ? fix.why : fix.kind;
  };
  it('are told apart', () => {
    expect(why(call({ id: '1', origin: 'null', answer: {}, error: BLOCKED }))).toBe('origin-became-null');
    expect(
      why(
        call({
          id: '2',
          answer: null,
          error: { text: 'net::ERR_CONNECTION_REFUSED', failure: 'connection-refused' },
        }),
      ),
    ).toBe('connection-refused');
    expect(
      why(
        call({
          id: '3',
          preflight: { asks: 'access-control-allow-origin', answer: { status: 200, headers: ALLOW } },
          error: BLOCKED,
        }),
      ),
    ).toBe('client-sends-cors-header');
    expect(why(call({ id: '4', answer: { headers: ALLOW } }))).toBe('none-needed');
    expect(why(call({ id: '5', open: true }))).toBe('pending');
  });
  const ALLOW = { 'Access-Control-Allow-Origin': PAGE };

  it('are never called curable by a header beside a redirect to user and password', () => {
    const exchange = call({
      id: '6',
      url: `${API}/x`,
      answer: { status: 302, headers: { ...ALLOW, Location: 'http://u:p@localhost:9/' } },
      error: BLOCKED,
    });
    expect(why(exchange)).toBe('redirect-with-userinfo');
  });
});
