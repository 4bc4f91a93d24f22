import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../src/cors/header-list.ts';
import { exposure } from '../../../src/cors/response-headers.ts';

// Facts of web-platform-tests, told anew. Each table names its file.
const readable = (headers: HeaderList, credentials = false): readonly string[] =>
  exposure(headers, credentials).readable.filter((name) => !name.startsWith('access-control-'));
const exposes = (value: string): HeaderList[number] => ['Access-Control-Expose-Headers', value];

// web-platform-tests/wpt fetch/api/cors/cors-filtering.js and cors/response-headers.htm
describe('without Access-Control-Expose-Headers', () => {
  it.each([
    'Cache-Control',
    'Content-Language',
    'Content-Length',
    'Content-Type',
    'Expires',
    'Last-Modified',
    'Pragma',
  ])('%s is readable', (name) => {
    expect(readable([[name, 'x']])).toEqual([name.toLowerCase()]);
  });
  it.each(['Age', 'Server', 'Warning', 'X-Powered-By', 'Set-Cookie', 'Set-Cookie2', 'ETag'])('%s is hidden', (name) => {
    expect(readable([[name, 'x']])).toEqual([]);
  });
});
describe('named in Access-Control-Expose-Headers', () => {
  it.each(['Age', 'Server', 'Warning', 'ETag'])('%s is readable', (name) => {
    expect(readable([[name, 'x'], exposes(name)])).toEqual([name.toLowerCase()]);
  });
  it.each(['Set-Cookie', 'Set-Cookie2'])('%s is hidden all the same', (name) => {
    expect(readable([[name, 'x'], exposes(name)])).toEqual([]);
  });
});

// web-platform-tests/wpt fetch/api/cors/cors-expose-star.js
describe('`*` in Access-Control-Expose-Headers', () => {
  const headers: HeaderList = [
    exposes('*'),
    ['Test', 'X'],
    ['Set-Cookie', 'X'],
    ['*', 'whoa'],
    ['Content-Type', 'x/y'],
  ];
  it('is any header without credentials, but no cookie', () => {
    expect(readable(headers)).toEqual(['test', '*', 'content-type']);
  });
  it('is the header of that name with credentials', () => {
    expect(readable(headers, true)).toEqual(['*', 'content-type']);
  });
  it('may be one of several values, in several lines', () => {
    expect(readable([exposes('*'), exposes('set-cookie'), ['Test', 'X'], ['Set-Cookie', 'X']])).toEqual(['test']);
  });
});

it('tells the hidden headers too, each once and in the order received', () => {
  const headers: HeaderList = [['X-B', '1'], ['Content-Type', 'x/y'], ['x-a', '2'], ['x-b', '3'], exposes('x-a')];
  expect(exposure(headers, false)).toEqual({
    readable: ['content-type', 'x-a'],
    hidden: ['x-b', 'access-control-expose-headers'],
  });
});

// web-platform-tests/wpt cors/access-control-expose-headers-parsing.window.js, and what `npm run agree` found
describe('Access-Control-Expose-Headers is read as', () => {
  const bb8 = (value: string): boolean => readable([exposes(value), ['BB-8', 'hey']]).includes('bb-8');
  it.each(['BB-8', 'bb-8', ',bb-8', 'x , bb-8 ', 'bb-8,,x', '\tbb-8'])('a list without case: %j', (value) => {
    expect(bb8(value)).toBe(true);
  });
  it.each(['bb-8 x', 'x q, bb-8', '"bb-8"', 'bb-8;', 'no', ''])('nothing at all: %j', (value) => {
    expect(bb8(value)).toBe(false);
  });
});
