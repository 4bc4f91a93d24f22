import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// Foreign text stays text: nothing in the source makes HTML or code of it, or sends anything anywhere.
const SRC = fileURLToPath(new URL('../../../src', import.meta.url));
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:tsx?|html)$/.test(file))
  .map((file) => [file.replaceAll('\\', '/'), withoutTexts(readFileSync(join(SRC, file), 'utf8'))] as const);

/** Comments and string literals are no code; templates stay, since expressions stand in them. */
function withoutTexts(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}
const using = (pattern: RegExp): readonly string[] =>
  files.filter(([, code]) => pattern.test(code)).map(([file]) => file);

it('makes no HTML of a text', () => {
  expect(
    using(
      /\b(?:inner|outer)HTML\b|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|DOMParser|createContextualFragment|srcdoc/,
    ),
  ).toEqual([]);
});

it('makes no code of a text', () => {
  expect(using(/\bnew Function\b|(?<![.\w])eval\(|set(?:Timeout|Interval)\(['"`]/)).toEqual([]);
  // What runs in the inspected page is put together from our own functions; values go in as JSON.
  expect(using(/inspectedWindow\.eval\b/)).toEqual(['devtools/main.ts']);
});

it('asks nobody for anything over the network', () => {
  // A snippet to copy, a recipe, and the page witness (which wraps the page's own functions) hold such names as text.
  const texts = /^(?:advice\/(?:reproduce|servers)|words)\/|^witness\/page-script\.ts$/;
  expect(
    using(/(?<![.\w])fetch\(|XMLHttpRequest\b|new WebSocket\b|sendBeacon|new EventSource\b|new Worker\b/).filter(
      (file) => !texts.test(file),
    ),
  ).toEqual([]);
});

it('the patterns see what they are there for', () => {
  expect(withoutTexts("a.innerHTML = 'x'; // innerHTML\n/* eval( */ 'eval('")).toMatch(/innerHTML = ''/);
  expect(withoutTexts("'eval('")).not.toContain('eval(');
});
