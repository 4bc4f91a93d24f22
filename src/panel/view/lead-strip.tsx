import { useMemo } from 'preact/hooks';
import { fixFor } from '../../advice/fix-for.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { headSentence } from '../../words/explain.ts';
import { ui } from '../../words/ui.ts';
import { attempt } from '../stores/attempt.ts';
import type { PanelStore, Shown } from '../stores/panel-store.ts';
import { VerdictIcon, verdictTone } from './icons.tsx';
import { Prose } from './prose.tsx';
import { visibleText } from './visible-text.ts';

/** Lines of the fix that are shown; the rest is one click away. */
const LINES = 3;

/** The headers to set, as they are to be sent; none where the fix is not one of headers. */
function fixLines(exchange: Exchange, diagnosis: Diagnosis): readonly string[] {
  const made = attempt(() => fixFor(exchange, diagnosis));
  if (!made.ok || made.value.kind !== 'headers') return [];
  return made.value.changes
    .filter(({ operation }) => operation === 'set')
    .slice(0, LINES)
    .map(({ header, value }) => `${header}: ${value}`);
}

/** Where there is no room for a detail view beside the list: what is wrong and the fix, and the way to all about it. */
export function LeadStrip({ panel, shown }: { readonly panel: PanelStore; readonly shown: Shown }) {
  const diagnosis = panel.judgements.of(shown.exchange, true);
  const words = attempt(() => headSentence(shown.exchange, diagnosis));
  const lines = useMemo(() => fixLines(shown.exchange, diagnosis), [shown.exchange, diagnosis]);
  return (
    <button
      type="button"
      class={`lead-strip ${verdictTone(diagnosis.verdict)}`}
      data-testid="lead"
      onClick={() => panel.open(shown.exchange.id)}
    >
      <VerdictIcon verdict={diagnosis.verdict} />
      <span class="lead-text">
        <span class="lead-why">
          <Prose text={words.ok ? words.value : ui.partFailed(words.message)} />
        </span>
        {lines.map((line) => (
          <code key={line} class="lead-fix" dir="ltr">
            + {visibleText(line)}
          </code>
        ))}
      </span>
      <span class="lead-show">{ui.leadShow} ›</span>
    </button>
  );
}
