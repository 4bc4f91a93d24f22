import { ui } from '../../words/ui.ts';
import { LongText } from './long-text.tsx';
import type { Marked } from './near-miss-parts.ts';
import { visibleText } from './visible-text.ts';

/** Characters on each side of a difference; the header tables and the reports have all of them. */
const CONTEXT = 160;

const endOf = (text: string): string => (text.length > CONTEXT * 1.2 ? `…${text.slice(-CONTEXT)}` : text);
const startOf = (text: string): string => (text.length > CONTEXT * 1.2 ? `${text.slice(0, CONTEXT)}…` : text);

/** A value with the part that differs marked: struck or underlined, not only coloured. */
export function MarkedText({ text, kind }: { readonly text: Marked; readonly kind: 'got' | 'want' }) {
  const Mark = kind === 'got' ? 'del' : 'ins';
  const { before, marked, after } = text;
  if (before + marked + after === '') return <span class="absent">{ui.nothing}</span>;
  return (
    <code dir="ltr">
      {visibleText(endOf(before))}
      {marked !== '' ? (
        <Mark dir="ltr">
          <LongText text={marked} />
        </Mark>
      ) : (
        kind === 'got' && after !== '' && <span class="gap" />
      )}
      {visibleText(startOf(after))}
    </code>
  );
}
