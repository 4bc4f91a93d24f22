import type { Edit } from '../../advice/edit.ts';
import { fixFor } from '../../advice/fix-for.ts';
import { judgeWhatIf, type WhatIfResult } from '../../advice/what-if.ts';
import { fieldOf, withEditsOf } from '../../advice/what-if-from.ts';
import type { Step } from '../../diagnosis/diagnosis.ts';
import type { BrowserName } from '../../exchange/exchange.ts';
import { changeText, verdictWord } from '../../words/explain.ts';
import { ui } from '../../words/ui.ts';
import { whatIfWords } from '../../words/workbench.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import type { Bench } from '../stores/workbench.ts';
import { BenchHead } from './bench-head.tsx';
import { Finding } from './finding.tsx';
import { Guard } from './guard.tsx';
import { VerdictIcon, verdictTone } from './icons.tsx';
import { Prose } from './prose.tsx';
import { Steps } from './steps.tsx';
import { visibleText } from './visible-text.ts';
import { fieldId, WhatIfForm } from './what-if-form.tsx';

type WhatIfBench = Extract<Bench, { kind: 'what-if' }>;
type Judged = Extract<WhatIfResult, { ok: true }>;

const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** Brings the field that decides a step into view; in a list of headers the header's own line. */
function goTo(step: Step): void {
  const link = fieldOf(step);
  const element = link && document.getElementById(fieldId(link.field));
  if (!link || !element) return;
  element.focus();
  element.scrollIntoView({ block: 'nearest' });
  if (!(element instanceof HTMLTextAreaElement) || link.header === null) return;
  let from = 0;
  for (const line of element.value.split('\n')) {
    if (line.toLowerCase().startsWith(`${link.header}:`)) {
      element.setSelectionRange(from, from + line.length);
      return;
    }
    from += line.length + 1;
  }
}

/** The fix for the made-up call, and a button that puts it into its answers. */
function MadeUpFix({
  panel,
  bench,
  judged,
}: {
  readonly panel: PanelStore;
  readonly bench: WhatIfBench;
  readonly judged: Judged;
}) {
  const fix = fixFor(judged.exchange, judged.diagnosis);
  if (fix.kind !== 'headers') return null;
  const edits: readonly Edit[] = [...fix.status, ...fix.changes].filter(({ hop }) => hop === 0);
  if (edits.length === 0) return null;
  return (
    <section class="section fix">
      <h3>{ui.fixTitle}</h3>
      <ul class="change-list is-told">
        {edits.map((edit) => {
          const text = changeText(edit);
          return (
            <li key={text}>
              <Prose text={text} />
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        class="button is-framed"
        data-testid="what-if-apply"
        onClick={() => panel.workbench.type(withEditsOf(bench.draft, edits))}
      >
        {whatIfWords().applyFix}
      </button>
    </section>
  );
}

function Result({
  panel,
  bench,
  judged,
}: {
  readonly panel: PanelStore;
  readonly bench: WhatIfBench;
  readonly judged: Judged;
}) {
  const words = whatIfWords();
  const { exchange, diagnosis, ignored } = judged;
  const code = diagnosis.browserCode?.[bench.browser] ?? null;
  return (
    <>
      <p
        class={`what-if-verdict ${verdictTone(diagnosis.verdict)}`}
        data-testid="what-if-verdict"
        role="status"
        aria-live="polite"
      >
        <span class="badge-verdict">
          <VerdictIcon verdict={diagnosis.verdict} />
          {verdictWord(diagnosis.verdict)}
        </span>
        {code !== null && (
          <span>
            {words.code(ui.browserNames[bench.browser])} <code data-testid="what-if-code">{code}</code>
          </span>
        )}
      </p>
      <Finding exchange={exchange} diagnosis={diagnosis} />
      {ignored.length > 0 && <p class="aside">{words.ignored(visibleText(ignored.join(', ')))}</p>}
      {exchange.hops.length > 1 && <p class="aside">{words.assumedTarget}</p>}
      <Guard>{() => <MadeUpFix panel={panel} bench={bench} judged={judged} />}</Guard>
      <Steps
        exchange={exchange}
        diagnosis={diagnosis}
        goTo={{ label: words.toField, has: (step) => fieldOf(step) !== null, go: goTo }}
      />
    </>
  );
}

/** Said again in the heading where the result is below what is typed, out of sight. */
function Verdict({ of: { diagnosis } }: { readonly of: Judged }) {
  return (
    <span class={`bench-verdict badge-verdict ${verdictTone(diagnosis.verdict)}`}>
      <VerdictIcon verdict={diagnosis.verdict} />
      {verdictWord(diagnosis.verdict)}
    </span>
  );
}

/** A call that nobody made: what is typed on the one side is judged on the other. */
export function WhatIfView({ panel, bench }: { readonly panel: PanelStore; readonly bench: WhatIfBench }) {
  const words = whatIfWords();
  const { draft, start, browser, copied } = bench;
  const result = judgeWhatIf(draft, browser);
  return (
    <section class="bench" data-testid="what-if" aria-label={words.title}>
      <BenchHead
        panel={panel}
        title={
          <>
            {words.title}
            {result.ok && <Verdict of={result} />}
          </>
        }
      >
        <label class="check">
          {words.browser}
          <select
            value={browser}
            data-testid="what-if-browser"
            onChange={(event) => {
              const chosen = BROWSERS.find((name) => name === event.currentTarget.value);
              if (chosen) panel.workbench.inBrowser(chosen);
            }}
          >
            {BROWSERS.map((name) => (
              <option key={name} value={name}>
                {ui.browserNames[name]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="button is-framed"
          data-testid="what-if-over"
          disabled={draft === start}
          onClick={() => panel.workbench.type(start)}
        >
          {words.startOver}
        </button>
      </BenchHead>
      <div class="bench-body">
        <div class="bench-side">
          <p class="aside">
            {words.intro} {copied && copied.of > 1 && words.onlyHop(copied.hop + 1)}{' '}
            {copied && !copied.sent && words.valuesUnknown}
          </p>
          <WhatIfForm
            draft={draft}
            problems={result.ok ? [] : result.problems}
            type={panel.workbench.type}
            preflighted={result.ok ? result.exchange.hops[0].preflight !== null : null}
          />
        </div>
        <div class="bench-side what-if-result">
          <h3>{words.result}</h3>
          {result.ok ? (
            <Guard>{() => <Result panel={panel} bench={bench} judged={result} />}</Guard>
          ) : (
            <ul class="problems" data-testid="what-if-problems">
              {result.problems.map((problem) => (
                <li key={`${problem.field} ${problem.code}`}>
                  <b>{words.fields[problem.field]}:</b> {visibleText(words.problem(problem.code, problem.detail))}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </section>
  );
}
