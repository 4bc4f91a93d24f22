import { visibleText } from './visible-text.ts';

/** A sentence of ours. What is to be typed exactly so stands between backticks in it, and is shown as code. */
export function Prose({ text }: { readonly text: string }) {
  const parts = text.split('`');
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      <code key={index} class="prose-code" dir="ltr">
        {visibleText(part)}
      </code>
    ) : (
      visibleText(part)
    ),
  );
}
