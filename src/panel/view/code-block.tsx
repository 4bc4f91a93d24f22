import { visibleText } from './visible-text.ts';

interface CodeBlockProps {
  /** Names it to those who hear it. */
  readonly label: string;
  readonly text: string;
  readonly class?: string;
}

/** Lines to copy. They scroll on their own, so the keyboard must reach them. */
export function CodeBlock({ label, text, class: name }: CodeBlockProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    <pre role="group" tabIndex={0} aria-label={label} dir="ltr" {...(name ? { class: name } : {})}>
      <code>{text.split('\n').map(visibleText).join('\n')}</code>
    </pre>
  );
}
