import type { LabProofs } from '../../test/fixes/lab.ts';
import { type FixFigures, sumOf } from '../../test/fixes/tally.ts';

/** What one browser's run came to. */
export interface FixRun {
  readonly generated: FixFigures;
  readonly lab: LabProofs | null;
}

const NAMES = { chromium: 'Chromium', firefox: 'Firefox' } as const;
const partsTried = ({ cured }: FixFigures): number =>
  [...cured].reduce((sum, [parts, calls]) => sum + parts * calls, 0);
const of = (lab: LabProofs, kind: string): readonly string[] =>
  [...lab.proofs].filter(([, proof]) => proof.kind === kind).map(([id]) => id);

export const refutedIn = ({ generated, lab }: FixRun): number =>
  generated.refuted.length + (lab === null ? 0 : of(lab, 'refuted').length);

/** The figures for a terminal. */
export function figuresText(run: FixRun): string {
  const { generated: g, lab } = run;
  return [
    `${g.browser} ${g.version}: ${sumOf(g.cured)} blocked calls cured, ${partsTried(g)} parts each found needed, ` +
      `${g.refuted.length} refuted; ${g.calls} calls in ${g.seconds.toFixed(0)} s`,
    ...(lab === null
      ? []
      : [
          `lab: ${of(lab, 'cured').length} of ${lab.proofs.size} blocked scenarios cured, ${of(lab, 'refuted').length} refuted`,
        ]),
  ].join('\n');
}

/** docs/fixes.md */
export const fixesPage = (runs: readonly FixRun[]): string => `# Fixes, proven

\`npm run fixes\` puts the advice to the proof where it counts: real servers, a real browser.

1. A call is made, and it is blocked. Its exchange is what its servers really received and sent.
2. The fix is taken from the same code that the panel runs (for the lab's scenarios: from the panel's own JSON report),
   and the servers answer with it. The call must succeed.
3. The fix is applied again without one of its parts, for each part. The call must be blocked each time. A part that rests
   on an answer that nobody had seen (the preflight failed before it) is judged only when it has been seen.

*No header cures it* are calls that the panel says so of: the origin is \`null\`, the page itself sends a header that belongs
to servers, a redirect with user and password, … *Led on*: the fix let a redirect pass, and what came then was one of these.
The generated calls come from a seed and are the same everywhere; \`npm test\` runs 60 in each browser.

${runs.map(section).join('\n')}`;

function section(run: FixRun): string {
  const { generated: g, lab } = run;
  const sorted = [...g.cured].sort(([a], [b]) => a - b);
  return `## ${NAMES[g.browser]} ${g.version}

| generated calls, seed ${g.seed} | |
| --- | ---: |
| made (calls in all, with and without fixes) | ${g.generated} (${g.calls}) |
| blocked, and cured by the fix | **${sumOf(g.cured)}** |
| parts of these fixes, each found needed | **${partsTried(g)}** |
| refuted | **${g.refuted.length}** |
| cured only when a redirect’s target had been seen as well | ${g.inRounds} |
| led on to what no header cures | ${g.leadsOn} |
| no header cures it | ${sumOf(g.notByHeaders)} |
| succeeded anyway | ${g.succeeded} |
| failed, not of CORS | ${g.notCors} |
| time | ${g.seconds.toFixed(0)} s |

| parts of the fix | calls |
| ---: | ---: |
${sorted.map(([parts, calls]) => `| ${parts} | ${calls} |`).join('\n')}
${lab === null ? '' : labSection(lab)}`;
}

function labSection(lab: LabProofs): string {
  const list = (kind: string): string => of(lab, kind).join(', ') || 'none';
  return `
The lab’s ${lab.proofs.size} blocked scenarios: **${of(lab, 'cured').length}** cured, **${of(lab, 'refuted').length}** refuted.
No header cures ${[...of(lab, 'not-by-headers'), ...of(lab, 'leads-on')].join(', ')}. Not of CORS for this proof: ${list('not-cors')}.
`;
}
