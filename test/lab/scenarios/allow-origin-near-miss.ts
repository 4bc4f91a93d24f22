import { allowMethods, allowOrigin, answer, calls, open, split, varyOrigin } from '../answers.ts';
import type { Family, Scenario } from '../scenario.ts';

const MISMATCH = {
  verdict: 'blocked',
  cause: 'allow-origin-mismatch',
  chromium: 'AllowOriginMismatch',
  firefox: 'CORSAllowOriginNotMatchingOrigin',
  outcome: 'TypeError',
} as const;

const differs = (id: string, title: string, about: string, value: string): Scenario => ({
  id,
  title,
  about,
  run: calls('api'),
  routes: { call: answer(200, allowOrigin(value), varyOrigin) },
  expect: MISMATCH,
});

export const nearMisses: Family = {
  id: 'near-miss',
  title: 'Access-Control-Allow-Origin is another origin, sometimes nearly the right one',
  scenarios: [
    differs('near-other', 'The API allows another site', 'A wholly different origin.', 'https://app.example.test'),
    differs('near-slash', 'It is my origin!', 'With a slash at its end, which no origin has.', '{page}/'),
    differs('near-path', 'I allow my page’s URL', 'An origin has no path.', '{page}/app/index.html'),
    differs('near-scheme', 'I allow https, my page is http', 'The scheme differs.', 'https://localhost:{page.port}'),
    differs('near-port', 'I have changed the dev server’s port', 'The port differs.', 'http://localhost:3000'),
    differs('near-no-port', 'I allow http://localhost', 'Without a port that is port 80.', 'http://localhost'),
    differs(
      'near-default-port',
      'I allow http://localhost:80',
      'A default port is never spelled out.',
      'http://localhost:80',
    ),
    differs('near-www', 'I allow www.', 'A subdomain is another origin.', 'http://www.localhost:{page.port}'),
    differs(
      'near-upper-case',
      'I allow LOCALHOST',
      'Origins are compared byte for byte.',
      'http://LOCALHOST:{page.port}',
    ),
    differs(
      'near-loopback',
      'I allow 127.0.0.1',
      'The page is on localhost: another host.',
      'http://127.0.0.1:{page.port}',
    ),
    differs(
      'near-wildcard',
      'I allow all subdomains',
      'A `*` within an origin means nothing.',
      'https://*.example.test',
    ),
    differs('near-own', 'The API allows itself', 'Its own origin in place of the page’s.', '{api}'),
    differs('near-null', 'The API allows `null`', 'The page’s origin is not null.', 'null'),
    differs('near-no-scheme', 'I allow localhost:8080', 'An origin begins with its scheme.', 'localhost:{page.port}'),
    {
      ...differs(
        'near-preflight',
        'The OPTIONS answer allows staging',
        'The preflight names the origin of another environment.',
        '',
      ),
      run: calls('api', { method: 'PUT' }),
      routes: {
        call: split(answer(204, allowOrigin('https://staging.example.test'), allowMethods('PUT')), open()),
      },
      expect: { ...MISMATCH, chromium: 'PreflightAllowOriginMismatch' },
    },
  ],
};
