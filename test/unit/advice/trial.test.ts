import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fix, HeaderChange } from '../../../src/advice/fix.ts';
import { sessionRules } from '../../../src/advice/session-rules.ts';
import { domainOf, planPolicyTrial, planTrial, type Trial, touches } from '../../../src/advice/trial.ts';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { API, call, PAGE } from '../../fixtures/panel-page/calls.ts';

const diagnosis = { origin: { value: PAGE, from: 'seen', because: { code: 'origin-header' } } } as unknown as Diagnosis;
const change = (response: 'preflight' | 'actual', header: string, value: string, hop = 0): HeaderChange => ({
  hop,
  response,
  operation: 'set',
  header,
  value,
  was: null,
});
const fix = (
  changes: readonly HeaderChange[],
  status: Extract<Fix, { kind: 'headers' }>['status'] = [],
): Extract<Fix, { kind: 'headers' }> => ({
  kind: 'headers',
  changes,
  status,
  hygiene: [],
  proven: true,
  assumed: [],
  alsoFirst: null,
});
const put = call({ id: '1', method: 'PUT', url: `${API}/items/1?page=2`, preflight: { answer: {} } });
const trialOf = (exchange = put, changes: readonly HeaderChange[] = []): Trial => {
  const plan = planTrial(exchange, diagnosis, fix(changes));
  if (!plan.possible) throw new Error(plan.why);
  return plan.trial;
};
const allow = (response: 'preflight' | 'actual') => change(response, 'Access-Control-Allow-Origin', PAGE);

describe('the rules of a trial', () => {
  it('change the preflight’s answer for OPTIONS alone, and leave nothing in the preflight cache', () => {
    const trial = trialOf(put, [allow('preflight'), change('preflight', 'Access-Control-Allow-Methods', 'PUT')]);
    expect(sessionRules(trial, 7, 5)).toEqual([
      {
        id: 5,
        priority: 1,
        condition: {
          tabIds: [7],
          urlFilter: `|${API}/items/1^`,
          isUrlFilterCaseSensitive: true,
          requestMethods: ['options'],
          initiatorDomains: ['localhost'],
          excludedResourceTypes: ['main_frame', 'sub_frame'],
        },
        action: {
          type: 'modifyHeaders',
          responseHeaders: [
            { header: 'access-control-allow-origin', operation: 'set', value: PAGE },
            { header: 'access-control-allow-methods', operation: 'set', value: 'PUT' },
            { header: 'access-control-max-age', operation: 'set', value: '0' },
          ],
        },
      },
    ]);
  });

  it('change the call’s own answer for every method but OPTIONS', () => {
    const [rule] = sessionRules(trialOf(put, [allow('actual')]), 7, 1);
    expect(rule?.condition).toMatchObject({ excludedRequestMethods: ['options'] });
    expect(rule?.action.responseHeaders.map(({ header }) => header)).toEqual(['access-control-allow-origin']);
  });

  it('are one rule for a page’s own OPTIONS, which looks like its preflight', () => {
    const options = call({ id: '2', method: 'OPTIONS', request: { 'X-A': '1' }, preflight: { answer: {} } });
    const rules = sessionRules(trialOf(options, [allow('preflight'), allow('actual')]), 7, 1);
    expect(rules).toHaveLength(1);
    expect(rules[0]?.condition.requestMethods ?? rules[0]?.condition.excludedRequestMethods).toBeUndefined();
    expect(rules[0]?.action.responseHeaders.map(({ header }) => header)).toEqual([
      'access-control-max-age',
      'access-control-allow-origin',
    ]);
  });

  it('name no caller where a list of domains cannot hold it', () => {
    const sandboxed = call({ id: '3', origin: 'null', answer: {} });
    expect(sessionRules(trialOf(sandboxed, [allow('actual')]), 7, 1)[0]?.condition).not.toHaveProperty(
      'initiatorDomains',
    );
    expect([null, 'null', 'http://[::1]:80', 'https://a.example'].map(domainOf)).toEqual([
      null,
      null,
      null,
      'a.example',
    ]);
  });

  it('cover each request of a redirected call', () => {
    const redirected = call({
      id: '4',
      url: 'http://127.0.0.1:1/b',
      redirects: [{ url: `${API}/a`, answer: { status: 302 } }],
      answer: {},
    });
    const { rules } = trialOf(redirected, [allow('actual'), change('actual', 'Access-Control-Allow-Origin', '*', 1)]);
    expect(rules.map(({ url }) => url)).toEqual([`${API}/a`, 'http://127.0.0.1:1/b']);
  });
});

