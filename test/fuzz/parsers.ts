import fc from 'fast-check';
import { headerText, parseHeaders } from '../../src/advice/header-lines.ts';
import { REDACTED, redactHeader, redactText } from '../../src/advice/redact.ts';
import { normalise } from '../../src/capture/normalise.ts';
import { corsCheck } from '../../src/cors/cors-check.ts';
import type { Header } from '../../src/cors/header-list.ts';
import { preflightLifetime } from '../../src/cors/max-age.ts';
import { originOf } from '../../src/cors/origin.ts';
import { allowList } from '../../src/cors/preflight-response.ts';
import { unsafeRule } from '../../src/cors/request-headers.ts';
import { exposure } from '../../src/cors/response-headers.ts';
import { openRecording } from '../../src/import/open.ts';
import { parseQuery } from '../../src/panel/filter/query.ts';
import { urlParts } from '../../src/panel/view/url-parts.ts';
import { parseSettings } from '../../src/settings/settings.ts';
import { readNetworkEntry } from '../../src/witness/network-entry.ts';
import { readPageAnswer } from '../../src/witness/page-call.ts';
import { readTimingAnswer } from '../../src/witness/resource-timing.ts';
import { readStack } from '../../src/witness/stack.ts';
import { hostile } from '../unit/report/arbitrary-exchange.ts';
import { type FuzzedPart, must } from './property.ts';

const bytes = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 60,
});
const text = fc.oneof(hostile, bytes, fc.string({ unit: 'binary', maxLength: 40 }));
const NAMES = ['Access-Control-Allow-Origin', 'access-control-allow-headers', 'Access-Control-Max-Age', 'X-A'] as const;
const header: fc.Arbitrary<Header> = fc.tuple(fc.oneof(fc.constantFrom(...NAMES), text), text);
const headers = fc.array(header, { maxLength: 6 });
const anything = fc.oneof(fc.anything({ maxDepth: 4, withNullPrototype: true }), fc.jsonValue({ maxDepth: 5 }), text);

/** An object with the fields that a reader looks for, each either what it should be or anything else. */
const withFields = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([name, right]) => [
        name,
        fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: anything }),
      ]),
    ),
    { requiredKeys: [] },
  );
const date = fc.constantFrom('2026-11-24T10:00:00.000Z', '2026-11-24', '', 'yesterday');
const url = fc.oneof(
  text.map((rest) => `http://localhost:8081/${rest}`),
  text,
);
const frames = fc.array(withFields({ url, lineNumber: fc.integer(), columnNumber: fc.double(), functionName: text }));
const pair = fc.array(withFields({ name: text, value: text }), { maxLength: 4 });
const entry = withFields({
  startedDateTime: date,
  time: fc.double(),
  _resourceType: fc.constantFrom('fetch', 'xhr', 'preflight'),
  _initiator: withFields({
    type: text,
    url,
    stack: withFields({ callFrames: frames, parent: withFields({ callFrames: frames }) }),
  }),
  request: withFields({ method: fc.constantFrom('GET', 'PUT', 'OPTIONS'), url, headers: pair }),
  response: withFields({ status: fc.integer({ min: -1, max: 700 }), headers: pair, redirectURL: url, _error: text }),
});
const har = withFields({
  log: withFields({
    creator: fc.record({ name: fc.constantFrom('WebInspector', 'Firefox'), version: text }),
    browser: fc.record({ name: fc.constantFrom('Firefox', 'Chromium'), version: text }),
    pages: fc.array(withFields({ id: text, title: url, startedDateTime: date }), { maxLength: 2 }),
    entries: fc.array(entry, { maxLength: 4 }),
  }),
});
const report = withFields({
  format: fc.constant('cors-lens-report'),
  version: fc.constant(1),
  generator: text,
  browser: withFields({ name: fc.constantFrom('chromium', 'firefox'), version: text }),
  exchanges: fc.array(withFields({ recorded: anything }), { maxLength: 3 }),
});
const row = fc.tuple(
  fc.oneof(fc.nat(), anything),
  fc.oneof(fc.constantFrom('fetch', 'xhr'), anything),
  ...Array.from({ length: 13 }, () => fc.oneof(text, fc.double(), fc.boolean(), anything)),
);

