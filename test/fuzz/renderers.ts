import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { fixFor } from '../../src/advice/fix-for.ts';
import { reproductions } from '../../src/advice/reproduce/registry.ts';
import { requestsFor } from '../../src/advice/reproduce/request.ts';
import { RECIPES } from '../../src/advice/servers/registry.ts';
import { shellQuote } from '../../src/advice/shell-quote.ts';
import { UnsafePolicyError } from '../../src/advice/unsafe-policy-error.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { openRecording } from '../../src/import/open.ts';
import { visibleText } from '../../src/panel/view/visible-text.ts';
import { layOut } from '../../src/picture/layout.ts';
import { storyOf } from '../../src/picture/story.ts';
import { svgDocument } from '../../src/picture/svg.ts';
import { told } from '../../src/picture/telling.ts';
import { renderReport } from '../../src/report/report.ts';
import { sentence, shortReason } from '../../src/words/explain.ts';
import { anyPolicy, renderedOrRefused } from '../recipes/policies.ts';
import { anyExchange, hostile } from '../unit/report/arbitrary-exchange.ts';
import { findingsOf, optionsWith } from '../unit/report/findings.ts';
import { type FuzzedPart, must } from './property.ts';

const ACTING = /[^\P{Cc}\n]|[\u200b\u202a-\u202e\u2066-\u2069]/u;
const OURS = /^(?:h2|h3|p|ul|li|strong|code|pre)$/;
const render = (format: 'markdown' | 'text' | 'json' | 'har') => (exchange: Parameters<typeof diagnose>[0]) =>
  renderReport(format, findingsOf([exchange]), optionsWith({ secrets: true }));
const html = (markdown: string): string =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** Whatever a call holds, what is made of it has our own structure alone. */
export const RENDERERS: readonly FuzzedPart[] = [
  {
    part: 'sentences of the diagnosis',
    share: 1,
    property: fc.property(anyExchange, (exchange) => {
      const diagnosis = diagnose(exchange);
      fixFor(exchange, diagnosis);
      must(sentence(exchange, diagnosis).length > 0, 'nothing is said');
      shortReason(exchange, diagnosis);
    }),
  },
  {
    part: 'report as Markdown',
    share: 0.25,
    property: fc.property(anyExchange, (exchange) => {
      const markdown = render('markdown')(exchange);
      must(!ACTING.test(markdown), 'a control or turning character got through');
      for (const [, tag = ''] of html(markdown).matchAll(/<\/?([a-z][a-z0-9]*|!)/gi)) {
        must(OURS.test(tag.toLowerCase()), `Markdown makes a ${tag}`);
      }
    }),
  },
  {
    part: 'report as plain text',
    share: 1,
    property: fc.property(anyExchange, (exchange) => {
      must(!ACTING.test(render('text')(exchange)), 'a control or turning character got through');
    }),
  },
  {
    part: 'report as JSON and HAR, opened again',
    share: 1,
    property: fc.property(anyExchange, (exchange) => {
      const opened = openRecording(render('json')(exchange));
      must(opened.ok && opened.recording.exchanges.length === 1, 'a JSON report cannot be opened');
      const har = JSON.parse(render('har')(exchange)) as { log: { entries: unknown[] } };
      must(har.log.entries.length > 0, 'a HAR has no entry');
    }),
  },
  {
    part: 'picture as SVG',
    share: 1,
    property: fc.property(anyExchange, fc.integer({ min: 200, max: 1_400 }), (exchange, room) => {
      const story = storyOf(exchange, diagnose(exchange));
      told(story);
      const svg = svgDocument(layOut(story, room), () => '#000000', { title: exchange.hops[0].url, description: 'x' });
      const tags = svg.match(/<\/?[a-z]+(?:\s+[\w:-]+="[^"<>]*")*\s*\/?>/g) ?? [];
      must(
        tags.every((tag) => /^<\/?(?:desc|line|path|rect|svg|text|title|tspan)\b/.test(tag)),
        'another element stands in it',
      );
      const rest = svg.replaceAll(/<\/?[a-z]+(?:\s+[\w:-]+="[^"<>]*")*\s*\/?>/g, '');
      must(!/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.test(rest), 'a text is not escaped');
      must(!/ on\w+="|href=/.test(tags.join('')), 'something runs or is loaded');
    }),
  },
  {
    part: 'the call for curl, PowerShell, cmd, fetch() and .http files',
    share: 1,
    property: fc.property(anyExchange, (exchange) => {
      const requests = requestsFor(exchange, diagnose(exchange), { secrets: true });
      for (const way of reproductions) must(way.render(requests).actual.length > 0, `${way.id} is empty`);
    }),
  },
  {
    part: 'server configuration, all recipes',
    share: 0.25,
    property: fc.property(anyPolicy, hostile, (policy, text) => {
      for (const recipe of RECIPES) {
        renderedOrRefused(recipe, policy);
        try {
          recipe.render({ ...policy, origins: [`http://a${text}`] });
          must(/^http:\/\/a[a-z0-9._-]*(?::\d+)?$/.test(`http://a${text}`), `${recipe.id} took an odd origin`);
        } catch (error) {
          if (!(error instanceof UnsafePolicyError)) throw error;
        }
      }
    }),
  },
  {
    part: 'shell words and text on the screen',
    share: 1,
    property: fc.property(hostile, fc.string({ unit: 'binary' }), (text, other) => {
      must(!ACTING.test(visibleText(text + other).replaceAll('\t', '')), 'a control or turning character is shown');
      shellQuote(text.replaceAll('\u0000', ''));
    }),
  },
];
