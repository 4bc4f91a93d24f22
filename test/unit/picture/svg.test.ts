import { expect, test } from 'vitest';
import { layOut } from '../../../src/picture/layout.ts';
import { storyOf } from '../../../src/picture/story.ts';
import { escapeXml, svgDocument } from '../../../src/picture/svg.ts';
import { BLOCKED, call } from '../../fixtures/panel-page/calls.ts';
import { diagnosisWith } from '../words/diagnoses.ts';

const exchange = call({
  id: '1',
  url: 'http://localhost:8081/<img src=x onerror=alert(1)>?a="b"&c=\'d\'',
  answer: { headers: { 'Access-Control-Allow-Origin': '"><script>alert(1)</script>\u0000' } },
  error: BLOCKED,
});
const document = svgDocument(
  layOut(storyOf(exchange, diagnosisWith({ verdict: 'blocked' })), 760),
  (colour) => `#${colour.length}00000`,
  { title: '<title> & "all"', description: ']]></desc><script>' },
);

test('the document is well formed, whatever the texts hold', () => {
  // Every tag that is opened is closed, in order: no text became a tag.
  const open: string[] = [];
  for (const [, closing, name = '', self] of document.matchAll(/<(\/?)([a-z]+)(?:\s+[\w:-]+="[^"<>]*")*\s*(\/?)>/g)) {
    if (closing) expect(open.pop()).toBe(name);
    else if (!self) open.push(name);
  }
  expect(open).toEqual([]);
  expect(document.replaceAll(/<\/?[a-z]+(?:\s+[\w:-]+="[^"<>]*")*\s*\/?>/g, '')).not.toMatch(
    /[<>]|&(?!(?:amp|lt|gt|quot|#39);)/,
  );
});

test('it stands alone: nothing is loaded, nothing runs, no colour is asked of a style sheet', () => {
  const tags = new Set([...document.matchAll(/<([a-z]+)/g)].map(([, tag]) => tag));
  expect([...tags].sort()).toEqual(['desc', 'line', 'path', 'rect', 'svg', 'text', 'title', 'tspan']);
  expect(document).not.toMatch(/var\(|href|url\(|class=|style=| on\w+="/);
  expect(document.startsWith('<svg xmlns="http://www.w3.org/2000/svg" ')).toBe(true);
});

test.each([
  ['a<b>&"\'', 'a&lt;b&gt;&amp;&quot;&#39;'],
  ['\u0000\ud800x\uffff', '\ufffd\ufffdx\ufffd'],
  ['😀é', '😀é'],
])('%j is written %j', (text, written) => {
  expect(escapeXml(text)).toBe(written);
});
