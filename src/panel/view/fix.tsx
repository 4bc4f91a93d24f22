import type { Fix, HeaderChange, StatusChange } from '../../advice/fix.ts';
import { fixFor, policyFor } from '../../advice/fix-for.ts';
import { planTrial } from '../../advice/trial.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { changeText, fixIntro, headersIntro } from '../../words/explain.ts';
import { ui } from '../../words/ui.ts';
import { policyWords } from '../../words/workbench.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { serverOf } from '../stores/server-of.ts';
import { Alternatives } from './alternatives.tsx';
import { CopyButton } from './copy-button.tsx';
import { Guard } from './guard.tsx';
import { Recipes } from './laters.ts';
import { LongText } from './long-text.tsx';
import { Prose } from './prose.tsx';
import { TrialSwitch } from './trial.tsx';
import { visibleText } from './visible-text.ts';

type HeadersFix = Extract<Fix, { kind: 'headers' }>;
type Change = HeaderChange | StatusChange;
const isHeader = (change: Change): change is HeaderChange => 'header' in change;

/** The headers to send, as text for a configuration file or a colleague. */
const asHeaders = (changes: readonly Change[]): string =>
  changes
    .flatMap((change) => (isHeader(change) && change.operation === 'set' ? [`${change.header}: ${change.value}`] : []))
    .join('\n');

/** Of a former value that stays in front of what is added: a list of a thousand names must not hide the one that is new. */
const FORMER = 80;

/** A new value; where it goes on from the former one, what is added is marked. */
function NewValue({ value, was }: { readonly value: string; readonly was: string | null }) {
  if (was === null || was === '' || was === value || !value.startsWith(was)) return <LongText text={value} />;
  const added = value.slice(was.length);
  const between = /^[,\s]*/.exec(added)?.[0] ?? '';
  return (
    <>
      <LongText text={was} most={FORMER} />
      {between}
      <ins>
        <LongText text={added.slice(between.length)} />
      </ins>
    </>
  );
}

function ChangeLine({ change }: { readonly change: Change }) {
  const removed = isHeader(change) && change.operation === 'remove';
  return (
    <li class={removed ? 'is-removed' : 'is-set'}>
      <span class="change-sign" aria-hidden="true">
        {removed ? '−' : '+'}
      </span>
      {isHeader(change) ? (
        <code dir="ltr" title={changeText(change)}>
          <b>{visibleText(change.header)}:</b>{' '}
          {removed ? (
            <LongText text={change.was ?? change.value} />
          ) : (
            <NewValue value={change.value} was={change.was} />
          )}
        </code>
      ) : (
        <code title={changeText(change)}>{ui.statusLine(change.status, change.was)}</code>
      )}
    </li>
  );
}

interface ChangesProps {
  readonly panel: PanelStore;
  readonly title: string;
  readonly note: string | null;
  readonly optional?: boolean;
  readonly changes: readonly Change[];
}

function Changes({ panel, title, note, optional = false, changes }: ChangesProps) {
  if (changes.length === 0) return null;
  const headers = asHeaders(changes);
  return (
    <div class={optional ? 'changes is-optional' : 'changes'}>
      <h4>
        {title}
        {headers && <CopyButton panel={panel} label={ui.copy} what={title} text={() => headers} />}
      </h4>
      <ul class="change-list">
        {changes.map((change, index) => (
          <ChangeLine key={index} change={change} />
        ))}
      </ul>
      {note && <p class="aside">{note}</p>}
    </div>
  );
}

const titleOf = (exchange: Exchange, hop: number, response: 'preflight' | 'actual'): string => {
  const title = response === 'preflight' ? ui.fixPreflight : ui.fixActual;
  return exchange.hops.length > 1 ? `${title}, ${ui.hop(hop + 1, visibleText(exchange.hops[hop]?.url ?? ''))}` : title;
};

function HeadersFixView({
  panel,
  exchange,
  fix,
}: {
  readonly panel: PanelStore;
  readonly exchange: Exchange;
  readonly fix: HeadersFix;
}) {
  const all: readonly Change[] = [...fix.status, ...fix.changes];
  // In the order in which the answers are given: each preflight before its call.
  const places = [...new Set(all.map((change) => `${change.hop} ${change.response}`))].sort(
    (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? 1 : -1),
  );
  const { lead, mind } = headersIntro(fix, exchange, true);
  return (
    <>
      <p>
        <Prose text={lead} />
      </p>
      {places.map((place) => {
        const changes = all.filter((change) => `${change.hop} ${change.response}` === place);
        const [change] = changes;
        if (!change) return null;
        const guessed = change.response === 'actual' && fix.assumed.includes('actual-response');
        return (
          <Changes
            key={place}
            panel={panel}
            title={titleOf(exchange, change.hop, change.response)}
            note={guessed ? ui.assumed['actual-response'] : null}
            changes={changes}
          />
        );
      })}
      <p class={fix.proven ? 'proof' : 'proof is-open'}>{fix.proven ? ui.proven : ui.notProven}</p>
      {mind !== '' && (
        <p class="fix-mind">
          <Prose text={mind} />
        </p>
      )}
      {fix.assumed.includes('credentials') && <p class="proof is-open">{ui.assumed.credentials}</p>}
      <Changes panel={panel} title={ui.hygiene} note={null} optional changes={fix.hygiene} />
    </>
  );
}

/** What to change and where, and how to say it to each kind of server. */
export function FixView({
  panel,
  exchange,
  diagnosis,
}: {
  readonly panel: PanelStore;
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
}) {
  const fix = fixFor(exchange, diagnosis);
  if (fix.kind === 'none-needed') return null;
  const hop = exchange.hops[diagnosis.cause?.hop ?? 0] ?? exchange.hops[0];
  return (
    <section class="section fix">
      <h3>{ui.fixTitle}</h3>
      {fix.kind === 'headers' ? (
        <>
          <Guard>{() => <HeadersFixView panel={panel} exchange={exchange} fix={fix} />}</Guard>
          {panel.openedFrom === null && (
            <Guard>{() => <TrialSwitch panel={panel} plan={planTrial(exchange, diagnosis, fix)} />}</Guard>
          )}
          <Guard>
            {() => {
              const policy = policyFor(exchange, diagnosis, fix);
              return policy && <Recipes panel={panel} policy={policy} />;
            }}
          </Guard>
          <button
            type="button"
            class="button is-framed fix-policy"
            data-testid="open-policy"
            onClick={() => panel.workbench.policy(serverOf(hop.url))}
          >
            {policyWords().open}
          </button>
        </>
      ) : (
        <Guard>
          {() => (
            <p>
              <Prose text={fixIntro(fix, exchange, diagnosis)} />
            </p>
          )}
        </Guard>
      )}
      <Guard>{() => <Alternatives exchange={exchange} diagnosis={diagnosis} fix={fix} />}</Guard>
    </section>
  );
}
