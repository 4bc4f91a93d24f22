import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ui } from '../../words/ui.ts';
import { layoutFor, type PanelStore, type Shown } from '../stores/panel-store.ts';
import { Detail } from './detail.tsx';
import { Divider, SHARE } from './divider.tsx';
import { Guard } from './guard.tsx';
import { LeadStrip } from './lead-strip.tsx';
import { CallList } from './list.tsx';
import { Reasons } from './reasons.tsx';
import { Banners, EmptyState } from './states.tsx';
import { Summary, Toolbar } from './toolbar.tsx';
import { TrialBanner } from './trial.tsx';

/** From here on the list starts out as a table with columns. */
const ROOMY_PX = 1100;

/** Letters typed on a list of choices choose from it. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');

function DetailPane({ panel, shown }: { readonly panel: PanelStore; readonly shown: Shown | null }) {
  if (shown) return <Guard key={shown.exchange.id}>{() => <Detail panel={panel} shown={shown} />}</Guard>;
  const { blocked, waiting, calls } = panel.summary.value;
  return (
    <div class="detail is-empty">
      {calls > 0 && (
        <>
          {blocked === 0 && waiting === 0 && <p>{ui.nothingBlocked}</p>}
          <Reasons panel={panel} />
          <p>{ui.nothingSelected}</p>
          <p class="aside">{ui.keys}</p>
        </>
      )}
    </div>
  );
}

export function Panel({ panel }: { readonly panel: PanelStore }) {
  const root = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const [chosenShare, setShare] = useState<number | null>(null);

  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const measure = () => panel.setLayout(layoutFor(element.clientWidth, element.clientHeight));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [panel]);

  useEffect(() => {
    const grid = () => root.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.key === '/' && !isTyping(event.target)) {
        event.preventDefault();
        filter.current?.focus();
        filter.current?.select();
      } else if (event.key === 'Escape') {
        if (event.target === filter.current && panel.filter.text.value !== '') panel.filter.setText('');
        else if (event.target !== filter.current && panel.shown.value?.by === 'user') panel.close();
        else if (event.target !== filter.current) return;
        event.preventDefault();
        event.stopPropagation();
        grid();
      } else if (event.target === filter.current && (event.key === 'Enter' || event.key === 'ArrowDown')) {
        event.preventDefault();
        grid();
      } else if ((event.key === 'j' || event.key === 'k') && !isTyping(event.target)) {
        grid();
        root.current
          ?.querySelector('[role=grid]')
          ?.dispatchEvent(new KeyboardEvent('keydown', { key: event.key, bubbles: true, cancelable: true }));
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [panel]);

  const layout = panel.layout.value;
  const shown = panel.shown.value;
  const { calls } = panel.summary.value;
  const roomy = (root.current?.clientWidth ?? window.innerWidth) >= ROOMY_PX;
  const share = chosenShare ?? (roomy || layout === 'stacked' ? SHARE.start : SHARE.startNarrow);
  const listed = panel.summary.value.shown > 0 || (calls === 0 && panel.items.value.length > 0);
  const overlaid = layout === 'overlay' && shown?.by === 'user';
  const wasOverlaid = useRef(false);
  useEffect(() => {
    if (overlaid !== wasOverlaid.current)
      root.current?.querySelector<HTMLElement>(overlaid ? '.close' : '[role=grid]')?.focus();
    wasOverlaid.current = overlaid;
  }, [overlaid]);
  return (
    <div ref={root} class={`panel is-${layout} ${overlaid ? 'is-overlaid' : ''}`} style={{ '--share': `${share}%` }}>
      <Toolbar panel={panel} filterRef={filter} />
      <Summary panel={panel} />
      <Banners panel={panel} />
      <TrialBanner panel={panel} />
      <main class="split">
        <div class="pane-list" inert={overlaid}>
          {layout === 'overlay' && shown?.by === 'lead' && <LeadStrip panel={panel} shown={shown} />}
          {listed && <CallList panel={panel} />}
          <EmptyState panel={panel} />
        </div>
        {layout !== 'overlay' && calls > 0 && (
          <Divider vertical={layout === 'wide'} share={share} setShare={setShare} />
        )}
        {(layout !== 'overlay' ? calls > 0 : overlaid) && <DetailPane panel={panel} shown={shown} />}
      </main>
    </div>
  );
}
