import { sentence } from '../../words/explain.ts';
import { ui } from '../../words/ui.ts';
import { attempt } from '../stores/attempt.ts';
import type { PanelStore, Shown } from '../stores/panel-store.ts';
import { VerdictIcon } from './icons.tsx';
import { visibleText } from './visible-text.ts';

/** Where there is no room for a detail view beside the list: what is wrong, in one sentence, and the way to the fix. */
export function LeadStrip({ panel, shown }: { readonly panel: PanelStore; readonly shown: Shown }) {
  const diagnosis = panel.judgements.of(shown.exchange, true);
  const words = attempt(() => sentence(shown.exchange, diagnosis));
  return (
    <button type="button" class="lead-strip" onClick={() => panel.open(shown.exchange.id)}>
      <VerdictIcon verdict={diagnosis.verdict} />
      <span class="lead-text">{words.ok ? visibleText(words.value) : ui.partFailed(words.message)}</span>
      <span class="lead-show">{ui.leadShow} ›</span>
    </button>
  );
}
