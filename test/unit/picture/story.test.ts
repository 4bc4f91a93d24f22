import { expect, test } from 'vitest';
import { type Event, storyOf } from '../../../src/picture/story.ts';
import { told } from '../../../src/picture/telling.ts';
import { CASES, type CaseName } from './stories.ts';

const brief = (event: Event): string =>
  event.kind === 'message' ? `${event.from}→${event.to} ${event.state}: ${event.text}` : `${event.kind}: ${event.text}`;
const eventsOf = (name: CaseName): string[] => storyOf(CASES[name].exchange, CASES[name].diagnosis).events.map(brief);

test.each<[CaseName, string[]]>([
  [
    'blocked preflight',
    [
      'page→browser happened: PUT /items/1',
      'browser→0 happened: Preflight: OPTIONS',
      '0→browser happened: 204',
      'check: Method is not allowed',
      'browser→0 never: PUT was never sent',
      'browser→page failed: Error for the script',
    ],
  ],
  [
    'allowed after a preflight',
    [
      'page→browser happened: PUT /items/1',
      'browser→0 happened: Preflight: OPTIONS',
      '0→browser happened: 204',
      'check: The preflight passes',
      'browser→0 happened: PUT',
      '0→browser happened: 200',
      'check: CORS check passes',
      'browser→page happened: Answer for the script',
    ],
  ],
  [
    'redirect to another server',
    [
      'page→browser happened: GET /old',
      'browser→0 happened: GET',
      '0→browser happened: 302',
      'check: CORS check passes, the redirect is followed',
      'browser→1 happened: GET /moved',
      '1→browser happened: 200',
      'check: No Access-Control-Allow-Origin',
      'browser→page failed: Error for the script',
    ],
  ],
  [
    'answer from the cache',
    [
      'page→browser happened: GET /items/1',
      'aside: 200 from the browser’s cache',
      'check: CORS check passes',
      'browser→page happened: Answer for the script',
    ],
  ],
  [
    'refused',
    [
      'page→browser happened: GET /items/1',
      'browser→0 happened: GET',
      '0→browser never: No answer',
      'check: Connection refused',
      'browser→page failed: Network error',
    ],
  ],
  [
    'pending',
    [
      'page→browser happened: GET /items/1',
      'browser→0 happened: GET',
      '0→browser waiting: Waiting for the answer',
      'browser→page waiting: Not ended yet',
    ],
  ],
])('%s is told in order', (name, events) => {
  expect(eventsOf(name)).toEqual(events);
});

test('the header that failed is marked, with what would have passed', () => {
  const { exchange, diagnosis } = CASES['blocked preflight'];
  const answer = storyOf(exchange, diagnosis).events[2];
  expect(answer?.kind === 'message' && answer.headers).toEqual([
    { name: 'Access-Control-Allow-Origin', value: 'http://localhost:8080', state: 'passed', want: null },
    { name: 'Access-Control-Allow-Methods', value: 'GET, POST', state: 'failed', want: 'PUT' },
    { name: 'Access-Control-Allow-Headers', value: 'content-type', state: 'plain', want: null },
  ]);
});

test('a header that is missing stands there as missing', () => {
  const { exchange, diagnosis } = CASES['blocked answer'];
  const [answer] = storyOf(exchange, diagnosis).events.filter(
    (event) => event.kind === 'message' && event.text === '500',
  );
  expect(answer?.kind === 'message' && answer.headers).toEqual([
    { name: 'Access-Control-Allow-Origin', value: null, state: 'failed', want: 'http://localhost:8080' },
  ]);
});

test('null is never what is expected, even where it would pass', () => {
  const { exchange, diagnosis } = CASES['blocked answer'];
  const faults = diagnosis.faults.map((fault) => ({ ...fault, want: 'null' }));
  const told = JSON.stringify(storyOf(exchange, { ...diagnosis, faults }));
  expect(told).toContain('"state":"failed","want":null');
});

test('credentials are shown to have been sent, never what they are', () => {
  const { exchange, diagnosis } = CASES['allowed after a preflight'];
  const story = JSON.stringify(storyOf(exchange, diagnosis));
  expect(story).toContain('"Cookie"');
  expect(story).not.toContain('s3cr3t');
});

test('the words instead of the picture say who, what and where it stopped', () => {
  const { exchange, diagnosis } = CASES['blocked preflight'];
  expect(told(storyOf(exchange, diagnosis))).toEqual([
    'Page (http://localhost:8080) to Browser (Chromium): PUT /items/1',
    'Browser (Chromium) to Server (http://localhost:8081): Preflight: OPTIONS; Origin: http://localhost:8080; Access-Control-Request-Method: PUT; Access-Control-Request-Headers: authorization,content-type',
    'Server (http://localhost:8081) to Browser (Chromium): 204; Access-Control-Allow-Origin: http://localhost:8080; Access-Control-Allow-Methods: GET, POST, fails, expected PUT; Access-Control-Allow-Headers: content-type',
    'Stopped here: Method is not allowed',
    'Never happened, Browser (Chromium) to Server (http://localhost:8081): PUT was never sent',
    'Browser (Chromium) to Page (http://localhost:8080): Error for the script',
  ]);
});
