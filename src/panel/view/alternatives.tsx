import { type Alternative, alternativesFor } from '../../advice/alternatives.ts';
import type { Fix } from '../../advice/fix.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { changeText } from '../../words/explain.ts';
import { alternativeWords } from '../../words/workbench.ts';
import { Prose } from './prose.tsx';
import { visibleText } from './visible-text.ts';

function Rest({ alternative }: { readonly alternative: Alternative }) {
  const words = alternativeWords();
  if (alternative.kind === 'same-origin-proxy') return null;
  if (alternative.rest.length === 0) return <p>{words.nothingLeft}</p>;
  return (
    <>
      <p>{words.left}</p>
      <ul class="change-list">
        {alternative.rest.map((edit) => {
          const text = changeText(edit);
          return (
            <li key={text}>
              <Prose text={text} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface AlternativesProps {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly fix: Fix;
}

/** Other ways than the fix, each with what it costs. */
export function Alternatives({ exchange, diagnosis, fix }: AlternativesProps) {
  const alternatives = alternativesFor(exchange, diagnosis, fix);
  if (alternatives.length === 0) return null;
  const words = alternativeWords();
  return (
    <div class="alternatives" data-testid="alternatives">
      <h4>{words.title}</h4>
      {alternatives.map((alternative) => (
        <details key={alternative.kind} data-testid={`alternative-${alternative.kind}`}>
          <summary>
            {visibleText(
              words.name(alternative.kind, alternative.kind === 'drop-headers' ? alternative.names.join(', ') : ''),
            )}
          </summary>
          <p>{words.price[alternative.kind]}</p>
          <Rest alternative={alternative} />
        </details>
      ))}
    </div>
  );
}
