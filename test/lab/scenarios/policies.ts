import { allowOrigin, answer, calls, frame } from '../answers.ts';
import type { Expectation, Family } from '../scenario.ts';

const failed = (cause: Expectation['cause'], more: Partial<Expectation> = {}): Expectation => ({
  verdict: 'failed',
  cause,
  chromium: null,
  firefox: null,
  outcome: 'TypeError',
  ...more,
});
const FRAME = `return lab.frame({ src: lab.url('page', 'frame') });`;

export const policies: Family = {
  id: 'policies',
  title: 'Refused by another policy, or before anything was sent',
  scenarios: [
    {
      id: 'csp',
      title: 'My own Content-Security-Policy refuses the call',
      about: 'connect-src does not name the API. Nothing is sent.',
      run: FRAME,
      routes: {
        frame: frame(calls('api'), ['Content-Security-Policy', "connect-src 'self'"]),
        call: answer(200, allowOrigin('*')),
      },
      expect: failed('content-security-policy', { unseen: true }),
    },
    {
      id: 'same-origin-mode',
      title: 'mode: "same-origin" to another origin',
      about: 'The script itself forbade it. Nothing is sent.',
      run: calls('api', { mode: 'same-origin' }),
      routes: { call: answer(200, allowOrigin('*')) },
      expect: {
        verdict: 'blocked',
        cause: 'same-origin-mode',
        chromium: 'DisallowedByMode',
        firefox: null,
        outcome: 'TypeError',
        unseen: true,
      },
    },
    {
      id: 'no-cors-redirect-mode',
      title: 'no-cors together with redirect: "error"',
      about: 'The two do not go together. Nothing is sent.',
      run: calls('api', { mode: 'no-cors', redirect: 'error' }),
      routes: { call: answer(200) },
      expect: {
        verdict: 'blocked',
        cause: 'no-cors-redirect-mode',
        chromium: 'NoCorsRedirectModeNotFollow',
        firefox: null,
        outcome: 'TypeError',
        unseen: true,
      },
    },
    {
      id: 'file-url',
      title: 'I fetch a file: URL',
      about: 'A page of the web may not read files.',
      run: `return lab.fetch('file:///s/' + lab.id + '/call');`,
      routes: {},
      expect: {
        // Neither browser calls it CORS: a page of the web may not even ask.
        verdict: 'failed',
        cause: 'other-failure',
        chromium: null,
        firefox: null,
        outcome: 'TypeError',
        unseen: true,
      },
    },
    {
      id: 'app-scheme',
      title: 'I fetch a URL of my app’s own scheme',
      about: 'Only http and https may be fetched across origins.',
      run: `return lab.fetch('myapp://open/s/' + lab.id + '/call');`,
      routes: {},
      expect: {
        verdict: 'blocked',
        cause: 'disabled-scheme',
        chromium: 'CorsDisabledScheme',
        firefox: 'CORSRequestNotHttp',
        outcome: 'TypeError',
        unseen: true,
      },
    },
    {
      id: 'corp',
      title: 'Cross-Origin-Resource-Policy refuses a no-cors load',
      about: 'The API says same-origin: not even an opaque response is given.',
      run: calls('remote', { mode: 'no-cors' }),
      routes: { call: answer(200, ['Cross-Origin-Resource-Policy', 'same-origin']) },
      expect: failed('corp'),
    },
    {
      id: 'coep',
      title: 'My page has COEP, and the image of another site does not load',
      about: 'Cross-Origin-Embedder-Policy: require-corp wants the image’s consent.',
      run: FRAME,
      routes: {
        frame: frame(`return lab.element('img', { src: lab.url('remote') });`, [
          'Cross-Origin-Embedder-Policy',
          'require-corp',
        ]),
        call: { headers: [['Content-Type', 'image/svg+xml']], body: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      },
      expect: failed('coep', { outcome: 'error' }),
    },
    {
      id: 'orb',
      title: 'JSON in an <img> or <script>',
      about: 'Opaque Response Blocking: JSON is never handed to a no-cors element.',
      run: `return lab.element('img', { src: lab.url('remote') });`,
      routes: {
        call: {
          headers: [
            ['Content-Type', 'application/json'],
            ['X-Content-Type-Options', 'nosniff'],
          ],
          body: '{"a":1}',
        },
      },
      expect: failed('orb', { outcome: 'error' }),
    },
    {
      id: 'unsafe-port',
      title: 'The API listens on port 6000',
      about: 'A port that browsers never connect to. Nothing is sent.',
      run: `return lab.fetch('http://localhost:6000/s/' + lab.id + '/call');`,
      routes: {},
      expect: failed('unsafe-port', { unseen: 'firefox' }),
    },
  ],
};
