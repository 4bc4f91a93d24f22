import { describe, expect, it } from 'vitest';
import { reproductions } from '../../../src/advice/reproduce/registry.ts';
import { requestsFor } from '../../../src/advice/reproduce/request.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { renderReport } from '../../../src/report/report.ts';
import { findingsOf, optionsWith } from './findings.ts';
import { SECRETS } from './secrets.ts';

const rows = SECRETS.map((row) => [row.where, row] as const);

// The same secrets, by the real engine, in everything else that leaves the panel.
describe('secrets in HAR and in the recording within a JSON report', () => {
  it.each(rows)('%s', (_where, { secret, exchange }) => {
    for (const format of ['har', 'json'] as const) {
      expect(renderReport(format, findingsOf([exchange]), optionsWith({ secrets: false })), format).not.toContain(
        secret,
      );
    }
    expect(renderReport('json', findingsOf([exchange]), optionsWith({ secrets: true }))).toContain(secret);
  });
});

describe.each(reproductions.map((way) => [way.id, way] as const))('secrets in the call for %s', (_id, way) => {
  it.each(rows)('%s', (_where, { secret, exchange }) => {
    const { preflight, actual } = way.render(requestsFor(exchange, diagnose(exchange), { secrets: false }));
    expect(`${preflight}\n${actual}`).not.toContain(secret);
  });
});
