import { useState } from 'preact/hooks';
import { ui } from '../../words/ui.ts';
import { visibleText } from './visible-text.ts';

const SHOWN = 300;

/** Text of any length from the network: shown as text, cut until asked for. */
export function LongText({ text, most = SHOWN }: { readonly text: string; readonly most?: number }) {
  const [all, setAll] = useState(false);
  const cut = !all && text.length > most * 1.2;
  return (
    <>
      <span dir="ltr">{visibleText(cut ? text.slice(0, most) : text)}</span>
      {cut && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          … {ui.moreText(text.length)}
        </button>
      )}
    </>
  );
}
