import { ui } from '../../words/ui.ts';
import type { ObservedAnswers, ObservedHeader } from '../stores/observed-policy.ts';
import { LongText } from './long-text.tsx';

const SHOWN = 4;

function Values({ header, answers }: { readonly header: ObservedHeader; readonly answers: number }) {
  const rest = header.values.length - SHOWN;
  return (
    <ul>
      {header.values.slice(0, SHOWN).map(({ value, count }) => (
        <li key={value}>
          {value === null ? (
            <span class="absent">{ui.policyAbsent}</span>
          ) : (
            <code dir="ltr">
              <LongText text={value} />
            </code>
          )}{' '}
          <span class="aside">{ui.policyTimes(count, answers)}</span>
        </li>
      ))}
      {rest > 0 && <li class="aside">{ui.policyMore(rest)}</li>}
    </ul>
  );
}

/** What the server was seen to say, header by header. */
export function ServerPolicy({
  answers,
  calls,
}: {
  readonly answers: readonly ObservedAnswers[];
  readonly calls: number;
}) {
  return (
    <section class="section policy">
      <h3>{ui.policyTitle}</h3>
      {answers.length === 0 ? <p>{ui.policyNone}</p> : <p class="aside">{ui.policyFrom(calls)}</p>}
      {answers.map((seen) => (
        <div key={seen.kind} data-testid={`policy-${seen.kind}`}>
          <h4>{ui.policyAnswer[seen.kind]}</h4>
          <dl class="policy-headers">
            {seen.headers.map((header) => (
              <div key={header.header}>
                <dt>
                  <code>{header.header}</code>
                </dt>
                <dd>
                  <Values header={header} answers={seen.answers} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
