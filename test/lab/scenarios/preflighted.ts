import { allowHeaders, allowMethods, allowOrigin, answer, calls, maxAge, open, split, varyOrigin } from '../answers.ts';
import type { Family } from '../scenario.ts';

const ALLOWED = { verdict: 'allowed', cause: null, chromium: null, firefox: null } as const;
const JSON_BODY = { 'Content-Type': 'application/json' };

export const preflighted: Family = {
  id: 'preflighted',
  title: 'Calls that need a preflight, and work',
  scenarios: [
    {
      id: 'put-ok',
      title: 'My PUT works',
      about: 'The preflight allows the method, then the call is made.',
      run: calls('api', { method: 'PUT', body: 'x' }),
      routes: { call: split({ ...open(allowMethods('GET, PUT')), status: 204 }, open()) },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'post-json-ok',
      title: 'Posting JSON works',
      about: 'Content-Type: application/json is what needs the preflight.',
      run: calls('api', { method: 'POST', headers: JSON_BODY, body: '{}' }),
      routes: { call: split(open(allowHeaders('Content-Type')), open()) },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'get-json-content-type',
      title: 'Why does my GET have a preflight?',
      about: 'It sends Content-Type: application/json, though it has no body.',
      run: calls('api', { headers: JSON_BODY }),
      routes: { call: split(open(allowHeaders('content-type')), open()) },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'delete-star',
      title: 'The API allows every method and header',
      about: '`*` counts as any, as long as the call has no credentials.',
      run: calls('remote', { method: 'DELETE', headers: { 'X-Request-Id': '1' } }),
      routes: {
        call: split(answer(204, allowOrigin('*'), allowMethods('*'), allowHeaders('*')), answer(200, allowOrigin('*'))),
      },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'authorization-star',
      title: 'My token gets through with Allow-Headers: *',
      about: 'Browsers let `*` cover Authorization; the standard does not.',
      run: calls('api', { headers: { Authorization: 'Bearer abc' } }),
      routes: { call: split(open(allowHeaders('*')), open()) },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'preflight-cached',
      title: 'The second PUT has no preflight',
      about: 'Access-Control-Max-Age: 600 lets the browser remember the first one.',
      run: `await lab.fetch(lab.url('api'), { method: 'PUT' }); return lab.fetch(lab.url('api'), { method: 'PUT' });`,
      routes: { call: split({ ...open(allowMethods('PUT'), maxAge(600)), status: 204 }, open()) },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'preflight-uncached',
      title: 'Every PUT has a preflight',
      about: 'Access-Control-Max-Age: 0 forbids remembering it.',
      run: `await lab.fetch(lab.url('api'), { method: 'PUT' }); return lab.fetch(lab.url('api'), { method: 'PUT' });`,
      routes: { call: split({ ...open(allowMethods('PUT'), maxAge(0)), status: 204 }, open()) },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'parallel-identical',
      title: 'Ten equal PUTs at once',
      about: 'Ten calls and ten preflights to one URL, all on the way together.',
      run: `const all = Array.from({ length: 10 }, () => lab.fetch(lab.url('api'), { method: 'PUT' }));
        const outcomes = new Set(await Promise.all(all));
        return outcomes.size === 1 ? [...outcomes][0] : [...outcomes].join(' ');`,
      routes: {
        call: split({ ...open(allowMethods('PUT'), maxAge(0)), status: 204, delay: 60 }, { ...open(), delay: 40 }),
      },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'upload-listener',
      title: 'Why does my upload have a preflight?',
      about: 'A listener on XMLHttpRequest.upload is enough, even for a plain POST.',
      run: `return lab.xhr(lab.url('api'), { method: 'POST', upload: true, body: 'x' });`,
      routes: { call: split({ ...open(), status: 204 }, open()) },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'own-options',
      title: 'My page makes an OPTIONS call itself',
      about: 'It is no preflight: it has one of its own.',
      run: calls('api', { method: 'OPTIONS' }),
      routes: { call: split({ ...open(allowMethods('OPTIONS')), status: 204 }, open()) },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'header-name-case',
      title: 'Header names may differ in case',
      about: 'The API allows X-API-KEY, the client sends x-api-key: the same name.',
      run: calls('api', { headers: { 'x-api-key': 'k' } }),
      routes: { call: split({ ...open(allowHeaders('X-API-KEY')), status: 204 }, open()) },
      expect: { ...ALLOWED, outcome: '200' },
    },
    {
      id: 'preflight-wildcard-actual-exact',
      title: 'Preflight and answer say it differently',
      about: '`*` on the preflight, the exact origin on the answer: both are right.',
      run: calls('api', { method: 'DELETE' }),
      routes: {
        call: split(answer(200, allowOrigin('*'), allowMethods('DELETE')), answer(200, allowOrigin(), varyOrigin)),
      },
      expect: { ...ALLOWED, outcome: '200' },
    },
  ],
};
