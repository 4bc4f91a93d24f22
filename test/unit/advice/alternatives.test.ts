import { describe, expect, it } from 'vitest';
import { type Alternative, alternativesFor } from '../../../src/advice/alternatives.ts';
import { fixFor } from '../../../src/advice/fix-for.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { supposedCall } from '../../fixes/supposed-call.ts';
import { BLOCKED, call, PAGE } from '../../fixtures/panel-page/calls.ts';

function alternatives(exchange: Exchange): readonly Alternative[] {
  const diagnosis = diagnose(exchange);
  return alternativesFor(exchange, diagnosis, fixFor(exchange, diagnosis));
}
const kinds = (exchange: Exchange) => alternatives(exchange).map(({ kind }) => kind);
const find = <K extends Alternative['kind']>(exchange: Exchange, kind: K) =>
  alternatives(exchange).find((one): one is Extract<Alternative, { kind: K }> => one.kind === kind);
const included = (credentials: 'include' | 'omit') => ({ extra: { evidence: { mode: 'cors', credentials } } }) as const;

describe('other ways than the fix', () => {
  const simple = call({ id: '1', answer: {}, error: BLOCKED, ...included('omit') });
  it('allow everybody, where nothing makes the answer anybody’s own', () => {
    expect(find(simple, 'public')?.rest).toMatchObject([{ header: 'Access-Control-Allow-Origin', value: '*' }]);
  });
  it('never allow everybody beside credentials or a token', () => {
    expect(kinds(call({ id: '2', answer: {}, error: BLOCKED, ...included('include') }))).not.toContain('public');
    const token = call({
      id: '3',
      preflight: { asks: 'authorization', answer: {} },
      error: BLOCKED,
      ...included('omit'),
    });
    expect(kinds(token)).not.toContain('public');
  });
  it('drop the headers that cause the preflight, and say what is left to change', () => {
    const traced = call({
      id: '4',
      preflight: { asks: 'traceparent,x-client', answer: { status: 404 } },
      error: BLOCKED,
      ...included('omit'),
    });
    const drop = find(traced, 'drop-headers');
    expect(drop?.names).toEqual(['traceparent', 'x-client']);
    expect(drop?.rest.map(({ response }) => response)).toEqual(['actual']);
  });
  it('drop them with what credentials still need', () => {
    const traced = call({ id: '4', preflight: { asks: 'x-a', answer: {} }, error: BLOCKED, ...included('include') });
    const rest = find(traced, 'drop-headers')?.rest.map((edit) => ('header' in edit ? edit.header : edit.status));
    expect(rest).toEqual(['Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials']);
  });
  it('do not pretend that a method needs no preflight', () => {
    const put = call({ id: '5', method: 'PUT', preflight: { asks: 'x-a', answer: {} }, error: BLOCKED });
    expect(kinds(put)).not.toContain('drop-headers');
  });
  it('call without credentials, where the server then allows it already', () => {
    const star = call({
      id: '6',
      answer: { headers: { 'Access-Control-Allow-Origin': '*' } },
      error: BLOCKED,
      ...included('include'),
    });
    expect(find(star, 'without-credentials')?.rest).toEqual([]);
    const named = call({ id: '7', answer: {}, error: BLOCKED, ...included('include') });
    expect(find(named, 'without-credentials')?.rest).toMatchObject([
      { header: 'Access-Control-Allow-Origin', value: PAGE },
    ]);
  });
  it('end with the page’s own server, also where no header helps', () => {
    expect(kinds(simple).at(-1)).toBe('same-origin-proxy');
    expect(kinds(call({ id: '8', origin: 'null', answer: {}, error: BLOCKED }))).toEqual(['same-origin-proxy']);
  });
  it('are none for a call that succeeded', () => {
    expect(kinds(call({ id: '9', answer: { headers: { 'Access-Control-Allow-Origin': PAGE } } }))).toEqual([]);
  });
  it('never throw, nor allow everybody with credentials', () => {
    for (let index = 0; index < 400; index++) {
      const exchange = supposedCall(11, index);
      if (exchange === null) continue;
      const { credentials } = diagnose(exchange);
      for (const one of alternatives(exchange)) {
        if (!('rest' in one) || one.kind === 'without-credentials') continue;
        const star = one.rest.some(
          (edit) => 'value' in edit && edit.header === 'Access-Control-Allow-Origin' && edit.value === '*',
        );
        if (star) expect(credentials.value).toBe(false);
      }
    }
  });
});
