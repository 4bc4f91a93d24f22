import { useEffect, useRef } from 'preact/hooks';
import { ui } from '../../words/ui.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { Detail } from './detail.tsx';
import { Guard } from './guard.tsx';
import { Reasons } from './reasons.tsx';
import { Servers } from './servers.tsx';

/** Brings the fix of the shown call into view and gives its heading the focus, once somebody asked for it. */
function useFixInView(panel: PanelStore): { readonly current: HTMLDivElement | null } {
  const element = useRef<HTMLDivElement>(null);
  const wanted = panel.fixWanted.value;
  const shown = panel.shown.value;
  useEffect(() => {
    if (!wanted || !shown) return;
    panel.fixReached();
    const heading = element.current?.querySelector<HTMLElement>('.fix h3');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  }, [wanted, shown]);
  return element;
}

function Overview({ panel }: { readonly panel: PanelStore }) {
  const { blocked, waiting } = panel.summary.value;
  return (
    <div class="detail is-empty">
      {blocked === 0 && waiting === 0 && <p>{ui.nothingBlocked}</p>}
      <Reasons panel={panel} />
      <p>{ui.nothingSelected}</p>
      <p class="aside">{ui.keys}</p>
    </div>
  );
}

/** Beside, below or over the list: a server's summary, the chosen call, or what there is to choose. */
export function DetailPane({ panel }: { readonly panel: PanelStore }) {
  const element = useFixInView(panel);
  const view = panel.serverView.value;
  const shown = panel.shown.value;
  // What its neighbours tell of a call is told anew while they come.
  panel.pulse.value;
  return (
    <div ref={element} class="pane-detail">
      {view ? (
        <Guard key={`server ${view.server}`}>{() => <Servers panel={panel} server={view.server} />}</Guard>
      ) : shown ? (
        <Guard key={shown.exchange.id}>{() => <Detail panel={panel} shown={shown} />}</Guard>
      ) : (
        <Overview panel={panel} />
      )}
    </div>
  );
}
