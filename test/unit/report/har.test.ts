import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { openRecording } from '../../../src/import/open.ts';
import { renderReport } from '../../../src/report/report.ts';
import { call, PAGE } from '../../fixtures/panel-page/calls.ts';
import { RECORDED } from '../../fixtures/panel-page/recorded.ts';
import { anyExchange } from './arbitrary-exchange.ts';
import { findingsOf, optionsWith } from './findings.ts';

const har = (exchanges: readonly Exchange[], secrets = true): string =>
  renderReport('har', findingsOf(exchanges), optionsWith({ secrets }));
const reopened = (text: string): readonly Exchange[] => {
  const opened = openRecording(text);
  if (!opened.ok) throw new Error(`${opened.code} ${opened.detail}`);
  return opened.recording.exchanges;
};

describe('a HAR of the shown calls', () => {
  it('has what HAR 1.2 asks of each entry', () => {
    fc.assert(
      fc.property(fc.array(anyExchange, { maxLength: 3 }), (exchanges) => {
        const { log } = JSON.parse(har(exchanges));
        expect([log.version, typeof log.creator.name, typeof log.creator.version]).toEqual(['1.2', 'string', 'string']);
        for (const { startedDateTime, time, request, response, cache, timings } of log.entries) {
          expect(Number.isNaN(Date.parse(startedDateTime))).toBe(false);
          expect(time).toBeGreaterThanOrEqual(0);
          expect(cache).toEqual({});
          for (const key of ['send', 'wait', 'receive']) expect(timings[key]).toBeGreaterThanOrEqual(0);
          for (const message of [request, response]) {
            expect(typeof message.httpVersion).toBe('string');
            for (const key of ['cookies', 'headers']) expect(Array.isArray(message[key])).toBe(true);
            for (const key of ['headersSize', 'bodySize']) expect(message[key]).toBe(-1);
            for (const { name, value } of message.headers)
              expect([typeof name, typeof value]).toEqual(['string', 'string']);
          }
          expect([typeof request.method, typeof request.url, Array.isArray(request.queryString)]).toEqual([
            'string',
            'string',
            true,
          ]);
          expect([typeof response.status, typeof response.statusText, typeof response.redirectURL]).toEqual([
            'number',
            'string',
            'string',
          ]);
          expect([typeof response.content.size, typeof response.content.mimeType]).toEqual(['number', 'string']);
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('holds an entry for each preflight and each request', () => {
    const { log } = JSON.parse(har(RECORDED));
    const messages = RECORDED.flatMap(({ hops }) => hops.map(({ preflight }) => (preflight === null ? 1 : 2)));
    expect(log.entries).toHaveLength(messages.reduce<number>((sum, count) => sum + count, 0));
  });

  it.each(RECORDED.map((exchange) => [`${exchange.hops[0].method} ${exchange.hops[0].url}`, exchange] as const))(
    'opened again gives the verdict of %s',
    (_name, exchange) => {
      if (exchange.end === null) return;
      const [again, ...more] = reopened(har([exchange]));
      expect(more).toEqual([]);
      if (again === undefined) throw new Error('lost');
      const judged = ({ verdict, cause, lookalike }: ReturnType<typeof diagnose>) => [
        verdict,
        cause?.code ?? lookalike?.code,
      ];
      expect(judged(diagnose(again))).toEqual(judged(diagnose(exchange)));
    },
  );

  it('carries no secret unless it was asked for', () => {
    const secret = call({
      id: '1',
      url: 'http://u:hunter2@localhost:8081/?token=s3cr3t',
      request: { Cookie: 'sid=s3cr3t' },
      answer: {},
    });
    expect(har([secret], false)).not.toMatch(/s3cr3t|hunter2/);
    expect(har([secret], true)).toMatch(/s3cr3t/);
  });

  it('names its page', () => {
    expect(JSON.parse(har([call({ id: '1', answer: {} })])).log.pages).toMatchObject([
      { id: 'page_1', title: `${PAGE}/` },
    ]);
  });
});
