import { describe, expect, it } from 'vitest';
import type { RootHintCode } from '../../../src/diagnosis/codes.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { faultText, sentence, shortReason } from '../../../src/words/explain.ts';
import { API, BLOCKED, call, PAGE } from '../../fixtures/panel-page/calls.ts';
import { blockedBy, diagnosisWith, faultWith } from './diagnoses.ts';

const get = call({ id: '1', answer: { headers: {} }, error: BLOCKED });
const put = call({ id: '2', method: 'PUT', preflight: { answer: { status: 204 } }, error: BLOCKED });
const noCors: Diagnosis['mode'] = { value: 'no-cors', from: 'seen', because: { code: 'sec-fetch-mode' } };
const missing = faultWith({ code: 'allow-origin-missing', want: PAGE });

interface Row {
  readonly name: string;
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly says: string;
}
const rows: readonly Row[] = [
  {
    name: 'who sent what, which rule failed, whose turn it is',
    exchange: put,
    diagnosis: blockedBy(
      faultWith({ code: 'allow-methods-lacks-method', phase: 'preflight', got: 'GET', want: 'PUT' }),
    ),
    says: `The server at ${API} answered the preflight (OPTIONS) with \`Access-Control-Allow-Methods: GET\`, but the page asked for PUT. The browser therefore never sent the PUT. The server must list PUT.`,
  },
  {
    name: 'a missing header names the line that must come',
    exchange: get,
    diagnosis: blockedBy(missing),
    says: `The server at ${API} answered the GET without \`Access-Control-Allow-Origin\`. The browser therefore kept the response from the page. The server must answer with \`Access-Control-Allow-Origin: ${PAGE}\`, exactly so.`,
  },
  {
    name: 'an error comes before the missing header',
    exchange: get,
    diagnosis: blockedBy(missing, { roots: [{ code: 'server-failed', detail: '500' }] }),
    says: `The server failed (500), and the error answer carries no CORS headers. Mend the error first. The server at ${API} answered the GET without \`Access-Control-Allow-Origin\`. The browser therefore kept the response from the page. The server must answer with \`Access-Control-Allow-Origin: ${PAGE}\`, exactly so.`,
  },
  {
    name: 'a page is never told to have null allowed',
    exchange: get,
    diagnosis: blockedBy(faultWith({ code: 'allow-origin-missing', want: 'null' })),
    says: `The server at ${API} answered the GET without \`Access-Control-Allow-Origin\`. The browser therefore kept the response from the page. No server can name that origin safely, since any site can make calls with the origin \`null\`: the call needs a real origin.`,
  },
  {
    name: 'all headers that lack are named',
    exchange: put,
    diagnosis: blockedBy(
      faultWith({
        code: 'allow-headers-lacks-header',
        phase: 'preflight',
        got: '*',
        want: 'authorization, content-type',
      }),
      { credentials: { value: true, from: 'seen', because: { code: 'cookie-sent' } } },
    ),
    says: `The server at ${API} answered the preflight (OPTIONS) with \`Access-Control-Allow-Headers: *\`, but the page wants to send \`authorization\` and \`content-type\`. In a call with credentials \`*\` is no wildcard: it stands for itself alone. The browser therefore never sent the PUT. The server must list both.`,
  },
  {
    name: 'a lookalike is named with its evidence',
    exchange: get,
    diagnosis: diagnosisWith({
      verdict: 'failed',
      lookalike: {
        code: 'connection-refused',
        evidence: 'net::ERR_CONNECTION_REFUSED',
        hop: 0,
        during: 'preflight',
      },
    }),
    says: `The GET to \`${API}/items/1\` failed, already at its preflight (OPTIONS), because nobody accepts connections at that address. This is not a matter of CORS headers. The evidence: \`net::ERR_CONNECTION_REFUSED\`. Start the server, or correct the host and the port.`,
  },
  {
    name: 'a WebSocket that did not open is told what opens one',
    exchange: get,
    diagnosis: diagnosisWith({
      verdict: 'failed',
      mode: { value: 'websocket', from: 'seen', because: { code: 'initiator' } },
      lookalike: { code: 'other-failure', evidence: 'net::ERR_FAILED', hop: 0, during: 'actual' },
    }),
    says: `The GET to \`${API}/items/1\` failed because the network or the browser gave it up. This is not a matter of CORS headers. The evidence: \`net::ERR_FAILED\`. A WebSocket opens when its server answers the handshake with status 101. See what this one answers, and whether it refuses the page’s origin by itself.`,
  },
];

