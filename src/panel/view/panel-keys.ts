import type { PanelStore } from '../stores/panel-store.ts';

/** What the keys that hold everywhere in the panel need of the view. */
export interface KeyTargets {
  readonly filter: () => HTMLInputElement | null;
  readonly list: () => HTMLElement | null;
  readonly openHelp: () => void;
}

/** Letters typed on a list of choices choose from it. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'checkbox') ||
  target instanceof HTMLTextAreaElement;

/** The call or group that a key is about: the one that the cursor is on, else the one that is explained. */
const subject = (panel: PanelStore): string | null => panel.cursor.value ?? panel.shown.value?.exchange.id ?? null;

const closable = (panel: PanelStore): boolean =>
  panel.serverView.value !== null || (panel.shown.value !== null && panel.shown.value.by !== 'lead');

/**
 * Keys that hold wherever the focus is in the panel; a dialog that is open has them for itself. To be heard on the body:
 * Chromium's DevTools hears Escape on the document, where it opens its drawer, and must not hear of one that was used.
 */
export function handlePanelKey(event: KeyboardEvent, panel: PanelStore, { filter, list, openHelp }: KeyTargets): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
  // Also when the focus is not in it but on the body, as after a click on its text or a look at another window.
  if (panel.dialog.value !== null) {
    if (event.key === 'Escape') event.stopPropagation();
    return;
  }
  const inFilter = event.target === filter();
  if (event.key === 'Escape') {
    if (panel.workbench.bench.value) panel.workbench.close();
    else if (inFilter && panel.filter.text.value !== '') panel.filter.setText('');
    else if (!inFilter && closable(panel)) panel.close();
    else if (!inFilter) return;
    event.stopPropagation();
    list()?.focus();
  } else if (inFilter && (event.key === 'Enter' || event.key === 'ArrowDown')) {
    list()?.focus();
  } else if (isTyping(event.target)) {
    return;
  } else if (!command(event.key, panel, { filter, list, openHelp })) return;
  event.preventDefault();
}

function command(key: string, panel: PanelStore, { filter, list, openHelp }: KeyTargets): boolean {
  switch (key) {
    case '/':
      filter()?.focus();
      filter()?.select();
      return true;
    case '?':
      openHelp();
      return true;
    case 's':
      panel.showServers(panel.serverView.value ? null : { server: null });
      return true;
    case 'f': {
      const id = subject(panel);
      if (id !== null) panel.openFix(id);
      return id !== null;
    }
    case 'x':
      // Reality: Firefox's DevTools open their split console with every Escape, whoever used it. This key is ours alone.
      if (panel.workbench.bench.value) panel.workbench.close();
      else if (closable(panel)) panel.close();
      else return false;
      list()?.focus();
      return true;
    case 'c':
      void panel.copy(subject(panel));
      return true;
    case 'j':
    case 'k':
      list()?.focus();
      // The list did not have the focus: what it would have done with the key is done now.
      list()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      return true;
    default:
      return false;
  }
}
