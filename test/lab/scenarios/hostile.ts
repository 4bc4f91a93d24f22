import { allowHeaders, allowOrigin, answer, calls, open, split } from '../answers.ts';
import type { Family, Header } from '../scenario.ts';

/** Without blanks: Chromium would take those for a list. */
const MARKUP = '<img/src=x/onerror=alert(1)>';
const MANY: readonly Header[] = Array.from({ length: 2000 }, (_, index) => [`X-Filler-${index}`, 'filler'] as const);
const INVALID = {
  verdict: 'blocked',
  cause: 'allow-origin-invalid',
  chromium: 'InvalidAllowOriginValue',
  firefox: 'CORSAllowOriginNotMatchingOrigin',
  outcome: 'TypeError',
} as const;

export const hostile: Family = {
  id: 'hostile',
  title: 'Odd and hostile traffic',
  scenarios: [
    {
      id: 'markup-in-url',
      title: 'Markup in the URL',
      about: 'Shown as text wherever it appears.',
      run: `return lab.fetch(lab.url('api') + '&q=<img src=x onerror=alert(1)>&"\\'');`,
      routes: { call: answer(200) },
      expect: {
        verdict: 'blocked',
        cause: 'allow-origin-missing',
        chromium: 'MissingAllowOriginHeader',
        firefox: 'CORSMissingAllowOrigin',
        outcome: 'TypeError',
      },
    },
    {
      id: 'markup-in-header',
      title: 'Markup in the header',
      about: 'The value of Access-Control-Allow-Origin is an HTML element.',
      run: calls('api'),
      routes: { call: answer(200, allowOrigin(MARKUP), ['X-Note', `</td><script>${MARKUP}</script>`]) },
      expect: INVALID,
    },
    {
      id: 'odd-bytes',
      title: 'Bytes that are no text in the header',
      about: 'Latin-1 and control bytes in Access-Control-Allow-Origin.',
      run: calls('api'),
      routes: { call: answer(200, allowOrigin('http://\u00fc\u0001\u00ff')) },
      expect: INVALID,
    },
    {
      id: 'tab-in-header',
      title: 'The right origin, with blanks around it',
      about: 'Blanks and tabs around a value are cut off.',
      run: calls('api'),
      routes: { call: answer(200, allowOrigin(' \t{page} \t')) },
      expect: { verdict: 'allowed', cause: null, chromium: null, firefox: null, outcome: '200' },
    },
    {
      id: 'long-origin',
      title: 'A very long Access-Control-Allow-Origin',
      about: '100,000 letters.',
      run: calls('api'),
      routes: { call: answer(200, allowOrigin('a'.repeat(100_000))) },
      expect: INVALID,
    },
    {
      id: 'huge-header',
      title: 'A header of one megabyte',
      about: 'More than the browsers take: the answer is dropped.',
      run: calls('api'),
      routes: { call: answer(200, allowOrigin('*'), ['X-Huge', 'h'.repeat(1024 * 1024)]) },
      expect: {
        verdict: 'failed',
        cause: 'other-failure',
        chromium: null,
        firefox: 'CORSDidNotSucceed',
        outcome: 'TypeError',
      },
    },
    {
      id: 'huge-request-header',
      title: 'My request has a header of 200 kilobytes',
      about: 'And the preflight does not allow it.',
      run: `return lab.fetch(lab.url('api'), { headers: { 'X-Huge': 'h'.repeat(200000) } });`,
      routes: { call: split({ ...open(allowHeaders('X-Small')), status: 204 }, open()) },
      expect: {
        verdict: 'blocked',
        cause: 'allow-headers-lacks-header',
        chromium: 'HeaderDisallowedByPreflightResponse',
        firefox: 'CORSMissingAllowHeaderFromPreflight',
        outcome: 'TypeError',
      },
    },
    {
      id: 'many-headers',
      title: 'Two thousand response headers',
      about: 'And the one that matters is missing.',
      run: calls('api'),
      routes: { call: answer(200, ...MANY) },
      expect: {
        verdict: 'blocked',
        cause: 'allow-origin-missing',
        chromium: 'MissingAllowOriginHeader',
        firefox: 'CORSMissingAllowOrigin',
        outcome: 'TypeError',
      },
    },
    {
      id: 'many-allowed-headers',
      title: 'A thousand allowed headers',
      about: 'And the one that is sent is not among them.',
      run: calls('api', { headers: { 'X-Wanted': '1' } }),
      routes: {
        call: split(
          {
            ...open(allowHeaders(Array.from({ length: 1000 }, (_, index) => `x-allowed-${index}`).join(', '))),
            status: 204,
          },
          open(),
        ),
      },
      expect: {
        verdict: 'blocked',
        cause: 'allow-headers-lacks-header',
        chromium: 'HeaderDisallowedByPreflightResponse',
        firefox: 'CORSMissingAllowHeaderFromPreflight',
        outcome: 'TypeError',
      },
    },
    {
      id: 'nul-in-header',
      title: 'A NUL byte in the header',
      about: 'No valid HTTP: the browser drops the answer.',
      run: calls('api'),
      routes: { call: answer(200, allowOrigin('*'), ['X-Nul', 'a\u0000b']) },
      expect: {
        verdict: 'failed',
        cause: 'other-failure',
        chromium: null,
        firefox: 'CORSDidNotSucceed',
        outcome: 'TypeError',
      },
    },
  ],
};
