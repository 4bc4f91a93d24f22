import { Virtualizer } from '@tanstack/virtual-core';
import { describe, expect, test } from 'vitest';
import { listOptions, type VirtualRows } from '../../../src/panel/view/use-virtual-rows.ts';

const VIEW = { width: 800, height: 600 };

/** The list's own virtualiser over a scrolling element of 800 × 600 px that is scrolled to `offset`. */
function listAt(offset: number, rows: VirtualRows) {
  const virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
    ...listOptions(
      rows,
      () => null,
      () => {},
    ),
    initialRect: VIEW,
    initialOffset: offset,
    observeElementRect: (_, report) => report(VIEW),
    observeElementOffset: (_, report) => report(offset, false),
  });
  return virtualizer;
}

describe('the virtual list', () => {
  const rows = { count: 100_000, rowHeight: 24, headHeight: 24, keep: -1 };

  test('renders what is in view of 100,000 rows and a few more', () => {
    const rendered = listAt(0, rows).getVirtualItems();
    expect(rendered.length).toBeGreaterThanOrEqual(600 / 24 - 1);
    expect(rendered.length).toBeLessThan(50);
    expect(rendered[0]?.index).toBe(0);
  });

  test('renders the rows in the middle when scrolled there', () => {
    const list = listAt(1_200_000, rows);
    const indexes = list.getVirtualItems().map(({ index }) => index);
    expect(indexes).toContain(50_000);
    expect(indexes.length).toBeLessThan(60);
  });

  test('keeps the active row in the document wherever the list is scrolled to', () => {
    const indexes = listAt(1_200_000, { ...rows, keep: 3 })
      .getVirtualItems()
      .map(({ index }) => index);
    expect(indexes[0]).toBe(3);
    expect(indexes.length).toBeLessThan(60);
  });

  test('a kept row that no longer exists is not rendered', () => {
    const indexes = listAt(0, { ...rows, count: 10, keep: 12 })
      .getVirtualItems()
      .map(({ index }) => index);
    expect(indexes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
