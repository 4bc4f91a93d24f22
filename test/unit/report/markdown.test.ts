import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { renderReport } from '../../../src/report/report.ts';
import { anyExchange } from './arbitrary-exchange.ts';
import { findingsOf, optionsWith } from './findings.ts';

/** As GitHub renders it, with HTML let through so that it would show. */
const html = (markdown: string): string =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
const report = (exchanges: readonly Exchange[], pageUrl: string | null = null): string =>
  renderReport('markdown', findingsOf(exchanges), optionsWith({ secrets: true, pageUrl }));

/** The elements that our own structure is made of. */
const OURS = new Set(['h2', 'h3', 'p', 'ul', 'li', 'strong', 'code', 'pre']);
const tagsOf = (text: string): readonly string[] =>
  [...text.matchAll(/<\/?([a-z][a-z0-9]*|!)/gi)].map((tag) => tag[1]?.toLowerCase() ?? '');
const withoutCode = (text: string): string => text.replace(/<code(?: class="language-[a-z]+")?>[^<]*<\/code>/g, '');

describe('a report in Markdown, rendered by a real renderer', () => {
  it('is our own structure and nothing else, whatever servers and pages say', () => {
    fc.assert(
      fc.property(fc.array(anyExchange, { minLength: 1, maxLength: 3 }), fc.option(fc.webUrl()), (exchanges, page) => {
        const rendered = html(report(exchanges, page));
        expect(tagsOf(rendered).filter((tag) => !OURS.has(tag))).toEqual([]);
        expect(rendered).not.toMatch(/<(?!code)[a-z0-9]+ [a-z]/); // no attributes but the language of a fence
        expect(rendered.match(/<h2>/g)).toHaveLength(1);
        expect(rendered.match(/<h3>/g)?.length ?? 0).toBeLessThanOrEqual(exchanges.length + 1);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('leaves foreign text, mentions, references and addresses to code alone', () => {
    fc.assert(
      fc.property(anyExchange, (exchange) => {
        const outside = withoutCode(html(report([exchange])));
        expect(outside).not.toMatch(/zqz|@|https?:\/|www\.|#\d|\bGH-\d|\b[0-9a-f]{7,40}\b|:[a-z_]+:/i);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('shows the evidence whole', () => {
    fc.assert(
      fc.property(anyExchange, (exchange) => {
        const text = report([exchange]);
        const fences = text.match(/^`{3,}(?:http|sh)?$/gm) ?? [];
        expect(fences.length % 2).toBe(0);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('the checks see what they are there for', () => {
    expect(tagsOf(html('![x](http://a.test/) <b>x</b>\n\n| a |\n|---|\n| b |'))).toContain('img');
    expect(tagsOf(html('www.a.test'))).toContain('a');
    expect(withoutCode(html('`@zqz` and @zqz'))).toContain('@zqz');
  });
});

describe('a report in plain text', () => {
  it('has no control or direction-changing character, and no line that foreign text began', () => {
    fc.assert(
      fc.property(anyExchange, (exchange) => {
        const text = renderReport('text', findingsOf([exchange]), optionsWith({ secrets: true }));
        expect(text).not.toMatch(/[^\n\P{Cc}]|[\u200b-\u200f\u2028-\u202f\u2060-\u206f]/u);
        // Every line is our title, a numbered call, or indented; a mail's quote or header begins otherwise.
        expect(text.split('\n').filter((line) => !/^(?:$|CORS Lens |Page |Chromium |\d+\. | {2,})/.test(line))).toEqual(
          [],
        );
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
