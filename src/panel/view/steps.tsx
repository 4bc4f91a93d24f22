import type { Diagnosis, Step } from '../../diagnosis/diagnosis.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { preflightReasonText, preflightWords, stepHelp, stepTitle } from '../../words/explain.ts';
import { ui } from '../../words/ui.ts';
import { Guard } from './guard.tsx';
import { StepIcon, stepTone } from './icons.tsx';
import { LearnLink } from './learn-link.tsx';
import { LongText } from './long-text.tsx';
import { Prose } from './prose.tsx';
import { visibleText } from './visible-text.ts';

/** A way from a step to where it is decided. */
export interface StepLink {
  readonly label: string;
  readonly has: (step: Step) => boolean;
  readonly go: (step: Step) => void;
}

function StepLine({ step, link }: { readonly step: Step; readonly link: StepLink | undefined }) {
  const failed = step.state === 'failed';
  return (
    <li class={`step ${stepTone(step.state)} is-${step.state}`}>
      <details open={failed}>
        <summary>
          <StepIcon state={step.state} />
          <span class="step-title">{visibleText(stepTitle(step))}</span>
          <span class="step-state">{ui.stepState[step.state]}</span>
        </summary>
        <p class="step-help">
          {stepHelp(step)}{' '}
          <a href={step.spec} target="_blank" rel="noreferrer">
            {ui.spec}
          </a>{' '}
          <LearnLink id={`step/${step.id}`} about={stepTitle(step)} />
          {step.deviates && <span class="badge">{ui.deviates}</span>}
        </p>
        {link?.has(step) && (
          <button type="button" class="link" data-testid={`go-${step.id}`} onClick={() => link.go(step)}>
            {link.label}
          </button>
        )}
        {(step.expected !== null || step.got !== null) && (
          <dl class="diff">
            {step.expected !== null && (
              <>
                <dt>{ui.want}</dt>
                <dd>
                  <code>
                    <LongText text={step.expected} />
                  </code>
                </dd>
              </>
            )}
            <dt>{ui.got}</dt>
            <dd class={failed ? 'diff-got' : ''}>
              {step.got === null ? (
                <span class="absent">{ui.nothing}</span>
              ) : (
                <code>
                  <LongText text={step.got} />
                </code>
              )}
            </dd>
          </dl>
        )}
      </details>
    </li>
  );
}

function PreflightReasons({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { preflight } = diagnosis;
  if (preflight.absentBecause) {
    return (
      <p class="aside">
        {preflight.absentBecause === 'cached' ? visibleText(preflightWords(diagnosis)) : ui.noPreflight.simple}
      </p>
    );
  }
  if (preflight.reasons.length === 0) return null;
  return (
    <div class="aside">
      <h4>{preflight.sent ? ui.reasonsTitle : ui.reasonsNeeded}</h4>
      <ul>
        {preflight.reasons.map((reason) => {
          const text = preflightReasonText(reason);
          return (
            <li key={text}>
              <Prose text={text} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Every step of the standard in order, the failed ones open. After redirects grouped by request. */
export function Steps({
  exchange,
  diagnosis,
  goTo,
}: {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly goTo?: StepLink;
}) {
  const hops = [...new Set(diagnosis.trace.map((step) => step.hop))];
  return (
    <section class="section steps">
      <h3>{ui.stepsTitle}</h3>
      {hops.map((hop) => (
        <div key={hop}>
          {hops.length > 1 && (
            <h4 class="hop-title" dir="ltr">
              {ui.hop(hop + 1, visibleText(exchange.hops[hop]?.url ?? ''))}
            </h4>
          )}
          <ol>
            {diagnosis.trace
              .filter((step) => step.hop === hop)
              .map((step) => (
                <Guard key={`${exchange.id} ${step.id}`}>{() => <StepLine step={step} link={goTo} />}</Guard>
              ))}
          </ol>
        </div>
      ))}
      <Guard>{() => <PreflightReasons diagnosis={diagnosis} />}</Guard>
    </section>
  );
}
