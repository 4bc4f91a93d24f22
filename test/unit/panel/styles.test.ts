import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const FOLDER = fileURLToPath(new URL('../../../src/panel/styles/', import.meta.url));
const sheets = readdirSync(FOLDER).filter((file) => file.endsWith('.css'));
const textOf = (file: string): string => readFileSync(FOLDER + file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

interface Declaration {
  readonly property: string;
  readonly value: string;
}
const declarationsOf = (text: string): readonly Declaration[] =>
  [...text.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+);/g)].map(([, property = '', value = '']) => ({
    property,
    value: value.trim(),
  }));

/** The parts of a value, functions kept whole. */
const partsOf = (value: string): readonly string[] => value.match(/[^\s(]+(?:\((?:[^()]|\([^()]*\))*\))?/g) ?? [];

/** Whether a declaration means one side of the screen, where it should mean the beginning or the end of a line. */
function isOneSided({ property, value }: Declaration): boolean {
  if (/^(?:left|right|float)$|-(?:left|right)(?:$|-)/.test(property)) return true;
  if (property === 'text-align') return /left|right/.test(value);
  const [, second, third, fourth] = partsOf(value);
  if (/^(?:margin|padding|inset|border-width|border-color|border-style)$/.test(property)) {
    return fourth !== undefined && second !== fourth;
  }
  return property === 'border-radius' && third !== undefined && partsOf(value)[0] !== second;
}

describe.each(sheets)('%s', (sheet) => {
  test('turns around with the direction of the text', () => {
    const oneSided = declarationsOf(textOf(sheet)).filter(isOneSided);
    expect(oneSided.map(({ property, value }) => `${property}: ${value}`)).toEqual([]);
  });

  test('moves nothing for those who asked for less motion', () => {
    const still = textOf(sheet).replace(
      /@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]|\{[^{}]*\})*\}/g,
      '',
    );
    const moving = declarationsOf(still).filter(({ property }) =>
      /^(?:transition|animation|scroll-behavior)/.test(property),
    );
    expect(moving).toEqual([]);
  });
});

test.each([
  ['margin', '-4px -8px 0 0', true],
  ['margin', '0 auto 10px', false],
  ['padding', '1px 26px 1px 8px', true],
  ['border-radius', '0 var(--radius) var(--radius) 0', true],
  ['border-radius', 'var(--radius)', false],
  ['inset', '0 0 0 auto', true],
  ['margin-left', '1px', true],
  ['border-inline-start', '1px solid', false],
  ['left', '0', true],
])('the test knows one side from both: %s: %s', (property, value, oneSided) => {
  expect(isOneSided({ property, value })).toBe(oneSided);
});
