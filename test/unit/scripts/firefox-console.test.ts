import { describe, expect, it } from 'vitest';
import { verdictOfLine } from '../../../scripts/browsers/firefox-console.ts';

const line = (url: string): string =>
  `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.`;

describe('a line of Firefox’s console', () => {
  it('gives its category without the revision digit', () => {
    const { code } = verdictOfLine({ category: 'CORSPreflightDidNotSucceed3', message: line('http://a.test/'), at: 0 });
    expect(code).toBe('CORSPreflightDidNotSucceed');
  });

  it.each([
    ['http://localhost:8081/s/x/call?run=1', 'http://localhost:8081/s/x/call?run=1'],
    ['‘http://localhost:8081/a.b’', 'http://localhost:8081/a.b'],
    ['http://localhost/x?%3Cb%3E%22', 'http://localhost/x?%3Cb%3E%22'],
    ['myapp://open/x', 'myapp://open/x'],
  ])('names the URL in %s', (written, url) => {
    expect(verdictOfLine({ category: 'CORSMissingAllowOrigin2', message: line(written), at: 0 }).urls).toEqual([url]);
  });

  it('may name no URL', () => {
    expect(verdictOfLine({ category: 'CORSDisabled', message: 'CORS disabled', at: 0 }).urls).toEqual([]);
  });
});
