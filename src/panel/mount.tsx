import { effect } from '@preact/signals';
import { render } from 'preact';
import { automate } from './automation.ts';
import type { RecordingSource } from './source.ts';
import { browserClipboard } from './stores/clipboard.ts';
import { createPanelStore } from './stores/panel-store.ts';
import { browserScheduler } from './stores/scheduler.ts';
import { Panel } from './view/panel.tsx';

/**
 * Shows the panel in an element of this document, fed from a source. Sets `data-ready="true"` on the root element once
 * the first snapshot is rendered, and offers `globalThis.corsLens`. Returns the function that ends it.
 */
export function mountPanel(element: Element, source: RecordingSource): () => void {
  const panel = createPanelStore(source, browserScheduler, browserClipboard);
  let readyAt = Number.NaN;
  globalThis.corsLens = automate(panel, () => readyAt);
  render(<Panel panel={panel} />, element);
  const stopWatching = effect(() => {
    if (panel.recording.status.value.link !== 'live' || !Number.isNaN(readyAt)) return;
    // Preact renders in a microtask queued by the same change; the frame after it holds the snapshot.
    browserScheduler.frame(() => {
      readyAt = performance.now();
      document.documentElement.dataset.ready = 'true';
    });
  });
  return () => {
    stopWatching();
    panel.end();
    render(null, element);
    globalThis.corsLens = undefined;
  };
}
