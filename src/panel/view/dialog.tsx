import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ui } from '../../words/ui.ts';

interface DialogProps {
  readonly title: string;
  readonly testId: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/** A modal dialog of the browser's own: it keeps the focus, gives it back, and closes with Escape. */
export function Dialog({ title, testId, close, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    element.current?.showModal();
  }, []);
  const id = `${testId}-title`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes as well
    <dialog
      ref={element}
      class="dialog"
      data-testid={testId}
      aria-labelledby={id}
      onClose={close}
      onClick={(event) => {
        // Only the backdrop is the dialog itself.
        if (event.target === element.current) element.current?.close();
      }}
    >
      <div class="dialog-body">
        <header class="dialog-head">
          <h2 id={id}>{title}</h2>
          <button
            type="button"
            class="button"
            aria-label={ui.close}
            title={ui.close}
            data-testid={`${testId}-close`}
            onClick={() => element.current?.close()}
          >
            ✕
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
