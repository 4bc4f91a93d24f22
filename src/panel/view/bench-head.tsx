import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { whatIfWords } from '../../words/workbench.ts';
import type { PanelStore } from '../stores/panel-store.ts';

/** The head of what covers the recorded calls: its title, which takes the focus, and the way back. */
export function BenchHead({
  panel,
  title,
  children,
}: {
  readonly panel: PanelStore;
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header class="bench-head">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <button type="button" class="button is-framed" data-testid="bench-close" onClick={panel.workbench.close}>
        {whatIfWords().close}
      </button>
    </header>
  );
}
