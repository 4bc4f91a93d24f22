import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { type Finding, type ReportFormat, renderReport } from '../../../src/report/report.ts';
import { BLOCKED, call, PAGE } from '../../fixtures/panel-page/calls.ts';
import { blockedBy, diagnosisWith, faultWith } from '../words/diagnoses.ts';
import { SECRETS } from './secrets.ts';

const FORMATS: readonly ReportFormat[] = ['json', 'markdown', 'text'];

/** Every place of a diagnosis that can hold foreign text holds what the exchange says. */
function diagnosisOf(exchange: Exchange): Diagnosis {
  const got = exchange.hops.map(({ response }) => JSON.stringify(response?.headers ?? [])).join();
  if (exchange.end?.kind === 'failed' && exchange.end.failure !== 'blocked') {
    return diagnosisWith({
      verdict: 'failed',
      lookalike: { code: 'other-failure', evidence: exchange.end.error, hop: 0, during: 'actual' },
    });
  }
  return blockedBy(faultWith({ code: 'allow-origin-missing', hop: exchange.hops.length - 1, got, want: PAGE }), {
    roots: [{ code: 'redirect-in-front', detail: exchange.hops[0].response?.headers.at(-1)?.[1] ?? null }],
  });
}

const findingOf = (exchange: Exchange): Finding => ({
  exchange,
  diagnosis: diagnosisOf(exchange),
  fix: { kind: 'not-by-headers', why: 'unexplained' },
});
const report = (format: ReportFormat, exchange: Exchange, secrets: boolean): string =>
  renderReport(format, [findingOf(exchange)], {
    browser: { name: 'chromium', version: '156.0' },
    pageUrl: 'http://localhost:8080/',
    recordedAt: '2026-11-24T10:00:00Z',
    secrets,
  });

describe.each(FORMATS)('secrets in %s', (format) => {
  it.each(SECRETS.map((row) => [row.where, row] as const))('%s', (_where, { secret, exchange }) => {
    expect(report(format, exchange, true)).toContain(secret);
    const redacted = report(format, exchange, false);
    expect(redacted).not.toContain(secret);
    expect(redacted).toContain('[redacted]');
  });
});

it('has at least 50 distinct secrets, none of them part of another', () => {
  expect(SECRETS.length).toBeGreaterThanOrEqual(50);
  for (const { secret } of SECRETS) {
    expect(SECRETS.filter((other) => other.secret.includes(secret))).toHaveLength(1);
  }
});

it('redacts what the user calls secret: a header, a parameter, and their values wherever else they stand', () => {
  const exchange = call({
    id: '1',
    url: 'http://localhost:8081/items?tenant=Zq90tenant&page=2',
    request: { 'X-Customer': 'Zq91customer' },
    answer: { headers: { 'X-Echo': 'for Zq91customer' } },
    error: BLOCKED,
  });
  const secretNames = new Set(['x-customer', 'tenant']);
  for (const format of FORMATS) {
    const options = {
      browser: { name: 'chromium', version: '156.0' },
      pageUrl: 'http://localhost:8080/?tenant=Zq90tenant',
      recordedAt: '2026-11-24T10:00:00Z',
      secrets: false,
    } as const;
    expect(renderReport(format, [findingOf(exchange)], options)).toContain('Zq90tenant');
    const redacted = renderReport(format, [findingOf(exchange)], { ...options, secretNames });
    expect(redacted).not.toMatch(/Zq9/);
    expect(redacted).toContain('page=2');
  }
});

it('redacts the page’s own URL', () => {
  const render = (secrets: boolean) =>
    renderReport('json', [], {
      browser: { name: 'firefox', version: '153.7' },
      pageUrl: 'https://u:Zq70@app.example.test/?token=Zq71',
      recordedAt: '2026-11-24T10:00:00Z',
      secrets,
    });
  expect(render(false)).not.toMatch(/Zq7/);
  expect(render(false)).toContain('https://[redacted]@app.example.test/?token=[redacted]');
  expect(render(true)).toContain('https://u:Zq70@app.example.test/?token=Zq71');
});

it('says whether it is redacted', () => {
  const [row] = SECRETS;
  if (!row) throw new Error('no rows');
  expect(JSON.parse(report('json', row.exchange, false))).toMatchObject({ redacted: true });
  expect(JSON.parse(report('json', row.exchange, true))).toMatchObject({ redacted: false });
  expect(report('text', row.exchange, true)).toContain('Secrets are included.');
  expect(report('markdown', row.exchange, false)).toContain('Secrets are removed.');
});
