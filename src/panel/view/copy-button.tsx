import { useState } from 'preact/hooks';
import { ui } from '../../words/ui.ts';
import { attempt } from '../stores/attempt.ts';
import type { PanelStore } from '../stores/panel-store.ts';

interface CopyButtonProps {
  readonly panel: PanelStore;
  /** Made on the click, so that nothing is rendered that nobody copies. */
  readonly text: () => string;
  readonly label: string;
  /** Names what is copied, for the announcement. */
  readonly what: string;
  readonly title?: string;
  readonly testId?: string;
  readonly disabled?: boolean;
}

const DONE_MS = 1500;

export function CopyButton({ panel, text, label, what, title, testId, disabled = false }: CopyButtonProps) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    const made = attempt(text);
    if (!made.ok) {
      panel.clipboard.refuse(made.message);
      return;
    }
    if (!(await panel.clipboard.copy(made.value, what))) return;
    setDone(true);
    setTimeout(() => setDone(false), DONE_MS);
  };
  return (
    <button
      type="button"
      class={`button copy ${done ? 'is-done' : ''}`}
      title={title ?? `${ui.copy}: ${what}`}
      aria-label={title ?? `${ui.copy}: ${what}`}
      disabled={disabled}
      onClick={copy}
      {...(testId ? { 'data-testid': testId } : {})}
    >
      <span class="copy-label">{label}</span>
      <span class="copy-done" aria-hidden="true">
        ✓
      </span>
    </button>
  );
}
