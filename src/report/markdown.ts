import { words } from '../words/language.ts';
import type { Finding } from './finding.ts';
import { GENERATOR, needsTelling, originLine, summaryWords } from './header.ts';
import { codeSpan, fence, prose } from './markdown-escape.ts';
import type { ReportOptions } from './report.ts';
import { type ToldFinding, tellFinding } from './told.ts';

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** Headed blocks of one call; empty ones are left out. */
function full(told: ToldFinding, number: number): string {
  const { report } = words();
  const blocks = [
    `### ${number}. ${told.verdict}: ${codeSpan(`${told.method} ${told.url}`)}`,
    prose(told.sentence),
    ...told.hints.map((hint) => `**${report.lookHere}:** ${prose(hint)}`),
    list([
      ...told.facts.map(([label, value]) => `${label}: ${codeSpan(value)}`),
      `${report.howSure}: ${prose(told.certainty)}`,
      ...(told.nearMiss === null ? [] : [`${report.difference}: ${prose(told.nearMiss)}`]),
      ...told.alsoWrong.map((text) => `${report.alsoWrong}: ${prose(text)}`),
    ]),
    `**${report.evidence}**`,
    fence(
      'http',
      told.evidence.flatMap(({ title, lines }, index) => [...(index === 0 ? [] : ['']), `# ${title}`, ...lines]),
    ),
    `**${report.fix}**`,
    prose(told.fix),
    list(told.changes.map(prose)),
    told.proof === null ? '' : prose(told.proof),
    told.hygiene.length === 0 ? '' : `${report.hygiene}:\n\n${list(told.hygiene.map(prose))}`,
    list(told.notes.map((note) => `${report.note}: ${prose(note)}`)),
    `**${report.tryIt}**`,
    ...told.curl.map((command) => fence('sh', command.split('\n'))),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

const brief = (told: ToldFinding): string =>
  [
    `${told.verdict}: ${codeSpan(`${told.method} ${told.url}`)}. ${prose(told.sentence)}`,
    ...told.notes.map((note) => `${words().report.note}: ${prose(note)}`),
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
    originLine(options, codeSpan, (text) => `**${text}**`),
    ...toTell.map(({ told: one }, index) => full(one, index + 1)),
    others.length === 0 ? '' : `### ${words().report.otherCalls}\n\n${list(others.map(({ told: one }) => brief(one)))}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
