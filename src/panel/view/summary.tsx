import { ORDERS } from '../../settings/settings.ts';
import { ui } from '../../words/ui.ts';
import type { PanelStore } from '../stores/panel-store.ts';

function OrderSwitch({ panel }: { readonly panel: PanelStore }) {
  const { current, change } = panel.settings;
  const chosen = current.value.order;
  return (
    <fieldset class="group order" aria-label={ui.orderLabel} title={ui.orderTitle}>
      {ORDERS.map((order) => (
        <button
          key={order}
          type="button"
          class={`button choice ${order === chosen ? 'is-on' : ''}`}
          data-testid={`order-${order}`}
          data-word={ui.order[order]}
          aria-pressed={order === chosen}
          onClick={() => change({ order })}
        >
          {ui.order[order]}
        </button>
      ))}
    </fieldset>
  );
}

/** The line that says how the recording stands, what was just copied, and how the list is ordered. */
export function Summary({ panel }: { readonly panel: PanelStore }) {
  const { dropped, limit, link } = panel.recording.status.value;
  const numbers = panel.summary.value;
  const said = panel.clipboard.said.value;
  const view = panel.serverView.value;
  return (
    <div class="summary">
      <p class={numbers.blocked > 0 ? 'summary-line has-blocked' : 'summary-line'} data-testid="summary">
        {link === 'live' ? ui.summary(numbers) : ''}
        {panel.listing.sifting.value && <span class="aside"> ({ui.sifting})</span>}
      </p>
      {dropped > 0 && <p class="dropped">{ui.dropped(dropped, limit)}</p>}
      <p class={said?.failed ? 'said is-failed' : 'said'} role="status" aria-live="polite">
        {said?.text ?? ''}
      </p>
      {panel.hasCalls.value && (
        <div class="summary-tools">
          <OrderSwitch panel={panel} />
          <span class="rule" />
          <button
            type="button"
            class={`button choice ${view ? 'is-on' : ''}`}
            data-testid="open-servers"
            data-word={ui.servers}
            aria-pressed={view !== null}
            title={`${ui.serversTitle} (s)`}
            onClick={() => panel.showServers(view ? null : { server: null })}
          >
            {ui.servers}
          </button>
        </div>
      )}
    </div>
  );
}
