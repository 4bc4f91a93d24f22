import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const STYLES = fileURLToPath(new URL('../../../src/panel/styles', import.meta.url));
const sheets = readdirSync(STYLES).filter((name) => name.endsWith('.css'));

/** A declaration that means a side of the screen, where the start or the end of a line is meant. */
function isPhysical(declaration: string): boolean {
  const [property = '', value = ''] = declaration.split(/:(.*)/s).map((part) => part.trim());
  if (/^(?:left|right)$|-(?:left|right)(?:-|$)/.test(property)) return true;
  if (/^(?:text-align|float|clear)$/.test(property)) return /\b(?:left|right)\b/.test(value);
  // Four values, of which the second (right) and the fourth (left) differ.
  const values = value.match(/(?:[^\s(]|\([^)]*\))+/g) ?? [];
  if (!/^(?:margin|padding|inset|border-width|border-radius)$/.test(property) || values.length !== 4) return false;
  return property === 'border-radius' ? values[0] !== values[1] || values[2] !== values[3] : values[1] !== values[3];
}

it.each(sheets)('%s names no side of the screen', (name) => {
  const css = readFileSync(`${STYLES}/${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const declarations = [...css.matchAll(/[{;]\s*([a-z-]+\s*:[^;{}]+)(?=[;}])/g)].map((match) => match[1] ?? '');
  expect(declarations.length).toBeGreaterThan(name === 'panel.css' ? -1 : 3);
  expect(declarations.filter(isPhysical)).toEqual([]);
});

it('knows a side when it sees one', () => {
  expect(
    ['margin-left: 1px', 'text-align: right', 'padding: 1px 2px 1px 3px', 'left: 0'].filter(isPhysical),
  ).toHaveLength(4);
  expect(['margin-inline: 1px 2px', 'padding: 1px 2px 3px 2px', 'text-align: start'].filter(isPhysical)).toEqual([]);
});
