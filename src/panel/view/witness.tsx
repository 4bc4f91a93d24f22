import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Exchange, PageOutcome, StackFrame } from '../../exchange/exchange.ts';
import { ui } from '../../words/ui.ts';
import { witnessWords } from '../../words/witness.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { visibleText } from './visible-text.ts';

/** Switches the witness in the page on and off; both reload the page. */
export function WitnessSwitch({ panel }: { readonly panel: PanelStore }) {
  const { pageWitness } = panel.recording.status.value;
  const words = witnessWords();
  const title = { off: words.title, starting: words.titleStarting, on: words.titleOn }[pageWitness];
  return (
    <label class="check" title={title}>
      <input
        type="checkbox"
        data-testid="page-witness"
        data-state={pageWitness}
        checked={pageWitness !== 'off'}
        onChange={(event) => panel.recording.witnessPage(event.currentTarget.checked)}
      />
      {words.label}
    </label>
  );
}

/** Offers the witness where it would decide: the verdict depends on the credentials mode, which nothing else shows. */
export function DecideByWitness({ panel, diagnosis }: { readonly panel: PanelStore; readonly diagnosis: Diagnosis }) {
  if (diagnosis.readings === null || panel.recording.status.value.pageWitness !== 'off') return null;
  const words = witnessWords();
  return (
    <p class="decide">
      <button
        type="button"
        class="button"
        data-testid="decide-by-witness"
        title={words.title}
        onClick={() => panel.recording.witnessPage(true)}
      >
        {words.decide}
      </button>{' '}
      {words.decideWhy}
    </p>
  );
}

const place = ({ url, line, column }: StackFrame): string => visibleText(`${url}:${line}:${column}`);

function Frame({ panel, frame }: { readonly panel: PanelStore; readonly frame: StackFrame }) {
  const { openSource } = panel;
  const name = visibleText(frame.functionName || ui.anonymous);
  const at = place(frame);
  const file = visibleText(frame.url.replace(/^.*\/(?=[^/]+$)/, '').replace(/\?.*$/, '') || frame.url);
  const short = `${file}:${frame.line}`;
  return (
    <>
      <code>{name}</code>{' '}
      {openSource ? (
        <button
          type="button"
          class="source-link"
          data-testid="open-source"
          title={witnessWords().openTitle(at)}
          onClick={() => openSource(frame)}
        >
          {short}
        </button>
      ) : (
        <code class="source-place" dir="ltr">
          {at}
        </code>
      )}
    </>
  );
}

/** Where in the page's source the call was made: innermost frame first, the others folded. */
export function CallSite({ panel, exchange }: { readonly panel: PanelStore; readonly exchange: Exchange }) {
  const [first, ...rest] = exchange.evidence.callSite ?? [];
  if (!first) return null;
  return (
    <div class="call-site" data-testid="call-site">
      <Frame panel={panel} frame={first} />
      {rest.length > 0 && (
        <details>
          <summary>{witnessWords().moreFrames(rest.length)}</summary>
          <ol>
            {rest.map((frame, i) => (
              <li key={i}>
                <Frame panel={panel} frame={frame} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

/** What the page itself says of the end; null when it says nothing. */
export function outcomeText(outcome: PageOutcome): string {
  const { outcomes } = witnessWords();
  return outcome.kind === 'answered' ? outcomes.answered(outcome.status) : outcomes[outcome.kind]();
}

/** Stands at the head of a call that nobody but the page told of. */
export function ToldByPage({ exchange }: { readonly exchange: Exchange }) {
  if (exchange.toldBy !== 'page-witness') return null;
  return (
    <p class="told-by-page" data-testid="told-by-page">
      {witnessWords().alone}
    </p>
  );
}

/** What a reader must know of how much the further witnesses' words are worth. */
export function WitnessRemarks({ exchange }: { readonly exchange: Exchange }) {
  const { page, resourceTiming, fromServiceWorker } = exchange.evidence;
  const words = witnessWords();
  const byOrder = page?.matchedBy === 'order' || resourceTiming?.matchedBy === 'order';
  return (
    <>
      {fromServiceWorker && <p class="aside">{words.fromServiceWorker}</p>}
      {byOrder && <p class="aside">{words.byOrder}</p>}
    </>
  );
}
