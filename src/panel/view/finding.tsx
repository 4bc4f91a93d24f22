import type { Diagnosis, Fault } from '../../diagnosis/diagnosis.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { faultText, nearMissText, rootText, sentence } from '../../words/explain.ts';
import { ui } from '../../words/ui.ts';
import { Guard } from './guard.tsx';
import { HintIcon } from './icons.tsx';
import { LongText } from './long-text.tsx';
import { type Marked, nearMissParts } from './near-miss-parts.ts';
import { visibleText } from './visible-text.ts';

function MarkedText({ text, kind }: { readonly text: Marked; readonly kind: 'got' | 'want' }) {
  const Mark = kind === 'got' ? 'del' : 'ins';
  const all = text.before + text.marked + text.after;
  if (all === '') return <span class="absent">{ui.nothing}</span>;
  return (
    <code dir="ltr">
      {visibleText(text.before)}
      {text.marked === '' ? <span class="gap" /> : <Mark>{visibleText(text.marked)}</Mark>}
      {visibleText(text.after)}
    </code>
  );
}

function NearMissDiff({ fault }: { readonly fault: Fault }) {
  const parts = nearMissParts(fault);
  if (!fault.nearMiss) return null;
  return (
    <div class="near-miss">
      <p>{visibleText(nearMissText(fault.nearMiss))}</p>
      {parts && (
        <dl class="diff">
          <dt>{ui.got}</dt>
          <dd class="diff-got">
            <MarkedText text={parts.got} kind="got" />
          </dd>
          <dt>{ui.want}</dt>
          <dd class="diff-want">
            <MarkedText text={parts.want} kind="want" />
          </dd>
        </dl>
      )}
    </div>
  );
}

function GotWant({ fault }: { readonly fault: Fault }) {
  if (fault.got === null && fault.want === null) return null;
  return (
    <dl class="diff">
      <dt>{ui.got}</dt>
      <dd class="diff-got">
        {fault.got === null ? (
          <span class="absent">{ui.nothing}</span>
        ) : (
          <code>
            <LongText text={fault.got} />
          </code>
        )}
      </dd>
      {fault.want !== null && (
        <>
          <dt>{ui.want}</dt>
          <dd class="diff-want">
            <code>
              <LongText text={fault.want} />
            </code>
          </dd>
        </>
      )}
    </dl>
  );
}

/** The head of the explanation: what happened, where to look first, what exactly differs, what would fail next. */
export function Finding({ exchange, diagnosis }: { readonly exchange: Exchange; readonly diagnosis: Diagnosis }) {
  const { cause, faults, roots } = diagnosis;
  const others = faults.filter(
    (fault) =>
      fault !== cause &&
      !(cause && fault.code === cause.code && fault.phase === cause.phase && fault.hop === cause.hop),
  );
  return (
    <div class="finding">
      <Guard>{() => <p class="sentence">{visibleText(sentence(exchange, diagnosis))}</p>}</Guard>
      {roots.length > 0 && (
        <div class="roots">
          <h3>
            <HintIcon /> {ui.rootTitle}
          </h3>
          {roots.map((root) => (
            <Guard key={root.code}>{() => <p>{visibleText(rootText(root))}</p>}</Guard>
          ))}
        </div>
      )}
      {cause && <Guard>{() => (cause.nearMiss ? <NearMissDiff fault={cause} /> : <GotWant fault={cause} />)}</Guard>}
      {others.length > 0 && (
        <div class="others">
          <h3>{ui.alsoWrong}</h3>
          <ul>
            {others.map((fault) => (
              <li key={`${fault.hop} ${fault.phase} ${fault.code}`}>
                <Guard>{() => <p>{visibleText(faultText(fault, diagnosis))}</p>}</Guard>
                <Guard>{() => <NearMissDiff fault={fault} />}</Guard>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
