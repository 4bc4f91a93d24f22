import type { HeaderList } from '../../src/cors/header-list.ts';
import { isCorsSafelistedMethod } from '../../src/cors/method.ts';
import { originOf } from '../../src/cors/origin.ts';
import { corsUnsafeRequestHeaders } from '../../src/cors/request-headers.ts';
import type { BrowserName, End, Exchange, Hop, RecordedResponse } from '../../src/exchange/exchange.ts';
import { type AgreeCase, type Answers, casePath } from '../../test/agree/case.ts';
import { makeCase } from '../../test/agree/cases.ts';
import { writeAnswer } from '../../test/lab/write-answer.ts';

const ORIGINS: Readonly<Record<string, string>> = {
  page: 'http://localhost:8080',
  api: 'http://localhost:8081',
  other: 'http://localhost:8082',
  remote: 'http://127.0.0.1:8083',
};
const TOKENS = new Map(
  Object.entries(ORIGINS).flatMap(([name, origin]) => [
    [name, origin] as const,
    [`${name}.port`, new URL(origin).port] as const,
  ]),
);
const PAGE = originOf(`${ORIGINS.page}/`);

/** Exchanges like those that a recorder hands over, made from the agreement's random cases. Deterministic. */
export const corpus = (count: number, browser: BrowserName): readonly Exchange[] =>
  Array.from({ length: count }, (_, i) => exchangeOf(makeCase(1, i), browser));

function exchangeOf(one: AgreeCase, browser: BrowserName): Exchange {
  const { call, index } = one;
  const unsafe = corsUnsafeRequestHeaders(call.headers).map(({ name }) => name);
  const preflighted = !isCorsSafelistedMethod(call.method) || unsafe.length > 0;
  const hops = one.hops.map((hop, i): Hop => {
    const request: HeaderList = [
      ['Host', 'localhost'],
      [
        'User-Agent',
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
      ],
      ['Accept-Encoding', 'gzip, deflate, br, zstd'],
      ['Origin', PAGE],
      ['Referer', `${PAGE}/`],
      ['Sec-Fetch-Dest', 'empty'],
      ['Sec-Fetch-Mode', 'cors'],
      ['Sec-Fetch-Site', 'same-site'],
      ...call.headers,
    ];
    const last = i === one.hops.length - 1;
    const asks: HeaderList = [
      ['Origin', PAGE],
      ['Access-Control-Request-Method', call.method],
      ...(unsafe.length === 0 ? [] : [['Access-Control-Request-Headers', unsafe.join(',')] as const]),
    ];
    return {
      url: ORIGINS[hop.target] + casePath(one, i),
      method: call.method,
      startedAt: 1,
      requestHeaders: request,
      preflight: preflighted
        ? {
            requestId: `p${index}`,
            requestHeaders: asks,
            response: responseOf(hop.preflight),
            end: ended,
            startedAt: 1,
            pairedBy: 'only-candidate',
          }
        : null,
      response: responseOf(hop.actual),
      redirected: !last,
      delivered: false,
    };
  });
  return {
    id: String(index),
    revision: 1,
    browser,
    tabId: 1,
    frameId: 0,
    attribution: 'tab',
    documentId: 'd',
    initiator: PAGE,
    pageUrl: `${PAGE}/`,
    type: 'xmlhttprequest',
    startedAt: 1,
    hops: hops as unknown as Exchange['hops'],
    end: browser === 'firefox' ? ended : { kind: 'failed', at: 2, error: 'net::ERR_FAILED', failure: 'blocked' },
    partial: false,
    evidence: {},
  };
}

const ended: End = { kind: 'completed', at: 2 };

/** As the lab's servers write it and a browser reads it. */
function responseOf(answer: Answers['preflight']): RecordedResponse | null {
  const written = writeAnswer(answer, TOKENS);
  if (typeof written === 'string') return null;
  const [first = '', ...lines] = written.bytes.toString('latin1').split('\r\n\r\n')[0]?.split('\r\n') ?? [];
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  return { status: Number(first.split(' ')[1]), headers, seenByPage: null, fromCache: false };
}
