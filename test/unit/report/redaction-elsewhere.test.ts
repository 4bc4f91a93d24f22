import { describe, expect, it } from 'vitest';
import { reproductions } from '../../../src/advice/reproduce/registry.ts';
import { requestsFor } from '../../../src/advice/reproduce/request.ts';
import { judgeWhatIf } from '../../../src/advice/what-if.ts';
import { whatIfFrom } from '../../../src/advice/what-if-from.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { layOut } from '../../../src/picture/layout.ts';
import { storyOf } from '../../../src/picture/story.ts';
import { svgDocument } from '../../../src/picture/svg.ts';
import { told } from '../../../src/picture/telling.ts';
import { redactFinding } from '../../../src/report/redact-finding.ts';
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

describe('secrets in a copy for “What if …”, judged and handed over', () => {
  it.each(rows)('%s', (_where, { secret, exchange }) => {
    const judged = judgeWhatIf(whatIfFrom(exchange, diagnose(exchange)), 'chromium');
    if (!judged.ok) return; // a copy that is no call yet has nothing to hand over
    for (const format of ['json', 'markdown', 'text', 'har'] as const) {
      const text = renderReport(format, findingsOf([judged.exchange]), optionsWith({ secrets: false }));
      expect(text, format).not.toContain(secret);
    }
  });

  it('is a test of nearly all of them', () => {
    const judged = rows.filter(
      ([, { exchange }]) => judgeWhatIf(whatIfFrom(exchange, diagnose(exchange)), 'chromium').ok,
    );
    expect(judged.length).toBeGreaterThan(0.8 * rows.length);
  });
});

describe('secrets in the picture', () => {
  const picture = (finding: ReturnType<typeof findingsOf>[number]): string => {
    const story = storyOf(finding.exchange, finding.diagnosis);
    return svgDocument(layOut(story, 900), () => '#000', { title: '', description: told(story).join('\n') });
  };
  it.each(rows)('%s', (_where, { exchange, secret }) => {
    for (const finding of findingsOf([exchange])) expect(picture(redactFinding(finding))).not.toContain(secret);
  });
});
