import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/panel/listing/listing.ts';
import { themeFor } from '../../../src/panel/theme.ts';
import { arrange } from '../../../src/panel/view/deciding.ts';
import { target } from '../../../src/panel/view/list-keys.ts';
import { differenceOf } from '../../../src/panel/view/near-miss-parts.ts';
import { urlParts } from '../../../src/panel/view/url-parts.ts';
import { visibleText } from '../../../src/panel/view/visible-text.ts';
import { ui } from '../../../src/words/ui.ts';

describe('the difference of two texts', () => {
  test.each([
    ['http://a.test/', 'http://a.test', '/', ''],
    ['http://a.test', 'https://a.test', '', 's'],
    ['http://a.test:8080', 'http://a.test:8081', '0', '1'],
    ['aaa', 'aa', 'a', ''],
    ['', 'x', '', 'x'],
    ['same', 'same', '', ''],
  ])('%j against %j differs in %j and %j', (got, want, gotPart, wantPart) => {
    const parts = differenceOf(got, want);
    expect([parts.got.marked, parts.want.marked]).toEqual([gotPart, wantPart]);
    expect(parts.got.before + parts.got.marked + parts.got.after).toBe(got);
    expect(parts.want.before + parts.want.marked + parts.want.after).toBe(want);
  });
});

describe('the keys of the list', () => {
  const page: Row = { kind: 'page', navigation: { url: 'http://a.test/', time: 0 } };
  const row = (id: string): Row => ({ kind: 'call', id, of: null, number: 0 });
  const rows = [page, row('1'), row('2'), page, row('3')];
  const listing = { rowCount: () => rows.length, row: (index: number) => rows[index] ?? null };
  test.each([
    ['ArrowDown', -1, 1],
    ['j', 2, 4],
    ['ArrowDown', 4, 4],
    ['k', 4, 2],
    ['ArrowUp', 1, 1],
    ['ArrowUp', -1, 4],
    ['Home', 4, 1],
    ['End', 1, 4],
    ['PageDown', 1, 4],
    ['PageUp', 4, 1],
    ['x', 1, null],
  ])('%s from row %d leads to %s, past page loads', (key, from, to) => {
    expect(target(key, listing, from, 5)).toBe(to);
  });
});

describe('the pieces of a URL', () => {
  test.each([
    'http://user:pass@api.test:8081/a/b/c?q=1#f',
    'https://api.test',
    'data:text/plain,hello',
    'no url at all',
    '',
    `http://api.test/${'x'.repeat(5000)}`,
  ])('of %s are never more than it has', (url) => {
    const { host, pathStart, pathEnd, query } = urlParts(url);
    for (const piece of [host, pathStart, pathEnd, query]) expect(url).toContain(piece);
    expect(host).not.toContain('@');
  });
  test('keep a short path, and the last segment of a long one, whole', () => {
    expect(urlParts('http://api.test/a/b?q')).toEqual({
      host: 'api.test',
      pathStart: '',
      pathEnd: '/a/b',
      query: '?q',
    });
    const long = '/v2/organisations/42/environments';
    expect(urlParts(`http://api.test${long}/last`)).toMatchObject({ pathStart: long, pathEnd: '/last' });
  });
});

test.each([
  ['plain /ä/', 'plain /ä/'],
  ['\u202egpj.exe', '\\u{202e}gpj.exe'],
  ['a\u0000b\r\n', 'a\\u{0}b\\u{d}\\u{a}'],
  ['zero\u200bwidth', 'zero\\u{200b}width'],
  ['<b>', '<b>'],
])('%j is shown as %j', (given, shown) => {
  expect(visibleText(given)).toBe(shown);
});

test('headers about CORS come first, misspelt ones too, and a missing one is named', () => {
  const { first, rest, missing } = arrange(
    [
      ['Server', 'nginx'],
      ['access-control-allow-orgin', '*'],
      ['Vary', 'Origin'],
      ['X-Rate', '5'],
    ],
    new Map([
      ['access-control-allow-origin', 'failed'],
      ['x-rate', 'passed'],
      [':status', 'failed'],
    ]),
  );
  expect(first.map(({ header: [name] }) => name)).toEqual(['access-control-allow-orgin', 'Vary', 'X-Rate']);
  expect(rest.map(({ header: [name] }) => name)).toEqual(['Server']);
  expect(missing).toEqual(['access-control-allow-origin']);
});

test.each([
  ['dark', 'dark'],
  ['default', 'light'],
  ['light', 'light'],
  ['auto', null],
  [undefined, null],
])('DevTools’ theme %s is ours %s', (name, theme) => {
  expect(themeFor(name)).toBe(theme);
});

describe('the summary line', () => {
  const none = { calls: 0, shown: 0, servers: 0, blocked: 0, reasons: 0, failed: 0, undecided: 0, waiting: 0 };
  test.each([
    [none, 'No cross-origin calls yet'],
    [
      { ...none, calls: 12, shown: 12, servers: 3, blocked: 2, reasons: 1 },
      '12 calls, 3 servers, 2 blocked for 1 reason',
    ],
    [{ ...none, calls: 1, shown: 1, servers: 1 }, '1 call, 1 server, none blocked'],
    [{ ...none, calls: 9, shown: 3, servers: 1, waiting: 4 }, '9 calls, 1 server, still counting, 3 shown'],
    [
      { ...none, calls: 5, shown: 5, servers: 2, failed: 1, undecided: 2 },
      '5 calls, 2 servers, none blocked, 1 failed, not for CORS, 2 undecided',
    ],
  ])('%j', (numbers, line) => {
    expect(ui.summary(numbers)).toBe(line);
  });
});
