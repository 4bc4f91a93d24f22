import { type Figures, sum } from '../../test/agree/tally.ts';

const sorted = (counts: ReadonlyMap<string, number>): (readonly [string, number])[] =>
  [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));

/** The figures for a terminal. */
export function figuresText(figures: Figures): string {
  const { browser, version, cases, calls, seconds, agreed, undecided, unseen, disagreements } = figures;
  const lines = (title: string, counts: ReadonlyMap<string, number>): string[] =>
    counts.size === 0 ? [] : [`${title}:`, ...sorted(counts).map(([key, n]) => `${String(n).padStart(7)}  ${key}`)];
  return [
    `${browser} ${version}: ${cases} cases, ${calls} calls in ${seconds.toFixed(1)} s`,
    ...lines(`agreed, ${sum(agreed)}`, agreed),
    ...lines(`undecided, for it cannot be seen, ${sum(undecided)}`, undecided),
    ...lines(`nothing to see, and nothing shown, ${sum(unseen)}`, unseen),
    `disagreements: ${disagreements.length}`,
  ].join('\n');
}

/** docs/agreement.md */
export function agreementPage(seed: number, runs: readonly Figures[]): string {
  return `# Agreement with the browsers

\`npm run agree\` makes random calls to servers that give random answers, in the real browsers, with the built extension
recording in its real panel. Each case is compared in all that can be known of it from elsewhere:

- what the page's script saw of the call (its outcome, and the response headers that it could read);
- the browser's own code: Chromium's \`Network.CorsError\` with its parameter, Firefox's console category;
- what the servers got: preflights, the headers they asked for, cookies.

Where something cannot be seen the panel says so, and it is counted here as undecided, of which kind:

- *verdict*: the end does not show (Firefox), and nothing that was sent betrays the credentials mode. One of the two
  readings that the panel tells must be what happened.
- *cause*: blocked either way, by one rule with credentials and by another without. The panel tells both, and the one of
  the call's own credentials mode must be the browser's.
- *code*: Firefox hands several lines of a header over as one, and has another code for lines than for a list.
- *redirect mode*: a redirect that the script had asked not to follow. Whether by \`error\` or by \`manual\` does not show.

Calls of which an extension sees nothing must not be shown.

The cases come from a seed (\`test/agree\`): the same seed gives the same cases everywhere. A disagreement is printed as a
case that can be run by itself (\`npm run agree -- --case '<json>'\`), and becomes a named test. \`npm test\` runs 300 cases
in each browser.

Seed ${seed}.

${runs.map(section).join('\n')}`;
}

function section(figures: Figures): string {
  const { browser, version, cases, calls, seconds, agreed, undecided, unseen, disagreements } = figures;
  const title = browser === 'chromium' ? 'Chromium' : 'Firefox';
  const share = ((100 * sum(undecided)) / calls).toFixed(1);
  return `## ${title} ${version}

| | |
| --- | --- |
| cases (calls) | ${cases} (${calls}) |
| disagreements | **${disagreements.length}** |
| verdict and code agree | ${sum(agreed)} |
| undecided | ${sum(undecided)} (${share} %) |
| nothing to see, nothing shown | ${sum(unseen)} |
| time | ${seconds.toFixed(0)} s |

| verdict · cause · the browser's code | calls |
| --- | ---: |
${sorted(agreed)
  .map(([key, n]) => `| ${key} | ${n} |`)
  .join('\n')}
${
  undecided.size === 0
    ? ''
    : `\n| undecided: what it depends on · what happened | calls |\n| --- | ---: |\n${sorted(undecided)
        .map(([key, n]) => `| ${key} | ${n} |`)
        .join('\n')}\n`
}`;
}