/** Whatever comes in, a parser gives a value of its type and never throws; some give back what was written. */
export const PARSERS: readonly FuzzedPart[] = [
  {
    part: 'headers of CORS',
    share: 1,
    property: fc.property(headers, bytes, fc.boolean(), (list, value, credentials) => {
      for (const browser of ['chromium', 'firefox'] as const) {
        const seconds = preflightLifetime(list, browser);
        must(seconds >= 0 && seconds <= 86_400, `a preflight is kept ${seconds} s`);
      }
      corsCheck(value, credentials, list);
      const items = allowList(list, 'access-control-allow-headers');
      must(items === null || items.every((item) => !/[\s,]/.test(item)), 'an item of a list holds a comma or a blank');
      const { readable, hidden } = exposure(list, credentials);
      must(
        readable.every((name) => !hidden.includes(name)),
        'a header is readable and hidden',
      );
      unsafeRule('content-type', value);
      unsafeRule('range', value);
    }),
  },
  {
    part: 'URLs and origins',
    share: 1,
    property: fc.property(url, (given) => {
      const origin = originOf(given);
      must(origin === 'null' || /^[a-z][a-z0-9+.-]*:\/\/[^/]*$/i.test(origin), `${origin} is no origin`);
      const { pathStart, pathEnd, query } = urlParts(given);
      must(given.endsWith(pathStart + pathEnd + query), 'a URL lost a part');
    }),
  },
  {
    part: 'events of webRequest',
    share: 1,
    property: fc.property(
      fc.constantFrom('start', 'send', 'headers', 'redirect', 'response', 'complete', 'error'),
      fc.record({
        requestId: text,
        url,
        method: text,
        type: text,
        tabId: fc.integer(),
        frameId: fc.integer(),
        timeStamp: fc.double({ noNaN: true }),
        requestHeaders: fc.array(
          fc.oneof(
            fc.record({ name: text, value: text }),
            fc.record({ name: text, binaryValue: fc.array(fc.integer({ min: 0, max: 255 })) }),
          ),
        ),
        responseHeaders: fc.array(
          fc.oneof(
            fc.record({ name: text, value: text }),
            fc.record({ name: text, binaryValue: fc.array(fc.integer({ min: 0, max: 255 })) }),
          ),
        ),
        statusCode: fc.integer(),
        error: text,
        redirectUrl: url,
      }),
      fc.constantFrom('chromium', 'firefox'),
      (kind, details, browser) => {
        must(normalise(kind, details, browser).url === details.url, 'an event lost its URL');
      },
    ),
  },
  {
    part: 'saved files: JSON reports, HAR, and what is neither',
    share: 0.5,
    property: fc.property(fc.oneof(har, har, report, anything), text, (value, rest) => {
      const opened = openRecording(JSON.stringify(value) ?? rest);
      if (opened.ok)
        must(
          new Set(opened.recording.exchanges.map(({ id }) => id)).size === opened.recording.exchanges.length,
          'two calls share an id',
        );
      openRecording(rest);
    }),
  },
  {
    part: 'what the page and DevTools tell',
    share: 1,
    property: fc.property(entry, anything, fc.array(row, { maxLength: 3 }), text, (told, any, rows, stack) => {
      readNetworkEntry(told);
      readNetworkEntry(any);
      for (const answer of [any, [stack, 1, rows], [any, any, any]]) {
        readPageAnswer(answer);
        readTimingAnswer(answer);
      }
      must(readStack(stack).length <= 30, 'a stack has no end');
    }),
  },
  {
    part: 'the filter, settings and typed headers',
    share: 1,
    property: fc.property(text, anything, headers, (typed, stored, list) => {
      parseQuery(typed);
      parseSettings(stored);
      parseHeaders(typed);
      // The blanks around a value go when it is read first, and no more after that.
      const read = parseHeaders(headerText(list));
      const again = 'headers' in read ? parseHeaders(headerText(read.headers)) : null;
      must(JSON.stringify(again) === JSON.stringify(read), 'typed headers do not come back');
    }),
  },
  {
    part: 'redaction',
    share: 1,
    property: fc.property(text, text, (before, after) => {
      const secret = 'Zq0123456789';
      const once = redactText(`${before} Bearer ${secret} ${after}`);
      must(!once.includes(secret), 'a token got through');
      redactText(before + after);
      must(redactHeader(['Authorization', before])[1] === REDACTED, 'an Authorization header got through');
    }),
  },
];
