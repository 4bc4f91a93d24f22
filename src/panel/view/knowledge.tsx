import type { ComponentChildren } from 'preact';
import type { Diagnosis, Known } from '../../diagnosis/diagnosis.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { becauseText, certaintyWords, verdictWord } from '../../words/explain.ts';
import { ui } from '../../words/ui.ts';
import { witnessWords } from '../../words/witness.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { Guard } from './guard.tsx';
import { Prose } from './prose.tsx';
import { durationOf, preflightTook } from './times.ts';
import { visibleText } from './visible-text.ts';
import { CallSite, outcomeText, WitnessRemarks } from './witness.tsx';

function KnownValue<T>({ known, show }: { readonly known: Known<T>; readonly show: (value: T) => string }) {
  if (known.from === 'unknown') {
    return (
      <>
        <span class="from is-unknown">{ui.from.unknown}</span> {ui.unknownWords}
      </>
    );
  }
  return (
    <>
      <b>{visibleText(show(known.value))}</b> <span class={`from is-${known.from}`}>{ui.from[known.from]}</span>{' '}
      <Guard>{() => <Prose text={becauseText(known.because)} />}</Guard>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function BrowserCodes({ exchange, diagnosis }: { readonly exchange: Exchange; readonly diagnosis: Diagnosis }) {
  const codes = diagnosis.browserCode;
  if (!codes) return null;
  const order =
    exchange.browser === 'firefox' ? (['firefox', 'chromium'] as const) : (['chromium', 'firefox'] as const);
  return order.map((browser) =>
    codes[browser] === null ? null : (
      <Fact key={browser} name={ui.browserCode(ui.browserNames[browser])}>
        <code>{codes[browser]}</code>
      </Fact>
    ),
  );
}

interface KnowledgeProps {
  readonly panel: PanelStore;
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
}

/** What the verdict rests on: seen, inferred and from what, or unknown. */
export function Knowledge({ panel, exchange, diagnosis }: KnowledgeProps) {
  const { readings } = diagnosis;
  const took = durationOf(exchange);
  const { evidence } = exchange;
  const outcome = evidence.page?.outcome ?? null;
  const preflightMs = evidence.preflightMs ?? preflightTook(exchange);
  return (
    <section class="section knowledge">
      <h3>{ui.knownTitle}</h3>
      <dl class="facts">
        <Fact name={ui.certainty}>
          <b>{verdictWord(diagnosis.verdict)}</b>{' '}
          <span class={`from is-${diagnosis.certainty}`}>{ui.sure[diagnosis.certainty]}</span>{' '}
          <Guard>
            {() => (diagnosis.seenBy ? becauseText(diagnosis.seenBy) : certaintyWords(diagnosis.certainty))}
          </Guard>
          {readings && ` ${ui.readings(verdictWord(readings.withCredentials), verdictWord(readings.without))}`}
        </Fact>
        <Fact name={ui.origin}>
          <KnownValue known={diagnosis.origin} show={(origin) => origin} />
        </Fact>
        <Fact name={ui.mode}>
          <KnownValue known={diagnosis.mode} show={(mode) => mode} />
        </Fact>
        <Fact name={ui.credentials}>
          <KnownValue known={diagnosis.credentials} show={ui.credentialsValue} />
        </Fact>
        <BrowserCodes exchange={exchange} diagnosis={diagnosis} />
        <Fact name={ui.type}>{ui.typeOf(exchange.evidence.resourceKind ?? exchange.type)}</Fact>
        {exchange.pageUrl && <Fact name={ui.page}>{visibleText(exchange.pageUrl)}</Fact>}
        {evidence.callSite && (
          <Fact name={ui.callSite}>
            <CallSite panel={panel} exchange={exchange} />
          </Fact>
        )}
        {outcome && <Fact name={witnessWords().outcome}>{outcomeText(outcome)}</Fact>}
        <Fact name={ui.duration}>{took === null ? ui.pending : ui.milliseconds(took)}</Fact>
        {preflightMs !== null && <Fact name={witnessWords().preflightTook}>{ui.milliseconds(preflightMs)}</Fact>}
      </dl>
      {exchange.attribution === 'origin' && <p class="aside">{ui.worker}</p>}
      <WitnessRemarks exchange={exchange} />
      {exchange.partial && <p class="warning">{ui.partial}</p>}
    </section>
  );
}
