import { words } from '../words/language.ts';
import type { Finding } from './finding.ts';
import { GENERATOR, needsTelling, originLine, summaryWords } from './header.ts';
import type { ReportOptions } from './report.ts';
import { type ToldFinding, tellFinding } from './told.ts';
import { visibleLine } from './visible.ts';

const indented = (lines: readonly string[], by = '    '): readonly string[] =>
  lines.map((line) => `${by}${visibleLine(line)}`);
const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `  ${title}`, ...indented(lines)];
/** A curl command keeps its own line breaks. */
const commandLines = (command: string): readonly string[] => command.split('\n');

function full(told: ToldFinding, number: number): readonly string[] {
  const { report } = words();
  return [
    `${number}. ${told.verdict.toUpperCase()} ${visibleLine(`${told.method} ${told.url}`)}`,
    `   ${visibleLine(told.sentence)}`,
    ...section(report.lookHere, told.hints),
    ...section(report.facts, [
      ...told.facts.map(([label, value]) => `${label}: ${value}`),
      `${report.howSure}: ${told.certainty}`,
      ...(told.nearMiss === null ? [] : [`${report.difference}: ${told.nearMiss}`]),
    ]),
    ...section(report.alsoWrong, told.alsoWrong),
    ...told.evidence.flatMap(({ title, lines }) => section(title, lines)),
    ...section(report.fix, [told.fix, ...told.changes, ...(told.proof === null ? [] : [told.proof])]),
    ...section(report.hygiene, told.hygiene),
    ...section(report.notes, told.notes),
    ...told.curl.flatMap((command) => section(report.tryIt, commandLines(command))),
  ];
}

const brief = (told: ToldFinding, number: number): readonly string[] => [
  `${number}. ${told.verdict} ${visibleLine(`${told.method} ${told.url}`)}`,
  `   ${visibleLine(told.sentence)}`,
  ...told.notes.map((note) => `   ${words().report.note}: ${visibleLine(note)}`),
];

/** The report as plain text, for a terminal or a mail. Nothing in it acts on the terminal. */
export function renderText(findings: readonly Finding[], options: ReportOptions): string {
  const head = [`${GENERATOR}: ${summaryWords(findings)}`, originLine(options, visibleLine)];
  const calls = findings.map((finding, index) => {
    const told = tellFinding(finding, options.secrets);
    return (needsTelling(finding) ? full : brief)(told, index + 1).join('\n');
  });
  return `${[head.join('\n'), ...calls].join('\n\n')}\n`;
}
