import { shortReason } from '../../words/explain.ts';
import { ui } from '../../words/ui.ts';
import { attempt } from '../stores/attempt.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { serverOf } from '../stores/server-of.ts';
import type { Reason } from '../stores/tally.ts';
import { VerdictIcon } from './icons.tsx';
import { visibleText } from './visible-text.ts';

const SHOWN = 12;

function ReasonLine({ panel, reason }: { readonly panel: PanelStore; readonly reason: Reason }) {
  const exchange = panel.recording.log.get(reason.firstId);
  if (!exchange) return null;
  const diagnosis = panel.judgements.of(exchange);
  const { cause } = diagnosis;
  const words = attempt(() => shortReason(exchange, diagnosis));
  const hop = exchange.hops[cause?.hop ?? 0] ?? exchange.hops[0];
  return (
    <li>
      <button type="button" class="reason tone-bad" onClick={() => panel.open(exchange.id)}>
        <VerdictIcon verdict={diagnosis.verdict} />
        <span class="reason-title">{words.ok ? words.value : ui.partFailed(words.message)}</span>
        <span class="reason-server" dir="ltr">
          {visibleText(reason.count === 1 ? `${hop.method} ${hop.url}` : serverOf(hop.url))}
        </span>
        <span class="reason-count">{ui.calls(reason.count)}</span>
      </button>
    </li>
  );
}

/** Why calls are blocked, most frequent first: one line and one click per reason instead of one per call. */
export function Reasons({ panel }: { readonly panel: PanelStore }) {
  const { reasons } = panel.judgements.tally.value;
  if (reasons.length === 0) return null;
  const shown = [...reasons].sort((a, b) => b.count - a.count).slice(0, SHOWN);
  return (
    <section class="reasons">
      <h2>{ui.reasonsOfBlocking}</h2>
      <ul>
        {shown.map((reason) => (
          <ReasonLine key={reason.firstId} panel={panel} reason={reason} />
        ))}
      </ul>
      {reasons.length > shown.length && <p class="aside">{ui.moreReasons(reasons.length - shown.length)}</p>}
    </section>
  );
}
