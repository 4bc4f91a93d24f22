import { type Item, isCall } from '../stores/call-log.ts';
import type { PanelStore } from '../stores/panel-store.ts';

/** Index of the call that is `by` calls away, page loads not counted; the nearest there is when the list ends before. */
export function step(items: readonly Item[], from: number, by: number): number {
  const direction = by < 0 ? -1 : 1;
  let left = Math.abs(by);
  let found = from;
  for (let index = from + direction; left > 0 && index >= 0 && index < items.length; index += direction) {
    const item = items[index];
    if (!item || !isCall(item)) continue;
    found = index;
    left -= 1;
  }
  return found;
}

/** Where a key leads from `active` (-1: nowhere yet) in a list that shows `page` rows; null for keys that do not move. */
export function target(key: string, items: readonly Item[], active: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return step(items, active, 1);
    case 'ArrowUp':
    case 'k':
      return active < 0 ? step(items, items.length, -1) : step(items, active, -1);
    case 'PageDown':
      return step(items, active, Math.max(1, page - 2));
    case 'PageUp':
      return active < 0 ? step(items, -1, 1) : step(items, active, -Math.max(1, page - 2));
    case 'Home':
      return step(items, -1, 1);
    case 'End':
      return step(items, items.length, -1);
    default:
      return null;
  }
}

export function handleListKey(event: KeyboardEvent, panel: PanelStore, active: number, page: number): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const items = panel.items.value;
  if (event.key === 'Enter' || event.key === ' ') {
    const item = items[active];
    if (item && isCall(item)) panel.open(item.id);
    event.preventDefault();
    return;
  }
  const index = target(event.key, items, active, page);
  if (index === null) return;
  event.preventDefault();
  const item = items[index];
  if (item && isCall(item)) panel.moveTo(item.id);
}
