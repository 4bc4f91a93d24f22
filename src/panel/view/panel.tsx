import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ui } from '../../words/ui.ts';
import type { Desk } from '../stores/desk.ts';
import { layoutFor } from '../stores/panel-store.ts';
import { DetailPane } from './detail-pane.tsx';
import { Divider, SHARE } from './divider.tsx';
import { Guard } from './guard.tsx';
import { HandOverDialog, HelpDialog, PolicyView, SettingsDialog, WhatIfView } from './laters.ts';
import { LeadStrip } from './lead-strip.tsx';
import { Lessons } from './learn-link.tsx';
import { Lesson } from './lesson.tsx';
import { CallList } from './list.tsx';
import { DropTarget, OpenedBanner } from './open-recording.tsx';
import { handlePanelKey } from './panel-keys.ts';
import { Banners, EmptyState } from './states.tsx';
import { Summary } from './summary.tsx';
import { Toolbar } from './toolbar.tsx';
import { TrialBanner } from './trial.tsx';

/** From here on the list starts out as a table with columns. */
const ROOMY_PX = 1100;

export function Panel({ desk }: { readonly desk: Desk }) {
  const panel = desk.panel.value;
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

  const list = () => root.current?.querySelector<HTMLElement>('[data-testid="list"]') ?? null;
  useEffect(() => {
    const targets = { filter: () => filter.current, list, openHelp: () => panel.openDialog('help') };
    const onKeyDown = (event: KeyboardEvent) => handlePanelKey(event, panel, targets);
    document.body.addEventListener('keydown', onKeyDown);
    return () => document.body.removeEventListener('keydown', onKeyDown);
  }, [panel]);

  const dialog = panel.dialog.value;
  const handOver = (['call', 'group', 'all'] as const).find((scope) => dialog === `hand-over-${scope}`);
  const layout = panel.layout.value;
  const shown = panel.shown.value;
  const view = panel.serverView.value;
  const bench = panel.workbench.bench.value;
  const some = panel.hasCalls.value;
  const roomy = (root.current?.clientWidth ?? window.innerWidth) >= ROOMY_PX;
  const share = chosenShare ?? (roomy || layout === 'stacked' ? SHARE.start : SHARE.startNarrow);
  const overlaid = layout === 'overlay' && (view !== null || (shown !== null && shown.by !== 'lead'));
  const wasOverlaid = useRef(false);
  useEffect(() => {
    if (overlaid !== wasOverlaid.current)
      (overlaid ? root.current?.querySelector<HTMLElement>('.close') : list())?.focus();
    wasOverlaid.current = overlaid;
  }, [overlaid]);
  return (
    <Lessons.Provider value={panel.lessons}>
      <div ref={root} class={`panel is-${layout} ${overlaid ? 'is-overlaid' : ''}`} style={{ '--share': `${share}%` }}>
        <header class="panel-head">
          <h1 class="unseen">{ui.title}</h1>
          <Toolbar panel={panel} desk={desk} filterRef={filter} />
          <Summary panel={panel} />
          <OpenedBanner desk={desk} />
          <Banners panel={panel} />
          <TrialBanner panel={panel} />
        </header>
        {bench && (
          <main class="split">
            <Guard key={bench.kind}>
              {() =>
                bench.kind === 'what-if' ? (
                  <WhatIfView panel={panel} bench={bench} />
                ) : (
                  <PolicyView panel={panel} bench={bench} />
                )
              }
            </Guard>
            <Lesson lessons={panel.lessons} />
          </main>
        )}
        <main class="split" hidden={bench !== null}>
          <div class="pane-list" inert={overlaid}>
            {layout === 'overlay' && shown?.by === 'lead' && <LeadStrip panel={panel} shown={shown} />}
            {panel.hasRows.value && <CallList panel={panel} />}
            <EmptyState panel={panel} />
          </div>
          {layout !== 'overlay' && some && <Divider vertical={layout === 'wide'} share={share} setShare={setShare} />}
          {(layout !== 'overlay' ? some : overlaid) && <DetailPane panel={panel} />}
          {bench === null && <Lesson lessons={panel.lessons} />}
        </main>
        {handOver !== undefined && (
          <HandOverDialog panel={panel} start={handOver} close={() => panel.openDialog(null)} />
        )}
        <DropTarget desk={desk} />
        {dialog === 'help' && <HelpDialog close={() => panel.openDialog(null)} />}
        {dialog === 'settings' && <SettingsDialog panel={panel} close={() => panel.openDialog(null)} />}
      </div>
    </Lessons.Provider>
  );
}