describe('what cannot be tried', () => {
  const because = (plan: ReturnType<typeof planTrial>) => (plan.possible ? null : plan.why);
  it('is an error status of the preflight', () => {
    const status = [{ hop: 0, response: 'preflight', status: 204, was: 405 } as const];
    expect(because(planTrial(put, diagnosis, fix([allow('preflight')], status)))).toBe('preflight-status');
  });
  it('is a call without a tab', () => {
    const worker = { ...put, attribution: 'origin' as const };
    expect(because(planTrial(worker, diagnosis, fix([allow('actual')])))).toBe('worker');
    expect(touches(trialOf(put, [allow('actual')]), worker)).toBe(false);
  });
  it('is a value that would break the header', () => {
    expect(because(planTrial(put, diagnosis, fix([change('actual', 'X', 'a\r\nSet-Cookie: b')])))).toBe('value');
    expect(because(planTrial(put, diagnosis, fix([])))).toBe('value');
  });
});

describe('the calls that a trial touches', () => {
  const trial = () => trialOf(put, [allow('actual')]);
  const to = (url: string, origin = PAGE) => touches(trial(), call({ id: 'x', url, origin, answer: {} }));
  it.each([
    ['the same URL', `${API}/items/1`, true],
    ['another query', `${API}/items/1?other`, true],
    ['what lies below it', `${API}/items/1/parts`, true],
    ['a longer name', `${API}/items/12`, false],
    ['another path', `${API}/orders`, false],
    ['another server', 'http://localhost:9/items/1', false],
  ])('%s', (_, url, expected) => expect(to(url)).toBe(expected));
  it('are not those of another origin', () => expect(to(`${API}/items/1`, 'http://localhost:9')).toBe(false));
  it('are all of the server for its policy', () => {
    const plan = planPolicyTrial(
      {
        server: API,
        origins: [PAGE],
        methods: ['PUT'],
        requestHeaders: ['x-a'],
        exposedHeaders: ['ETag'],
        credentials: true,
        maxAge: 600,
      },
      PAGE,
    );
    if (!plan.possible) throw new Error(plan.why);
    expect(touches(plan.trial, call({ id: 'x', url: `${API}/anything`, answer: {} }))).toBe(true);
    expect(touches(plan.trial, call({ id: 'x', url: 'http://localhost:9/', answer: {} }))).toBe(false);
    const [preflight, actual] = sessionRules(plan.trial, 1, 1);
    expect(preflight?.condition.urlFilter).toBe(`|${API}/`);
    expect(preflight?.action.responseHeaders).toContainEqual({
      header: 'access-control-max-age',
      operation: 'set',
      value: '0',
    });
    expect(actual?.action.responseHeaders).toContainEqual({
      header: 'access-control-expose-headers',
      operation: 'set',
      value: 'ETag',
    });
  });
});

it('never makes a rule that reaches beyond this tab, a document, or a value with a line break', () => {
  fc.assert(
    fc.property(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.constantFrom('GET', 'PUT', 'OPTIONS', 'patch'),
      fc.string({ unit: 'binary' }),
      (url, method, value) => {
        const exchange = call({ id: '1', method, url: new URL(url).href, answer: {}, preflight: { answer: {} } });
        const plan = planTrial(exchange, diagnosis, fix([allow('preflight'), change('actual', 'Vary', value)]));
        if (!plan.possible) return;
        for (const rule of sessionRules(plan.trial, 3, 1)) {
          expect(rule.condition.tabIds).toEqual([3]);
          expect(rule.condition.urlFilter).toMatch(/^\|https?:\/\//);
          expect(rule.condition.urlFilter).not.toMatch(/[?#\s]/);
          expect(JSON.stringify(rule.action)).not.toMatch(/\\[rn]/);
        }
        expect(touches(plan.trial, exchange)).toBe(true);
      },
    ),
  );
});
