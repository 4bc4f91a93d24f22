import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { evidenceOf } from '../../../src/report/evidence.ts';
import { API, BLOCKED, type CallSpec, call, PAGE } from '../../fixtures/panel-page/calls.ts';
import { findingsOf } from './findings.ts';

const put = (more: Partial<CallSpec>): Exchange =>
  call({ id: '1', method: 'PUT', extra: { evidence: { credentials: 'omit' } }, ...more });
const messages = (exchange: Exchange) => findingsOf([exchange]).flatMap(evidenceOf);
const titled = (exchange: Exchange, title: string) => messages(exchange).find((one) => one.title === title)?.lines;
const ALLOW = { 'Access-Control-Allow-Origin': PAGE, 'Access-Control-Allow-Methods': 'PUT' };

describe('the messages of a report', () => {
  it('hold what is about CORS, and no more', () => {
    const answer = { headers: { ...ALLOW, Date: 'now', Server: 'x', Vary: 'Origin' } };
    const exchange = put({ preflight: { answer: { status: 204, headers: ALLOW } }, answer });
    expect(messages(exchange).map(({ title }) => title)).toEqual([
      'Preflight',
      'Answer to the preflight',
      'Request',
      'Answer',
    ]);
    expect(titled(exchange, 'Answer')).toEqual([
      'status 200',
      `Access-Control-Allow-Origin: ${PAGE}`,
      'Access-Control-Allow-Methods: PUT',
      'Vary: Origin',
    ]);
  });
  it('do not let a call that its preflight stopped look like one without an answer', () => {
    const refused = put({ preflight: { answer: { status: 204 } }, error: BLOCKED });
    expect(titled(refused, 'Request')).toEqual([`PUT ${API}/items/1`, '(never sent: the preflight did not pass)']);
    expect(titled(refused, 'Answer')).toBeUndefined();
    const lost = { text: 'net::ERR_CONNECTION_REFUSED', failure: 'connection-refused' } as const;
    const dead = put({ preflight: { answer: null, error: lost.text }, error: lost });
    expect(titled(dead, 'Request')?.at(-1)).toBe('(never sent: the preflight did not pass)');
  });
  it('tell a call that was sent and got no answer', () => {
    const reset = { text: 'net::ERR_CONNECTION_RESET', failure: 'connection-lost' } as const;
    const passed = put({ preflight: { answer: { status: 204, headers: ALLOW } }, answer: {}, error: reset });
    const [hop] = passed.hops;
    const lost: Exchange = { ...passed, hops: [{ ...hop, response: null }] };
    expect(titled(lost, 'Request')?.[0]).toBe(`PUT ${API}/items/1`);
    expect(titled(lost, 'Answer')).toEqual(['(no answer was seen)']);
  });
});
