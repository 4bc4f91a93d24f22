import { describe, expect, it } from 'vitest';
import { getHeader, headerLines, listItems } from '../../../src/cors/get-header.ts';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { variesByOrigin } from '../../../src/cors/vary.ts';

const headers: HeaderList = [
  ['Vary', ' Accept\t'],
  ['Date', 'no other name of four letters'],
  ['Vary-By', 'nor a longer one'],
  ['VARY', '\r\nOrigin \n'],
];

// https://fetch.spec.whatwg.org/#concept-header-list-get
describe('a header', () => {
  it('is all its lines in their order, whatever the case of their names', () => {
    expect(getHeader(headers, 'vary')).toBe('Accept, Origin');
    expect(headerLines(headers, 'vary')).toEqual(['Accept', 'Origin']);
  });
  it('is null when there is none, and empty when it is', () => {
    expect(getHeader(headers, 'etag')).toBeNull();
    expect(headerLines(headers, 'etag')).toEqual([]);
    expect(getHeader([['ETag', ' \t ']], 'etag')).toBe('');
  });
  it('keeps white space that is not HTTP’s', () => {
    expect(getHeader([['ETag', '\u00a0x\u000b']], 'etag')).toBe('\u00a0x\u000b');
  });
});

it('reads a list without its empty items', () => {
  expect(listItems(' a ,,b c,\t,')).toEqual(['a', 'b c']);
});

describe('caches keep answers apart by Origin with', () => {
  it.each(['Origin', 'accept, ORIGIN', '*', 'Accept-Encoding,*'])('Vary: %s', (value) => {
    expect(variesByOrigin([['Vary', value]])).toBe(true);
  });
  it.each(['', 'Accept', 'X-Origin', 'Origin-X'])('not with Vary: %j', (value) => {
    expect(variesByOrigin([['Vary', value]])).toBe(false);
  });
  it('nor without it', () => {
    expect(variesByOrigin([['Origin', '*']])).toBe(false);
  });
});
