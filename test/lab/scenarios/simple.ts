import { allowOrigin, answer, calls, open, varyOrigin } from '../answers.ts';
import type { Family } from '../scenario.ts';

const ALLOWED = { verdict: 'allowed', cause: null, chromium: null, firefox: null } as const;

export const simple: Family = {
  id: 'simple',
  title: 'Calls that need no preflight, and work',
  scenarios: [
    {
      id: 'get-ok',
      title: 'My GET works',
      about: 'The API names the page’s origin and says Vary: Origin.',
      run: calls('api'),
      routes: { call: open() },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'get-public',
      title: 'A public API answers anybody',
      about: 'Access-Control-Allow-Origin: *, for a call without credentials.',
      run: calls('remote'),
      routes: { call: answer(200, allowOrigin('*')) },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'get-without-vary',
      title: 'It works today, and will break in a cache',
      about: 'The answer names one origin, but Vary: Origin is missing.',
      run: calls('api'),
      routes: { call: answer(200, allowOrigin()) },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'post-form',
      title: 'My form POST needs no preflight',
      about: 'POST with a safelisted Content-Type is a simple call.',
      run: calls('api', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'a=1',
      }),
      routes: { call: open() },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'not-found-readable',
      title: 'A 404 that my script can read',
      about: 'The error carries the CORS headers too, so the script sees the status.',
      run: calls('api'),
      routes: { call: { ...open(), status: 404 } },
      expect: { ...ALLOWED, outcome: '404' },
    },
    {
      id: 'server-error-readable',
      title: 'A 500 that my script can read',
      about: 'What every server should do: the CORS headers stand on errors as well.',
      run: calls('api'),
      routes: { call: { ...open(), status: 500 } },
      expect: { ...ALLOWED, outcome: '500' },
    },
    {
      id: 'headers-hidden',
      title: 'I see the header in the Network tab, my script gets null',
      about: 'X-Total-Count is not named in Access-Control-Expose-Headers.',
      run: calls('api'),
      routes: { call: open(['X-Total-Count', '42'], ['ETag', '"a1"']) },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'useless-headers',
      title: 'It works, with headers that do nothing',
      about: 'Preflight headers on an answer to a GET do nothing.',
      run: calls('api'),
      routes: {
        call: answer(
          200,
          allowOrigin(),
          varyOrigin,
          ['Access-Control-Allow-Methods', 'GET, PUT'],
          ['Access-Control-Allow-Headers', 'X-Any'],
          ['Access-Control-Max-Age', '600'],
        ),
      },
      expect: { ...ALLOWED, outcome: '200' },
    },
  ],
};
