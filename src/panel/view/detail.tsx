import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReportFormat } from '../../report/report.ts';
import { verdictWord } from '../../words/explain.ts';
import { words } from '../../words/language.ts';
import { ui } from '../../words/ui.ts';
import { whatIfWords } from '../../words/workbench.ts';
import type { PanelStore, Shown } from '../stores/panel-store.ts';
import { CopyButton } from './copy-button.tsx';
import { Finding, OtherFaults, OtherReading } from './finding.tsx';
import { FixView } from './fix.tsx';
import { Guard } from './guard.tsx';
import { VerdictIcon, verdictTone } from './icons.tsx';
import { Knowledge } from './knowledge.tsx';
import { LongText } from './long-text.tsx';
import { Messages } from './messages.tsx';
import { Notes, ReadableHeaders } from './notes.tsx';
import { CallPicture } from './picture.tsx';
import { Reproduce } from './reproduce.tsx';
import { Steps } from './steps.tsx';
import { lastStatus } from './times.ts';
import { visibleText } from './visible-text.ts';
import { DecideByWitness, ToldByPage } from './witness.tsx';

const FORMATS: readonly ReportFormat[] = ['markdown', 'json', 'text'];

interface CopyCallProps {
  readonly panel: PanelStore;
  readonly shown: Shown;
  readonly secrets: boolean;
  readonly setSecrets: (on: boolean) => void;
}

function CopyCall({ panel, shown, secrets, setSecrets }: CopyCallProps) {
  return (
    <div class="copy-call">
      <fieldset class="group" aria-label={ui.copyCall}>
        <span class="group-label" aria-hidden="true">
          {ui.copyAs}
        </span>
        {FORMATS.map((format) => (
          <CopyButton
            key={format}
            panel={panel}
            label={ui[format]}
            what={ui[format]}
            title={ui.copyCallTitle(ui[format])}
            testId={`copy-call-${format}`}
            text={() => panel.report(format, [shown.exchange], secrets)}
          />
        ))}
      </fieldset>
      <button
        type="button"
        class="button copy"
        data-testid="hand-over-call"
        aria-haspopup="dialog"
        title={words().handover.buttonTitle}
        onClick={() => panel.openDialog(shown.by === 'group' ? 'hand-over-group' : 'hand-over-call')}
      >
        {words().handover.button}
      </button>
      <button
        type="button"
        class="button copy"
        data-testid="open-what-if"
        title={whatIfWords().openTitle}
        onClick={() => panel.workbench.whatIf(shown.exchange, shown.exchange.browser)}
      >
        {whatIfWords().open}
      </button>
      <label class="check" title={ui.includeSecretsTitle}>
        <input
          type="checkbox"
          data-testid="include-secrets"
          checked={secrets}
          onChange={(event) => setSecrets(event.currentTarget.checked)}
        />
        {ui.includeSecrets}
      </label>
    </div>
  );
}

/** Everything about one call: the answer first, the evidence after it. */
export function Detail({ panel, shown }: { readonly panel: PanelStore; readonly shown: Shown }) {
  const { exchange, by, count } = shown;
  const scroller = useRef<HTMLElement>(null);
  // Secrets are asked for again with every call: a switch forgotten on leaks.
  const [secretsOf, setSecretsOf] = useState<string | null>(null);
  const secrets = secretsOf === exchange.id;
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [exchange.id]);
  const diagnosis = panel.judgements.of(exchange, true);
  const status = lastStatus(exchange);
  const [first] = exchange.hops;
  // Headers and picture are many nodes: they are made anew only when the call is, not with every batch of other calls.
  const evidence = useMemo(
    () => (
      <>
        <Guard key={`picture ${exchange.id}`}>
          {() => <CallPicture panel={panel} exchange={exchange} diagnosis={diagnosis} secrets={secrets} />}
        </Guard>
        <Guard key={`messages ${exchange.id}`}>{() => <Messages exchange={exchange} diagnosis={diagnosis} />}</Guard>
      </>
    ),
    [panel, exchange, diagnosis, secrets, words()],
  );
  const last = exchange.hops.at(-1) ?? first;
  return (
    <section
      ref={scroller}
      class={`detail ${verdictTone(diagnosis.verdict)}`}
      data-testid="detail"
      data-id={exchange.id}
      aria-label={ui.detail}
    >
      <header class="detail-head">
        <div class="detail-title">
          <h2>
            <span class="badge-verdict">
              <VerdictIcon verdict={diagnosis.verdict} />
              {verdictWord(diagnosis.verdict)}
            </span>
            <span class="detail-url" dir="ltr">
              <b>{visibleText(first.method)}</b> <LongText text={first.url} />
            </span>
          </h2>
          {by !== 'lead' && (
            <button type="button" class="button close" aria-label={ui.close} title={ui.close} onClick={panel.close}>
              <span class="close-cross" aria-hidden="true">
                ✕
              </span>
              <span class="close-back">‹ {ui.back}</span>
            </button>
          )}
        </div>
        <div class="detail-facts">
          {by === 'group' && <span class="lead">{ui.groupShown(count)}</span>}
          {by === 'lead' && <span class="lead">{ui.lead(count, diagnosis.verdict === 'failed')}</span>}
          {status !== null && (
            <span>
              {ui.columns.status} {status}
            </span>
          )}
          {exchange.hops.length > 1 && (
            <span dir="ltr" title={visibleText(last.url)}>
              {ui.redirects(exchange.hops.length - 1)}
            </span>
          )}
          <CopyCall
            panel={panel}
            shown={shown}
            secrets={secrets}
            setSecrets={(on) => setSecretsOf(on ? exchange.id : null)}
          />
        </div>
      </header>
      <div class="detail-body">
        <div class="answer">
          <div>
            <Guard key={`finding ${exchange.id}`}>{() => <Finding exchange={exchange} diagnosis={diagnosis} />}</Guard>
            <ToldByPage exchange={exchange} />
            <DecideByWitness panel={panel} diagnosis={diagnosis} />
          </div>
          <div class="columns">
            <div class="column">
              <Guard key={`fix ${exchange.id}`}>
                {() => <FixView panel={panel} exchange={exchange} diagnosis={diagnosis} />}
              </Guard>
              <Guard key={`other ${exchange.id}`}>
                {() => <OtherReading exchange={exchange} diagnosis={diagnosis} />}
              </Guard>
              <OtherFaults diagnosis={diagnosis} />
            </div>
            <Guard key={`steps ${exchange.id}`}>{() => <Steps exchange={exchange} diagnosis={diagnosis} />}</Guard>
          </div>
        </div>
        {evidence}
        <div class="columns">
          <Guard key={`knowledge ${exchange.id}`}>
            {() => <Knowledge panel={panel} exchange={exchange} diagnosis={diagnosis} />}
          </Guard>
          <div class="column">
            <Notes diagnosis={diagnosis} />
            <ReadableHeaders diagnosis={diagnosis} />
          </div>
        </div>
        <Guard key={`reproduce ${exchange.id}`}>
          {() => <Reproduce panel={panel} exchange={exchange} diagnosis={diagnosis} secrets={secrets} />}
        </Guard>
      </div>
    </section>
  );
}
