import { CAUSE_CODES, LOOKALIKE_CODES } from '../../src/diagnosis/codes.ts';
import type { PageId } from '../../src/words/pages/page.ts';
import type { Pages } from '../../src/words/pages/pages.ts';
import { namesOf, notProvoked, scenariosOf } from './evidence.ts';
import { file, heading, linkTo, pageBlocks, plain } from './markdown.ts';

type Code = (typeof CAUSE_CODES)[number] | (typeof LOOKALIKE_CODES)[number];

const codes = (names: readonly string[]): string =>
  names.length === 0 ? '–' : names.map((name) => `\`${name}\``).join(', ');

function labBlock(code: Code): string {
  const reason = notProvoked(code);
  const scenarios = scenariosOf(code);
  const shown = scenarios.map(({ id, title }) => `- \`${id}\`: ${plain(title)}`).join('\n');
  if (scenarios.length === 0) return `None: ${reason === null ? 'not shown there.' : plain(reason)}`;
  return shown;
}

/** One page for a cause or lookalike, with what the browsers call it and where the lab shows it. */
export function causeFile(id: PageId, pages: Pages): string {
  const page = pages.page(id);
  const code = page.code as Code;
  const from = `causes/${code}.md`;
  const lookalike = id.startsWith('lookalike/');
  const named = [
    `- Chromium: ${codes(namesOf(code, 'chromium'))}`,
    `- Firefox: ${codes(namesOf(code, 'firefox'))}`,
  ].join('\n');
  return file([
    `# ${heading(page.title)}`,
    `\`${code}\`${lookalike ? ': not CORS, though the console may say so' : ''}`,
    ...pageBlocks(page, pages, '#', from),
    '## What the browsers call it',
    ...(lookalike ? ['In words of CORS, where they use some at all:'] : []),
    named,
    '## Scenarios of the lab',
    labBlock(code),
    '[All causes](../causes.md)',
  ]);
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function row(id: PageId, pages: Pages): readonly string[] {
  const page = pages.page(id);
  const code = page.code as Code;
  const scenarios = scenariosOf(code).map((scenario) => `\`${scenario.id}\``);
  return [
    linkTo(page, 'causes.md'),
    `\`${code}\``,
    codes(namesOf(code, 'chromium')),
    codes(namesOf(code, 'firefox')),
    scenarios.length === 0 ? plain(notProvoked(code) ?? '–') : scenarios.join(' '),
  ];
}

/** The table of all causes: code, the browsers' names, scenarios. */
export function causesFile(pages: Pages): string {
  const head = ['Cause', 'Code', 'Chromium', 'Firefox', 'Scenarios of the lab'];
  return file([
    '# Causes',
    'Chromium’s names are those of `Network.CorsError` in its DevTools protocol, Firefox’s the categories of its console. In a preflight Chromium puts `Preflight` in front of the names of the check of origin and credentials. Where a row has several names, the scenarios of the lab show each of them.',
    `## ${pages.labels.kinds.cause}`,
    table(
      head,
      CAUSE_CODES.map((code) => row(`cause/${code}`, pages)),
    ),
    `## ${pages.labels.kinds.lookalike}`,
    table(
      head,
      LOOKALIKE_CODES.map((code) => row(`lookalike/${code}`, pages)),
    ),
  ]);
}
