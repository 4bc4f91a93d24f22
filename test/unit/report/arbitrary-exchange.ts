import fc from 'fast-check';
import { FAILURE_KINDS, RESOURCE_TYPES } from '../../../src/capture/event.ts';
import type { Header } from '../../../src/cors/header-list.ts';
import type { End, Exchange, Hop, Preflight, RecordedResponse } from '../../../src/exchange/exchange.ts';
import { API, PAGE, START } from '../../fixtures/panel-page/calls.ts';

/** Pieces that mean something to a renderer of Markdown, a chat, a mail program or a terminal. */
const MARKUP = [
  '`',
  '``',
  '```',
  '~~~',
  '\n',
  '\r\n',
  '# ',
  '## x',
  '> ',
  '- ',
  '1. ',
  '* ',
  '***',
  '__b__',
  '**b**',
  '~~s~~',
  '![i](http://zqz.test/i.png)',
  '[l](http://zqz.test)',
  '[l]: http://zqz.test',
  '<http://zqz.test>',
  'http://zqz.test/',
  'www.zqz.test',
  'mail@zqz.test',
  '@zqz',
  '@zqz/team',
  '#123',
  'GH-1',
  'zqz/zqz#1',
  'deadbeefcafe1234',
  '<b>',
  '<img src=x onerror=zqz>',
  '<script>zqz</script>',
  '<!-- zqz',
  '<!channel>',
  '<@U123>',
  ':tada:',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '- [ ] zqz',
  '[^1]',
  '[^1]: zqz',
  '$zqz$',
  '&lt;',
  '&#64;',
  '\\',
  '\u001b[31m',
  '\u202e',
  '\u200b',
  '\u2028',
  '\u0007',
  '\u00e9',
  'http://[',
  '"',
  "'",
  ' ',
  '\t',
] as const;

export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...MARKUP) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 6 }) },
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

const NAMES = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Headers',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Credentials',
  'Vary',
  'Location',
  'X-Zqz',
  'Cookie',
  'Authorization',
] as const;
const value = fc.oneof(
  { weight: 3, arbitrary: hostile },
  { weight: 1, arbitrary: fc.constantFrom('*', PAGE, 'true', 'PUT', 'x-zqz') },
);
const headers: fc.Arbitrary<readonly Header[]> = fc.array(
  fc.tuple(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: hostile }), value),
  { maxLength: 5 },
);
const url = hostile.map((rest) => `${API}/${rest}`);
const method = fc.oneof(
  fc.constantFrom('GET', 'PUT', 'POST', 'patch'),
  fc.string({ unit: fc.constantFrom(..."!#$%&'*+.^_`|~-0aZ"), minLength: 1, maxLength: 9 }),
);
const end: fc.Arbitrary<End> = fc.oneof(
  fc.constant<End>({ kind: 'completed', at: START + 20 }),
  fc.constant<End>({ kind: 'failed', at: START + 20, error: 'net::ERR_FAILED', failure: 'blocked' }),
  fc.record({
    kind: fc.constant('failed' as const),
    at: fc.constant(START + 20),
    error: hostile,
    failure: fc.constantFrom(...FAILURE_KINDS),
  }),
);
const response: fc.Arbitrary<RecordedResponse> = fc.record({
  status: fc.constantFrom(200, 204, 302, 401, 404, 405, 500),
  headers,
  seenByPage: fc.constant(null),
  fromCache: fc.boolean(),
});
const preflight: fc.Arbitrary<Preflight> = fc.record({
  requestId: fc.constant('p'),
  requestHeaders: headers.map((list): readonly Header[] => [
    ['Origin', PAGE],
    ['Access-Control-Request-Method', 'PUT'],
    ...list,
  ]),
  response: fc.option(response),
  end: fc.option(end),
  startedAt: fc.constant(START + 1),
  pairedBy: fc.constantFrom('only-candidate', 'order'),
});
const hop: fc.Arbitrary<Hop> = fc.record({
  url,
  method,
  startedAt: fc.constant(START),
  requestHeaders: fc.option(
    headers.map((list): readonly Header[] => [['Origin', PAGE], ['Sec-Fetch-Mode', 'cors'], ...list]),
  ),
  preflight: fc.option(preflight),
  response: fc.option(response),
  redirected: fc.constant(false),
  delivered: fc.boolean(),
});

/** Exchanges whose foreign texts are all hostile. */
export const anyExchange: fc.Arbitrary<Exchange> = fc.record({
  id: fc.uuid(),
  revision: fc.constant(1),
  browser: fc.constantFrom('chromium', 'firefox'),
  tabId: fc.constant(1),
  frameId: fc.constant(0),
  attribution: fc.constantFrom('tab', 'origin'),
  documentId: fc.constant(null),
  initiator: fc.oneof(fc.constant(PAGE), fc.constant('null'), hostile),
  pageUrl: fc.option(url),
  type: fc.constantFrom(...RESOURCE_TYPES),
  startedAt: fc.constant(START),
  hops: fc.tuple(hop),
  end: fc.option(end),
  partial: fc.boolean(),
  evidence: fc.constant({}),
});
