import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

export interface VirtualRows {
  readonly count: number;
  readonly rowHeight: number;
  /** Height of the heading that sticks to the top of the scrolling element and covers rows, in px; below 0, what the first row is pulled up by. */
  readonly headHeight: number;
  /** Index that stays in the document wherever the list is scrolled to; -1 for none. */
  readonly keep: number;
}

// The library measures every row anew whenever their number changes: it is told of that in steps, or it would do so with
// every call that comes. Rows beyond the last are not rendered.
const STEP = 512;
const roundedCount = (count: number): number => (count < STEP ? count : Math.ceil(count / STEP) * STEP);

type ListOptions = VirtualizerOptions<HTMLElement, HTMLElement>;

/** The indexes to render: those in view and the kept one. */
function rangeWith(keep: number, range: Range): number[] {
  const indexes = defaultRangeExtractor(range);
  if (keep < 0 || keep >= range.count || indexes.includes(keep)) return indexes;
  return [...indexes, keep].sort((a, b) => a - b);
}

/** Options of a list of equally high rows. Apart from the hook so that the list can be tried without a document. */
export function listOptions(
  rows: VirtualRows,
  getScrollElement: () => HTMLElement | null,
  onChange: () => void,
): ListOptions {
  return {
    count: roundedCount(rows.count),
    estimateSize: () => rows.rowHeight,
    overscan: 8,
    scrollMargin: rows.headHeight,
    scrollPaddingStart: Math.max(0, rows.headHeight),
    getScrollElement,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    rangeExtractor: (range) => rangeWith(rows.keep, range),
    onChange,
  };
}

/** Virtualises a list inside a scrolling element. The component renders again when other rows come into view. */
export function useVirtualRows(
  rows: VirtualRows,
  scroller: { readonly current: HTMLElement | null },
): Virtualizer<HTMLElement, HTMLElement> {
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const options = listOptions(
    rows,
    () => scroller.current,
    () => renderAgain(undefined),
  );
  const held = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null);
  held.current ??= new Virtualizer(options);
  const virtualizer = held.current;
  virtualizer.setOptions(options);
  const height = useRef(rows.rowHeight);
  if (height.current !== rows.rowHeight) {
    height.current = rows.rowHeight;
    virtualizer.measure();
  }
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
