import { describe, expect, it } from 'vitest';
import {
  type CachedPreflight,
  type PreflightQuestion,
  servingEntry,
  withoutFragment,
} from '../../../src/cors/preflight-cache.ts';

const entry = (parts: Partial<CachedPreflight> = {}): CachedPreflight => ({
  url: 'http://localhost:8081/a',
  origin: 'http://localhost:8080',
  credentials: false,
  methods: ['PUT'],
  headers: ['x-a'],
  storedAt: 1_000,
  lifetime: 600,
  ...parts,
});
const question = (parts: Partial<PreflightQuestion> = {}): PreflightQuestion => ({
  url: 'http://localhost:8081/a',
  origin: 'http://localhost:8080',
  credentials: false,
  method: 'PUT',
  headers: ['x-a'],
  at: 2_000,
  ...parts,
});

interface Row {
  readonly name: string;
  readonly entries: readonly CachedPreflight[];
  readonly asked: PreflightQuestion;
  readonly serves: { readonly chromium: number | null; readonly firefox: number | null };
}
const rows: readonly Row[] = [
  { name: 'the same call again', entries: [entry()], asked: question(), serves: { chromium: 0, firefox: 0 } },
  {
    name: 'the cache is by URL, not by host',
    entries: [entry()],
    asked: question({ url: 'http://localhost:8081/b' }),
    serves: { chromium: null, firefox: null },
  },
  {
    name: 'and by origin',
    entries: [entry()],
    asked: question({ origin: 'null' }),
    serves: { chromium: null, firefox: null },
  },
  {
    name: 'it ends with its lifetime',
    entries: [entry({ lifetime: 5 })],
    asked: question({ at: 6_001 }),
    serves: { chromium: null, firefox: null },
  },
  {
    name: 'at its very end it serves no more',
    entries: [entry({ lifetime: 5 })],
    asked: question({ at: 6_000 }),
    serves: { chromium: null, firefox: null },
  },
  {
    name: 'it serves within the millisecond in which it was stored',
    entries: [entry()],
    asked: question({ at: 1_000 }),
    serves: { chromium: 0, firefox: 0 },
  },
  {
    name: 'an answer that is not kept hides none that is',
    entries: [entry({ storedAt: 1_500, lifetime: 0 }), entry()],
    asked: question(),
    serves: { chromium: 1, firefox: 1 },
  },
  {
    name: 'none is kept, so a call that could do without still asks',
    entries: [],
    asked: question({ method: 'GET', headers: [] }),
    serves: { chromium: null, firefox: null },
  },
  {
    name: 'another method asks anew',
    entries: [entry()],
    asked: question({ method: 'DELETE' }),
    serves: { chromium: null, firefox: null },
  },
  {
    name: 'a safelisted method needs no entry of its own',
    entries: [entry({ methods: [] })],
    asked: question({ method: 'POST' }),
    serves: { chromium: 0, firefox: 0 },
  },
  {
    name: 'a header that was not allowed asks anew',
    entries: [entry()],
    asked: question({ headers: ['x-a', 'x-b'] }),
    serves: { chromium: null, firefox: null },
  },
  {
    name: 'a star covers what it covered then',
    entries: [entry({ methods: ['*'], headers: ['*'] })],
    asked: question(),
    serves: { chromium: 0, firefox: 0 },
  },
  {
    name: 'a star is no wildcard with credentials',
    entries: [entry({ methods: ['*'], headers: ['*'], credentials: true })],
    asked: question({ credentials: true }),
    serves: { chromium: null, firefox: null },
  },
  {
    name: 'an answer without credentials serves no call with them',
    entries: [entry()],
    asked: question({ credentials: true }),
    serves: { chromium: null, firefox: null },
  },
  {
    name: 'an answer with credentials serves calls without them in Chromium only',
    entries: [entry({ credentials: true })],
    asked: question(),
    serves: { chromium: 0, firefox: null },
  },
  {
    name: 'an answer with credentials serves calls with them',
    entries: [entry({ credentials: true })],
    asked: question({ credentials: true }),
    serves: { chromium: 0, firefox: 0 },
  },
  {
    name: 'an answer of which it is not known may be with credentials',
    entries: [entry({ credentials: null })],
    asked: question({ credentials: true }),
    serves: { chromium: 0, firefox: 0 },
  },
  {
    name: 'a call of which it is not known may be of either kind',
    entries: [entry({ credentials: true })],
    asked: question({ credentials: null }),
    serves: { chromium: 0, firefox: 0 },
  },
  {
    name: 'of several that serve together, Firefox’s first to end is the one',
    entries: [
      entry({ methods: ['PUT'], headers: [], storedAt: 1_900, lifetime: 600 }),
      entry({ methods: [], headers: ['x-a'], storedAt: 1_500, lifetime: 60 }),
      entry({ methods: [], headers: ['x-b'], storedAt: 1_000, lifetime: 600 }),
    ],
    asked: question({ headers: ['x-a', 'x-b'] }),
    serves: { chromium: null, firefox: 1 },
  },
  {
    name: 'Chromium looks at the newest alone, Firefox puts several together',
    entries: [entry({ methods: ['PUT'], headers: [], storedAt: 1_500 }), entry({ methods: [], headers: ['x-a'] })],
    asked: question(),
    serves: { chromium: null, firefox: 1 },
  },
  {
    name: 'what was stored later did not serve',
    entries: [entry({ storedAt: 3_000 })],
    asked: question(),
    serves: { chromium: null, firefox: null },
  },
];

describe.each(['chromium', 'firefox'] as const)('the preflight cache of %s', (browser) => {
  it.each(rows)('$name', ({ entries, asked, serves }) => {
    const found = servingEntry(entries, asked, browser);
    expect(found === null ? null : entries.indexOf(found)).toBe(serves[browser]);
  });
});

it('keys by the URL without its fragment', () => {
  expect(withoutFragment('http://a.test/x?y#z#z')).toBe('http://a.test/x?y');
  expect(withoutFragment('http://a.test/x')).toBe('http://a.test/x');
});
