// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual list are placed by hand, which table elements resist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid alone has the focus and names its active row
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ui } from '../../words/ui.ts';
import { type Item, isCall } from '../stores/call-log.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { handleListKey } from './list-keys.ts';
import { CallRow, NavigationRow, rowId } from './row.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';

const ROW_PX = 24;
const COMPACT_ROW_PX = 42;

/** How much of a call its row has room for: all columns, those that matter most, or two lines. */
type Density = 'full' | 'medium' | 'compact';
const densityFor = (width: number): Density => (width < 600 ? 'compact' : width < 860 ? 'medium' : 'full');

const COLUMNS = ['verdict', 'method', 'url', 'cause', 'origin', 'preflight', 'status', 'time'] as const;

const isAtEnd = (element: HTMLElement | null, rowHeight: number): boolean =>
  element === null || element.scrollHeight - element.scrollTop - element.clientHeight < rowHeight;

const indexOf = (items: readonly Item[], id: string | null): number =>
  id === null ? -1 : items.findIndex((item) => isCall(item) && item.id === id);

export function CallList({ panel }: { readonly panel: PanelStore }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [density, setDensity] = useState<Density>('full');
  const compact = density === 'compact';
  const items = panel.items.value;
  const cursor = panel.cursor.value;
  const active = indexOf(items, cursor);
  const rowHeight = compact ? COMPACT_ROW_PX : ROW_PX;
  const headHeight = compact ? 0 : ROW_PX;
  const virtual = useVirtualRows({ count: items.length, rowHeight, headHeight, keep: active }, scroller);

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
  const count = useRef(0);
  const wasAtEnd = isAtEnd(scroller.current, rowHeight);
  useLayoutEffect(() => {
    const grown = items.length > count.current && count.current > 0;
    count.current = items.length;
    if (grown && wasAtEnd && cursor === null) virtual.scrollToIndex(items.length - 1, { align: 'end' });
  }, [items]);
  useLayoutEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
  }, [cursor, rowHeight]);

  const judgedAt = panel.recording.revision.value;
  return (
    <div class={`list is-${density}`}>
      <div
        ref={scroller}
        class="list-scroller"
        role="grid"
        tabIndex={0}
        aria-label={ui.list}
        aria-rowcount={items.length + 1}
        {...(active >= 0 ? { 'aria-activedescendant': rowId(active) } : {})}
        onKeyDown={(event) =>
          handleListKey(event, panel, active, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight))
        }
      >
        <div role="row" class="list-head" aria-rowindex={1}>
          {COLUMNS.map((column) => (
            <span key={column} role="columnheader" class={`cell cell-${column}`}>
              {ui.columns[column]}
            </span>
          ))}
        </div>
        <div role="rowgroup" class="list-body" style={{ height: `${virtual.getTotalSize()}px` }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const item = items[index];
            if (!item) return null;
            return isCall(item) ? (
              <CallRow
                key={item.id}
                panel={panel}
                exchange={item}
                index={index}
                start={start - headHeight}
                height={rowHeight}
                selected={index === active}
                revision={judgedAt}
              />
            ) : (
              <NavigationRow
                key={`page-${index}`}
                navigation={item}
                index={index}
                start={start - headHeight}
                height={rowHeight}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
