import { RECIPES } from '../../src/advice/servers/registry.ts';
import { uiWords } from '../../src/words/en/ui.ts';
import { CHECKS, type CheckId, type Result } from './check-ids.ts';
import type { Row } from './run.ts';

const SIGN = { passed: '✓', failed: '✗', 'not-applicable': '–' } as const;

const WHAT: Readonly<Record<CheckId, string>> = {
  config: "the rendered text passes the server's own test of its configuration",
  'was-blocked': 'without the recipe the browser blocks the call',
  succeeds: 'with it, GET, PUT with JSON and headers of its own, and DELETE succeed in the browser',
  'two-origins': 'pages on two origins succeed in the browser; further listed origins (https, IPv6) are answered',
  'others-blocked':
    'a page on a third origin stays blocked in the browser; `null` and origins that look like a listed one get nothing',
  errors: '401, 404 and 500 reach the page with their status, so they carry the headers',
  'no-auth': 'a call with a login succeeds, so its preflight, which has none, was answered',
  credentials: 'the cookie arrives, and the answer is readable',
  'header-list': 'four request headers, two exposed ones, two methods, and the max-age are as the policy says',
  once: 'no header comes twice, also where the application behind sends its own for another origin (all proxies here)',
  vary: '`Vary: Origin` is on every answer to a call: any status but 403, any origin, none',
  anybody: 'the policy for public data: `*` without credentials, readable from anywhere, not with cookies',
  fuzz: "odd and hostile values, as far as they are not refused, pass the server's own test",
};

/** docs/servers.md: every recipe, what it was run on, and what each check said. */
export function table(
  rows: readonly Row[],
  { browser, fuzzed }: { readonly browser: string; readonly fuzzed: number },
) {
  const run = rows.filter(({ skipped }) => skipped === null);
  const notes = run.flatMap(({ server, results }) =>
    [...results].flatMap(([check, result]) => noteOf(server.title, check, result)),
  );
  const skipped = rows.flatMap((row) => (row.skipped === null ? [] : [`- ${row.server.title}: ${row.skipped}`]));
  const notRun = RECIPES.flatMap(({ title, proof }) =>
    proof.startsWith('not-run') ? [`- ${title}: ${uiWords.recipeProof[proof]}`] : [],
  );
  return [
    '# Recipes and the servers that they ran on',
    '',
    '`npm run recipes` writes this page. It starts each server from the text that the panel shows and asks it, from pages',
    `in a real browser (${browser}) and over the wire. ${fuzzed} fuzzed policies are put to each server's own test.`,
    '',
    `| server | version | ${CHECKS.map(([, title]) => title).join(' | ')} |`,
    `| --- | --- |${' --- |'.repeat(CHECKS.length)}`,
    ...run.map((row) => line(row)),
    '',
    'Each check:',
    '',
    ...CHECKS.map(([check, title]) => `- **${title}**: ${WHAT[check]}.`),
    ...section('Remarks: limits (✓*), checks not made (–) or failed (✗)', notes),
    ...section('Skipped in this run', skipped),
    ...section('Not run', notRun),
    '',
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];

const line = ({ server, version, results }: Row): string =>
  `| ${server.title} | ${version} | ${CHECKS.map(([check]) => sign(results.get(check))).join(' | ')} |`;

function sign(result: Result | undefined): string {
  if (result === undefined) return SIGN['not-applicable'];
  return result.is === 'passed' && result.note !== undefined ? `${SIGN.passed}*` : SIGN[result.is];
}

function noteOf(title: string, check: CheckId, result: Result): readonly string[] {
  const why = result.is === 'passed' ? result.note : result.why;
  if (why === undefined) return [];
  const [, heading] = CHECKS.find(([id]) => id === check) ?? [];
  return [`- ${title}, ${heading}: ${why.split('\n')[0]}`];
}
