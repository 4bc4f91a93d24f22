import { useState } from 'preact/hooks';
import type { HeaderList } from '../../cors/header-list.ts';
import { ui } from '../../words/ui.ts';
import { arrange, type Decision, type Decisions, type ShownHeader } from './deciding.ts';
import { LongText } from './long-text.tsx';
import { visibleText } from './visible-text.ts';

// Up to this many headers that have nothing to do with CORS are shown at once.
const FEW = 3;

const decisionWord = (decision: Decision): string => (decision === 'failed' ? ui.decidesFailed : ui.decidesPassed);

function HeaderLine({ shown: { header, decision } }: { readonly shown: ShownHeader }) {
  const [name, value] = header;
  return (
    <tr class={decision ? `decides-${decision}` : ''}>
      <th scope="row" dir="ltr">
        {decision && (
          <span class="decides" role="img" aria-label={decisionWord(decision)} title={decisionWord(decision)}>
            {decision === 'failed' ? '✕' : '✓'}
          </span>
        )}
        {visibleText(name)}
      </th>
      <td>
        <LongText text={value} />
      </td>
    </tr>
  );
}

/** A message's headers: those about CORS first and always, the others when asked for. */
export function HeaderTable({ headers, decisions }: { readonly headers: HeaderList; readonly decisions: Decisions }) {
  const [all, setAll] = useState(false);
  const { first, rest, missing } = arrange(headers, decisions);
  const folded = rest.length > FEW;
  const shown = all || !folded ? [...first, ...rest] : first;
  return (
    <>
      <table class="headers">
        <tbody>
          {missing.map((name) => (
            <tr key={name} class="decides-failed is-missing">
              <th scope="row">
                <span class="decides" role="img" aria-label={ui.decidesFailed} title={ui.decidesFailed}>
                  ✕
                </span>
                {visibleText(name)}
              </th>
              <td class="absent">{ui.absent}</td>
            </tr>
          ))}
          {shown.map((entry, index) => (
            <HeaderLine key={index} shown={entry} />
          ))}
        </tbody>
      </table>
      {folded && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? ui.fewerHeaders : ui.moreHeaders(rest.length)}
        </button>
      )}
    </>
  );
}
