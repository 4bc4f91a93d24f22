// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual list are placed by hand, which table elements resist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid alone has the focus and names its active row
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ui } from '../../words/ui.ts';
import { firstOf } from '../listing/listing.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { columnsFor, type Density, densityFor, templateFor } from './columns.ts';
import { GroupRow } from './group-row.tsx';
import { handleListKey } from './list-keys.ts';
import { CallRow, type Drawn, NavigationRow, rowId } from './row.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';

const ROW_PX = 24;
const COMPACT_ROW_PX = 42;
/** Where rows are high, a page's own stands apart from those before it. The first has none before it. */
const PAGE_GAP_PX = 18;

const isAtEnd = (element: HTMLElement | null, rowHeight: number): boolean =>
  element === null || element.scrollHeight - element.scrollTop - element.clientHeight < rowHeight;

function Row({ panel, ...drawn }: Drawn & { readonly panel: PanelStore }) {
  const row = panel.listing.row(drawn.index);
  if (!row) return null;
  if (row.kind === 'page') {
    const { index, start, height, columns } = drawn;
    return (
      <NavigationRow navigation={row.navigation} index={index} start={start} height={height} span={columns.length} />
    );
  }
  const exchange = panel.recording.log.get(row.kind === 'group' ? firstOf(row.group) : row.id);
  if (!exchange) return null;
  return row.kind === 'group' ? (
    <GroupRow panel={panel} group={row.group} exchange={exchange} {...drawn} />
  ) : (
    <CallRow panel={panel} exchange={exchange} grouped={row.of !== null} {...drawn} />
  );
}

export function CallList({ panel }: { readonly panel: PanelStore }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [density, setDensity] = useState<Density>('full');
  const compact = density === 'compact';
  const { listing } = panel;
  listing.version.value;
  const settings = panel.settings.current.value;
  const columns = useMemo(() => columnsFor(settings, density), [settings.columns, density]);
  const count = listing.rowCount();
  const cursor = panel.cursor.value;
  const active = listing.indexOf(cursor);
  const rowHeight = compact ? COMPACT_ROW_PX : ROW_PX;
  const gap = compact && listing.row(0)?.kind === 'page' ? PAGE_GAP_PX : 0;
  const headHeight = compact ? -gap : ROW_PX;
  const virtual = useVirtualRows({ count, rowHeight, headHeight, keep: active }, scroller);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setDensity(densityFor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // Follows new calls while the end is in view and nothing has been chosen, as a log does.
  const before = useRef(0);
  const follows = settings.order === 'time' && cursor === null;
  const wasAtEnd = follows && isAtEnd(scroller.current, rowHeight);
  useLayoutEffect(() => {
    const grown = count > before.current && before.current > 0;
    before.current = count;
    if (grown && wasAtEnd) virtual.scrollToIndex(count - 1, { align: 'end' });
  }, [count]);
  useLayoutEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
  }, [cursor, rowHeight]);

  return (
    <div
      class={`list is-${density}`}
      style={{
        '--columns': templateFor(columns, settings),
        '--list-height': `${count * rowHeight + headHeight}px`,
      }}
    >
      <div
        ref={scroller}
        class="list-scroller"
        role="treegrid"
        tabIndex={0}
        data-testid="list"
        aria-label={ui.list}
        aria-rowcount={count + 1}
        {...(active >= 0 ? { 'aria-activedescendant': rowId(active) } : {})}
        onKeyDown={(event) =>
          handleListKey(event, panel, active, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight))
        }
      >
        <div role="row" class="list-head" aria-rowindex={1}>
          {columns.map((column) => (
            <span key={column} role="columnheader" class={`cell cell-${column}`}>
              {ui.columns[column]}
            </span>
          ))}
        </div>
        <div role="rowgroup" class="list-body" style={{ height: `${count * rowHeight}px`, marginTop: `${-gap}px` }}>
          {virtual
            .getVirtualItems()
            .map(({ index, start }) =>
              index < count ? (
                <Row
                  key={index}
                  panel={panel}
                  index={index}
                  start={start - headHeight}
                  height={rowHeight}
                  selected={index === active}
                  columns={columns}
                  time={settings.time}
                />
              ) : null,
            )}
        </div>
      </div>
    </div>
  );
}
