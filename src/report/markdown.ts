import type { Finding } from './finding.ts';
import { browserWords, GENERATOR, needsTelling, summaryWords } from './header.ts';
import { codeSpan, fence, prose } from './markdown-escape.ts';
import type { ReportOptions } from './report.ts';
import { type ToldFinding, tellFinding } from './told.ts';

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** Headed blocks of one call; empty ones are left out. */
function full(told: ToldFinding, number: number): string {
  const blocks = [
    `### ${number}. ${told.verdict}: ${codeSpan(`${told.method} ${told.url}`)}`,
    prose(told.sentence),
    ...told.hints.map((hint) => `**Look here first:** ${prose(hint)}`),
    list([
      ...told.facts.map(([label, value]) => `${label}: ${codeSpan(value)}`),
      `How sure: ${prose(told.certainty)}`,
      ...(told.nearMiss === null ? [] : [`The difference: ${prose(told.nearMiss)}`]),
      ...told.alsoWrong.map((text) => `Also wrong: ${prose(text)}`),
    ]),
    '**Evidence**',
    fence(
      'http',
      told.evidence.flatMap(({ title, lines }, index) => [...(index === 0 ? [] : ['']), `# ${title}`, ...lines]),
    ),
    '**The fix**',
    prose(told.fix),
    list(told.changes.map(prose)),
    told.proof === null ? '' : prose(told.proof),
    told.hygiene.length === 0 ? '' : `Good practice, not needed for this call:\n\n${list(told.hygiene.map(prose))}`,
    list(told.notes.map((note) => `Note: ${prose(note)}`)),
    '**Try it**',
    ...told.curl.map((command) => fence('sh', command.split('\n'))),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

const brief = (told: ToldFinding): string =>
  [
    `${told.verdict}: ${codeSpan(`${told.method} ${told.url}`)}. ${prose(told.sentence)}`,
    ...told.notes.map((note) => `Note: ${prose(note)}`),
  ].join(' ');

/**
 * The report as GitHub-flavoured Markdown without tables, for an issue or a chat. Foreign text stands in code spans and
 * fences alone, so that it can make no markup, link, mention or image.
 */
export function renderMarkdown(findings: readonly Finding[], options: ReportOptions): string {
  const told = findings.map((finding) => ({ finding, told: tellFinding(finding, options.secrets) }));
  const toTell = told.filter(({ finding }) => needsTelling(finding));
  const others = told.filter(({ finding }) => !needsTelling(finding));
  const blocks = [
    `## ${GENERATOR}: ${summaryWords(findings)}`,
    `${options.pageUrl === null ? '' : `Page ${codeSpan(options.pageUrl)}, `}${codeSpan(browserWords(options))}, recorded ${codeSpan(options.recordedAt)}. ${options.secrets ? '**Secrets are included.**' : 'Secrets are removed.'}`,
    ...toTell.map(({ told: one }, index) => full(one, index + 1)),
    others.length === 0 ? '' : `### Other calls\n\n${list(others.map(({ told: one }) => brief(one)))}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
