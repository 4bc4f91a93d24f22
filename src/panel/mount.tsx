import { effect } from '@preact/signals';
import { render } from 'preact';
import { diagnose } from '../diagnosis/diagnose.ts';
import { hearUncaught } from '../link/funnel.ts';
import type { Language } from '../words/words.ts';
import { automate } from './automation.ts';
import type { RecordingSource } from './source.ts';
import { browserClipboard } from './stores/clipboard.ts';
import { createDesk, type Desk } from './stores/desk.ts';
import { createLanguageStore } from './stores/language.ts';
import { openedSource } from './stores/opened-source.ts';
import { createPanelStore, type OpenSource } from './stores/panel-store.ts';
import { browserScheduler } from './stores/scheduler.ts';
import { memoryShelf, NO_FILTER, type Shelf } from './stores/shelf.ts';
import { readTheRest } from './view/later.tsx';
import { Panel } from './view/panel.tsx';

/** When the panel has been there for so many ms, what it may need later is read. */
const REST_AFTER = 300;

/**
 * Shows the panel in an element of this document, fed from a source. Sets `data-ready="true"` on the root element once
 * the first snapshot is rendered, and offers `globalThis.corsLens`. Returns the function that ends it.
 */
export function mountPanel(
  element: Element,
  source: RecordingSource,
  shelf: Shelf = memoryShelf(),
  openSource: OpenSource | null = null,
): () => void {
  const language = createLanguageStore(navigator.languages);
  const panel = createPanelStore(source, browserScheduler, browserClipboard, diagnose, shelf, openSource);
  // An opened recording has the settings that hold, but a filter of its own.
  const desk = createDesk(panel, (recording) =>
    createPanelStore(
      openedSource(recording),
      browserScheduler,
      browserClipboard,
      diagnose,
      { ...shelf, settings: panel.settings.current.value, filter: NO_FILTER, saveFilter: () => {} },
      openSource,
      recording,
    ),
  );
  let readyAt = Number.NaN;
  globalThis.corsLens = automate(
    () => desk.panel.value,
    language,
    () => readyAt,
  );
  hearUncaught(window, (detail) => desk.panel.value.recording.fail(detail));
  const stopSpeaking = language.current.subscribe((current) => {
    if (current) show(element, desk, current);
  });
  const stopChoosing = effect(() => {
    const { language: chosen } = desk.panel.value.settings.current.value;
    void language.choose(chosen === 'auto' ? null : chosen);
  });
  const stopWatching = effect(() => {
    if (!language.current.value || panel.recording.status.value.link !== 'live' || !Number.isNaN(readyAt)) return;
    // Preact renders in a microtask queued by the same change; the frame after it holds the snapshot.
    browserScheduler.frame(() => {
      readyAt = performance.now();
      document.documentElement.dataset.ready = 'true';
      setTimeout(readTheRest, REST_AFTER);
    });
  });
  return () => {
    stopWatching();
    stopChoosing();
    stopSpeaking();
    desk.end();
    render(null, element);
    globalThis.corsLens = undefined;
  };
}

/** Renders everything anew in a language: labels are read when a component is rendered. The focus stays where it was. */
function show(element: Element, desk: Desk, language: Language): void {
  const focused = document.activeElement?.getAttribute('data-testid') ?? null;
  document.documentElement.lang = language;
  render(<Panel key={language} desk={desk} />, element);
  if (focused !== null) element.querySelector<HTMLElement>(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
}
