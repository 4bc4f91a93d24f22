import type { Listing, Row } from '../listing/listing.ts';
import type { PanelStore } from '../stores/panel-store.ts';

type Rows = Pick<Listing, 'rowCount' | 'row'>;

/** The id that the cursor takes on a row; null for a page load, which it passes over. */
const idOf = (row: Row | null): string | null =>
  row === null || row.kind === 'page' ? null : row.kind === 'group' ? row.group.id : row.id;

/** Index of the row that is `by` rows away, page loads not counted; the nearest there is when the list ends before. */
function step(rows: Rows, from: number, by: number): number {
  const direction = by < 0 ? -1 : 1;
  const count = rows.rowCount();
  let left = Math.abs(by);
  let found = from;
  for (let index = from + direction; left > 0 && index >= 0 && index < count; index += direction) {
    if (idOf(rows.row(index)) === null) continue;
    found = index;
    left -= 1;
  }
  return found;
}

/** Where a key leads from `active` (-1: nowhere yet) in a list that shows `page` rows; null for keys that do not move. */
export function target(key: string, rows: Rows, active: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return step(rows, active, 1);
    case 'ArrowUp':
    case 'k':
      return active < 0 ? step(rows, rows.rowCount(), -1) : step(rows, active, -1);
    case 'PageDown':
      return step(rows, active, Math.max(1, page - 2));
    case 'PageUp':
      return active < 0 ? step(rows, -1, 1) : step(rows, active, -Math.max(1, page - 2));
    case 'Home':
      return step(rows, -1, 1);
    case 'End':
      return step(rows, rows.rowCount(), -1);
    default:
      return null;
  }
}

/** Opens and closes groups, as a tree does: right opens, left closes or goes up to the group. */
function fold(key: string, row: Row | null, panel: PanelStore): boolean {
  if (row?.kind === 'group' && (key === 'ArrowRight' || key === 'ArrowLeft' || key === ' ')) {
    panel.listing.setOpen(row.group, key === ' ' ? !row.group.open : key === 'ArrowRight');
    return true;
  }
  if (row?.kind === 'call' && row.of && key === 'ArrowLeft') {
    panel.moveTo(row.of.id);
    return true;
  }
  return false;
}

export function handleListKey(event: KeyboardEvent, panel: PanelStore, active: number, page: number): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const row = panel.listing.row(active);
  if (fold(event.key, row, panel)) {
    event.preventDefault();
    return;
  }
  if (event.key === 'Enter' || event.key === ' ') {
    const id = idOf(row);
    if (id !== null) panel.open(id);
    event.preventDefault();
    return;
  }
  const index = target(event.key, panel.listing, active, page);
  if (index === null) return;
  event.preventDefault();
  const id = idOf(panel.listing.row(index));
  if (id !== null) panel.moveTo(id);
}
