import { describe, expect, it } from 'vitest';
import { CAUSE_CODES, LOOKALIKE_CODES } from '../../../src/diagnosis/codes.ts';
import { NOT_PROVOKED } from '../../lab/not-provoked.ts';
import { families } from '../../lab/scenarios/families.ts';
import { disagreements, type Truth } from '../../lab/truth.ts';

const scenarios = families.flatMap((family) => family.scenarios);
const AsyncFunction = (async () => {}).constructor as new (...args: string[]) => unknown;

describe('the lab’s scenarios', () => {
  it('have ids of their own, fit for a URL', () => {
    const ids = scenarios.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
  });

  it('have titles of their own', () => {
    const titles = scenarios.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s is sound', (_, scenario) => {
    const { run, routes, expect: expected } = scenario;
    expect(() => new AsyncFunction('lab', run)).not.toThrow();
    for (const path of run.matchAll(/lab\.url\('(?:page|api|other|remote)'(?:, '([^']+)')?\)/g)) {
      if (scenario.id !== 'tls') expect(Object.keys(routes)).toContain(path[1] ?? 'call');
    }
    const blocked = expected.verdict === 'blocked';
    if (expected.verdict === 'allowed' || expected.verdict === 'opaque') expect(expected.cause).toBeNull();
    else expect(blocked ? CAUSE_CODES : LOOKALIKE_CODES).toContain(expected.cause);
    if (!blocked) expect(expected.chromium).toBeNull();
  });

  const all = [...CAUSE_CODES, ...LOOKALIKE_CODES];
  it.each(all)('provoke %s, or say why they cannot', (code) => {
    const provoked = scenarios.some(({ expect }) => expect.cause === code);
    expect(provoked).toBe(!(code in NOT_PROVOKED));
  });
});

describe('the comparison with the browser’s own word', () => {
  const scenario = {
    id: 'x',
    title: '',
    about: '',
    run: '',
    routes: {},
    expect: { verdict: 'blocked', cause: 'allow-origin-missing', chromium: 'A', firefox: 'B', outcome: 'TypeError' },
  } as const;
  const truth: Truth = { outcome: 'TypeError', code: 'A', verdicts: [] };

  it('finds nothing where they agree', () => {
    expect(disagreements(scenario, 'chromium', truth)).toEqual([]);
  });

  it('names another code and another outcome', () => {
    expect(disagreements(scenario, 'firefox', { ...truth, outcome: '200' })).toEqual([
      'code: expected B, firefox said A',
      'outcome: expected TypeError, the script saw 200',
    ]);
  });
});
