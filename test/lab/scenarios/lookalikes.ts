import { allowMethods, allowOrigin, answer, calls, open, split } from '../answers.ts';
import type { Expectation, Family } from '../scenario.ts';

const failed = (cause: Expectation['cause'], firefox: string | null, outcome = 'TypeError'): Expectation => ({
  verdict: 'failed',
  cause,
  chromium: null,
  firefox,
  outcome,
});
const DID_NOT_SUCCEED = 'CORSDidNotSucceed';
const abortAfter = (init: string, milliseconds: number): string =>
  `const stop = new AbortController(); setTimeout(() => stop.abort(), ${milliseconds});
    return lab.fetch(lab.url('api'), { ${init} signal: stop.signal });`;

export const lookalikes: Family = {
  id: 'lookalikes',
  title: 'Not CORS, though the console may say so',
  scenarios: [
    {
      id: 'refused',
      title: 'The API is not running',
      about: 'Nobody listens on that port.',
      run: calls('dead'),
      routes: {},
      expect: failed('connection-refused', DID_NOT_SUCCEED),
    },
    {
      id: 'refused-put',
      title: 'The API is not running, and I make a PUT',
      about: 'The preflight cannot connect either.',
      run: calls('dead', { method: 'PUT' }),
      routes: {},
      expect: failed('connection-refused', DID_NOT_SUCCEED),
    },
    {
      id: 'no-such-host',
      title: 'The API’s host name is wrong',
      about: 'The name cannot be resolved.',
      run: `return lab.fetch('http://api.cors-lens.invalid/s/' + lab.id + '/call');`,
      routes: {},
      expect: failed('name-not-resolved', DID_NOT_SUCCEED),
    },
    {
      id: 'tls',
      title: 'https to a port that speaks http',
      about: 'The TLS handshake fails.',
      run: `return lab.fetch(lab.url('api').replace('http:', 'https:'));`,
      routes: {},
      expect: failed('tls', DID_NOT_SUCCEED),
    },
    {
      id: 'empty-response',
      title: 'The server hangs up',
      about: 'The connection is closed before a byte of the answer.',
      run: calls('api'),
      routes: { call: 'close' },
      expect: failed('connection-lost', DID_NOT_SUCCEED),
    },
    {
      id: 'reset',
      title: 'The connection is reset',
      about: 'Often a crashed server or a firewall.',
      run: calls('api'),
      routes: { call: 'reset' },
      expect: failed('connection-lost', DID_NOT_SUCCEED),
    },
    {
      id: 'not-http',
      title: 'Another program listens on that port',
      about: 'The answer is not HTTP.',
      run: calls('api'),
      routes: { call: { raw: 'SSH-2.0-OpenSSH_9.2\r\n' } },
      expect: {
        ...failed('other-failure', 'CORSMissingAllowOrigin'),
        // Firefox takes it for HTTP/0.9: a response without headers.
        inFirefox: { verdict: 'blocked', cause: 'allow-origin-missing' },
      },
    },
    {
      id: 'aborted',
      title: 'I navigate away or cancel before the answer',
      about: 'The script aborts the call.',
      run: abortAfter('', 150),
      routes: { call: 'hang' },
      expect: failed('aborted', null, 'AbortError'),
    },
    {
      id: 'aborted-preflight',
      title: 'My timeout strikes during the preflight',
      about: 'The script aborts while OPTIONS is on its way.',
      run: abortAfter("method: 'PUT',", 150),
      routes: { call: 'hang' },
      expect: failed('aborted', null, 'AbortError'),
    },
    {
      id: 'aborted-body',
      title: 'I cancel while the answer arrives',
      about: 'CORS has passed; the body is cut off by the script.',
      run: `const stop = new AbortController();
        const response = await fetch(lab.url('api'), { signal: stop.signal });
        stop.abort();
        return response.text().then(() => 'read', (error) => error.name);`,
      routes: {
        call: {
          headers: [allowOrigin('*'), ['Content-Length', '4000000']],
          body: 'x'.repeat(100_000),
          unfinished: true,
        },
      },
      expect: { verdict: 'allowed', cause: null, chromium: null, firefox: null, outcome: 'AbortError' },
    },
    {
      id: 'content-decoding',
      title: 'The body is not what Content-Encoding says',
      about: 'CORS has passed, the body cannot be unpacked.',
      run: calls('api'),
      routes: { call: open(['Content-Encoding', 'gzip']) },
      // Firefox ends it like any other: that CORS passed is all that can be seen.
      expect: { ...failed('content-decoding', null), inFirefox: { verdict: 'allowed', cause: null } },
    },
    {
      id: 'put-lost',
      title: 'The preflight passes, then the server crashes',
      about: 'The PUT arrives and the connection is closed.',
      run: calls('api', { method: 'PUT' }),
      routes: { call: split({ ...open(allowMethods('PUT')), status: 204 }, 'close') },
      // Firefox's console blames several Access-Control-Allow-Origin headers of a response that never came.
      expect: failed('connection-lost', 'CORSMultipleAllowOriginNotAllowed'),
    },
    {
      id: 'unauthorized-readable',
      title: 'A 401 that is not CORS',
      about: 'The script can read the 401: it needs a login, not a header.',
      run: calls('api'),
      routes: { call: answer(401, allowOrigin('*')) },
      expect: { verdict: 'allowed', cause: null, chromium: null, firefox: null, outcome: '401' },
    },
  ],
};
