import { describe, expect, it } from 'vitest';
import type { Answer, Broken } from '../../lab/scenario.ts';
import { writeAnswer } from '../../lab/write-answer.ts';

const TOKENS = new Map([
  ['page', 'http://localhost:1'],
  ['page.port', '1'],
]);
const written = (answer: Answer | Broken): string => {
  const raw = writeAnswer(answer, TOKENS);
  return typeof raw === 'string' ? raw : raw.bytes.toString('latin1');
};

describe('an answer of the lab', () => {
  it('has the status, its headers in their order, and a body with its length', () => {
    const text = written({
      status: 404,
      headers: [
        ['X-A', '1'],
        ['X-A', '2'],
      ],
      body: 'ü',
    });
    expect(text).toMatch(/^HTTP\/1.1 404 Not Found\r\nX-A: 1\r\nX-A: 2\r\n/);
    expect(text).toContain('\r\nContent-Length: 2\r\n');
  });

  it('is not kept by caches unless it says so', () => {
    expect(written({})).toContain('\r\nCache-Control: no-store\r\n');
    expect(written({ headers: [['cache-control', 'max-age=1']] })).not.toContain('no-store');
  });

  it('has no body where HTTP allows none', () => {
    expect(written({ status: 204 })).toMatch(/\r\n\r\n$/);
    expect(written({ status: 204 })).not.toContain('Content-Length');
  });

  it('fills in the lab’s origins and leaves other braces alone', () => {
    const text = written({ headers: [['A', '{page}/ {page.port} {nobody} {NOBODY}']] });
    expect(text).toContain('\r\nA: http://localhost:1/ 1 {nobody} {NOBODY}\r\n');
  });

  it('writes header bytes above 127 as they are', () => {
    expect(written({ headers: [['A', '\u00fc\u0001']] })).toContain('A: \u00fc\u0001\r\n');
  });

  it('may be broken', () => {
    expect(written('reset')).toBe('reset');
    expect(written({ raw: 'SSH-2.0\r\n' })).toBe('SSH-2.0\r\n');
  });
});