describe('the sentence', () => {
  it.each(rows)('$name', ({ exchange, diagnosis, says }) => {
    expect(sentence(exchange, diagnosis)).toBe(says);
  });

  it('says both readings of an undecided call, and what decides', () => {
    const text = sentence(
      get,
      blockedBy(faultWith({ code: 'allow-credentials-missing' }), {
        verdict: 'undecided',
        certainty: 'depends',
        readings: { withCredentials: 'blocked', without: 'allowed' },
      }),
    );
    expect(text).toContain('If it did, it is blocked by CORS; if it did not, it is allowed.');
    expect(text).toContain('To decide it');
    expect(text).toContain('`Access-Control-Allow-Credentials`');
  });

  it('does not say that a server failed which only refused', () => {
    const rooted = (code: RootHintCode, detail: string) =>
      sentence(get, blockedBy(missing, { roots: [{ code, detail }] }));
    expect(rooted('server-failed', '503')).toContain('The server failed (503)');
    expect(rooted('server-failed', '404')).toContain('The server answered with an error (404)');
    // Spring answers 403 to an origin that is not on its list, where no login is asked for.
    expect(rooted('authentication-before-cors', '403')).toContain(
      'or its own list does not have this origin, method or header',
    );
    expect(rooted('authentication-before-cors', '401')).not.toContain('list');
  });

  it('does not call a redirect that was not followed a no-cors call', () => {
    expect(sentence(get, diagnosisWith({ verdict: 'opaque', mode: noCors }))).toContain('was made in no-cors mode');
    const text = sentence(get, diagnosisWith({ verdict: 'opaque' }));
    expect(text).toContain('had asked not to follow it (`redirect: "manual"`)');
    expect(text).not.toContain('no-cors');
  });

  it('cuts a long value and shows what cannot be seen', () => {
    const got = `\u202e<b>\n\`${'x'.repeat(5000)}`;
    const text = sentence(get, blockedBy(faultWith({ code: 'allow-origin-invalid', got, want: PAGE })));
    expect(text.length).toBeLessThan(700);
    expect(text).toContain('\\u{202e}<b>\\u{a}\\u{60}xxx');
    expect(text).toContain('…');
    expect(text).not.toMatch(/[\n\u202e]/);
  });

  it('cuts between characters, not within one', () => {
    const text = faultText(faultWith({ code: 'allow-origin-invalid', got: '😀'.repeat(500) }), diagnosisWith({}));
    expect(encodeURIComponent(text)).toContain('%F0%9F%98%80');
    expect(text.match(/😀/gu)?.length).toBeLessThanOrEqual(120);
  });
});

describe('the short reason', () => {
  const reason = (exchange: Exchange, parts: Partial<Diagnosis>) => shortReason(exchange, diagnosisWith(parts));
  it.each([
    ['a block', reason(get, { cause: missing }), 'No Access-Control-Allow-Origin'],
    [
      'a failing server',
      reason(get, { cause: missing, roots: [{ code: 'server-failed', detail: '500' }] }),
      'Server failed (500): No Access-Control-Allow-Origin',
    ],
    [
      'an allowed call',
      reason(call({ id: '1', answer: { headers: { 'access-control-allow-origin': '*' } } }), { verdict: 'allowed' }),
      'Everybody is allowed (*)',
    ],
    ['an opaque answer', reason(get, { verdict: 'opaque', mode: noCors }), 'no-cors: unreadable, as asked'],
    ['a redirect not followed', reason(get, { verdict: 'opaque' }), 'Redirect not followed, as asked'],
    ['a call under way', reason(call({ id: '1', open: true }), { verdict: 'pending' }), 'Waiting for the answer'],
  ])('of %s', (_name, got, then) => expect(got).toBe(then));
});
