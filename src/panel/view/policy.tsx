import { isServed } from '../../advice/policy-check.ts';
import { editPolicy, type JudgedCall, NO_EDITS, type ServerPolicy, serverPolicy } from '../../advice/server-policy.ts';
import { planPolicyTrial } from '../../advice/trial.ts';
import { shortReason } from '../../words/explain.ts';
import { policyWords } from '../../words/workbench.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { serverOf } from '../stores/server-of.ts';
import type { Bench } from '../stores/workbench.ts';
import { BenchHead } from './bench-head.tsx';
import { Guard } from './guard.tsx';
import { VerdictIcon, verdictTone } from './icons.tsx';
import { PolicyEditor } from './policy-editor.tsx';
import { Recipes } from './recipes.tsx';
import { TrialSwitch } from './trial.tsx';
import { visibleText } from './visible-text.ts';

type PolicyBench = Extract<Bench, { kind: 'policy' }>;

/** Calls that a policy is made from: the latest ones. */
const MADE_FROM = 2_000;
const LISTED = 6;
function CallLines({ panel, calls }: { readonly panel: PanelStore; readonly calls: readonly JudgedCall[] }) {
  const words = policyWords();
  return (
    <ul class="policy-calls">
      {calls.slice(0, LISTED).map(({ exchange, diagnosis }) => (
        <li key={exchange.id} class={verdictTone(diagnosis.verdict)}>
          <button
            type="button"
            class="link"
            dir="ltr"
            onClick={() => {
              panel.workbench.close();
              panel.open(exchange.id);
            }}
          >
            <VerdictIcon verdict={diagnosis.verdict} />{' '}
            {visibleText(`${exchange.hops[0].method} ${exchange.hops[0].url}`)}
          </button>{' '}
          <Guard>{() => <span class="aside">{visibleText(shortReason(exchange, diagnosis))}</span>}</Guard>
        </li>
      ))}
      {calls.length > LISTED && <li class="aside">{words.more(calls.length - LISTED)}</li>}
    </ul>
  );
}

/** One policy for all recorded calls to a server, to be changed, tried and said to the server. */
export function PolicyView({ panel, bench }: { readonly panel: PanelStore; readonly bench: PolicyBench }) {
  // Calls that come meanwhile are taken in.
  panel.pulse.value;
  const words = policyWords();
  const calls = panel.recording.log
    .latestTo(bench.server, MADE_FROM)
    .map((exchange): JudgedCall => ({ exchange, diagnosis: panel.judgements.of(exchange) }));
  const made = serverPolicy(bench.server, calls);
  return (
    <section class="bench" data-testid="policy" aria-label={`${words.title} ${bench.server}`}>
      <BenchHead
        panel={panel}
        title={
          <>
            {words.title} <span dir="ltr">{visibleText(bench.server)}</span>
          </>
        }
      >
        <button
          type="button"
          class="button is-framed"
          disabled={bench.edits === NO_EDITS}
          onClick={() => panel.workbench.editPolicy(NO_EDITS)}
        >
          {words.startOver}
        </button>
      </BenchHead>
      {made === null ? (
        <div class="bench-body">
          <div class="bench-side">
            <p>{words.none}</p>
            <CallLines panel={panel} calls={calls} />
          </div>
        </div>
      ) : (
        <Made panel={panel} bench={bench} made={made} />
      )}
    </section>
  );
}

function Made({
  panel,
  bench,
  made,
}: {
  readonly panel: PanelStore;
  readonly bench: PolicyBench;
  readonly made: ServerPolicy;
}) {
  const words = policyWords();
  const policy = editPolicy(made.policy, bench.edits);
  const unserved = made.calls.filter(({ exchange, diagnosis }) => !isServed(policy, exchange, diagnosis));
  const { pageUrl } = panel.recording.status.value;
  const page = pageUrl === null ? null : serverOf(pageUrl);
  return (
    <div class="bench-body">
      <div class="bench-side">
        <p>{words.intro(made.calls.length)}</p>
        <PolicyEditor panel={panel} edits={bench.edits} made={made} />
      </div>
      <div class="bench-side">
        <p class={unserved.length === 0 ? 'proof' : 'proof is-open'} data-testid="policy-served" role="status">
          {words.served(made.calls.length - unserved.length, made.calls.length)}
        </p>
        {unserved.length > 0 && (
          <section class="policy-part">
            <h3>{words.unserved}</h3>
            <CallLines panel={panel} calls={unserved} />
          </section>
        )}
        {page !== null && (policy.origins.includes(page) || policy.origins.includes('*')) && (
          <Guard>{() => <TrialSwitch panel={panel} plan={planPolicyTrial(policy, page)} />}</Guard>
        )}
        <Guard>{() => <Recipes panel={panel} policy={policy} forOne={false} />}</Guard>
        {made.leftOut.length > 0 && (
          <section class="policy-part" data-testid="policy-left-out">
            <h3>{words.leftOut}</h3>
            <CallLines panel={panel} calls={made.leftOut} />
          </section>
        )}
      </div>
    </div>
  );
}
