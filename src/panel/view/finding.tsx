import type { LookalikeCode } from '../../diagnosis/codes.ts';
import type { Diagnosis, Fault } from '../../diagnosis/diagnosis.ts';
import { wantedOf } from '../../diagnosis/wanted.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { causeTitle, faultText, headSentence, hintText, nearMissText, otherReading } from '../../words/explain.ts';
import { ui } from '../../words/ui.ts';
import { trialWords } from '../../words/workbench.ts';
import { Guard } from './guard.tsx';
import { HintIcon } from './icons.tsx';
import { LearnLink } from './learn-link.tsx';
import { LongText } from './long-text.tsx';
import { MarkedText } from './marked-text.tsx';
import { nearMissParts } from './near-miss-parts.ts';
import { Prose } from './prose.tsx';
import { visibleText } from './visible-text.ts';

/** Which header of which message a difference is about. */
function Where({ fault: { pointer } }: { readonly fault: Fault }) {
  if (!pointer) return null;
  return (
    <p class="diff-where">
      <code>{pointer.header === ':status' ? ui.columns.status : visibleText(pointer.header)}</code>{' '}
      {ui.inMessage[pointer.message]}
    </p>
  );
}

function Plain({ text }: { readonly text: string | null }) {
  if (text === null || text === '') return <span class="absent">{ui.nothing}</span>;
  return (
    <code>
      <LongText text={text} />
    </code>
  );
}

/** What stands there and what would have passed; for a near miss with the differing part marked. */
function FaultDiff({ fault }: { readonly fault: Fault }) {
  const { nearMiss, got } = fault;
  const want = wantedOf(fault);
  const parts = nearMissParts(fault);
  if (!nearMiss && got === null && want === null) return null;
  return (
    <div class="near-miss">
      {nearMiss && (
        <p>
          <Prose text={nearMissText(nearMiss)} /> <LearnLink id={`near-miss/${nearMiss.code}`} />
        </p>
      )}
      <Where fault={fault} />
      <dl class="diff">
        <dt>{ui.got}</dt>
        <dd class="diff-got">{parts ? <MarkedText text={parts.got} kind="got" /> : <Plain text={got} />}</dd>
        {(parts || want !== null) && (
          <>
            <dt>{ui.want}</dt>
            <dd class="diff-want">{parts ? <MarkedText text={parts.want} kind="want" /> : <Plain text={want} />}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

/** The cause by its name, which leads to its page. */
function LearnCause({ diagnosis: { cause, lookalike } }: { readonly diagnosis: Diagnosis }) {
  const code = cause?.code ?? lookalike?.code;
  if (code === undefined) return null;
  const title = causeTitle(code);
  return (
    <span class="learn-cause">
      {ui.learnMore}:{' '}
      <LearnLink id={cause ? `cause/${cause.code}` : `lookalike/${code as LookalikeCode}`} about={title}>
        {title}
      </LearnLink>
    </span>
  );
}

/** Of a call whose credentials mode is not seen: what it would be with the other one. After what was seen, and smaller. */
export function OtherReading({ exchange, diagnosis }: { readonly exchange: Exchange; readonly diagnosis: Diagnosis }) {
  const other = otherReading(exchange, diagnosis);
  return (
    other !== null && (
      <p class="other-reading" data-testid="other-reading">
        <Prose text={other} />
      </p>
    )
  );
}

/** The head of the explanation: what happened, where to look first, what exactly differs. */
export function Finding({ exchange, diagnosis }: { readonly exchange: Exchange; readonly diagnosis: Diagnosis }) {
  const { cause, roots } = diagnosis;
  return (
    <div class="finding">
      <Guard>
        {() => (
          <p class="sentence">
            <Prose text={headSentence(exchange, diagnosis)} /> <LearnCause diagnosis={diagnosis} />
          </p>
        )}
      </Guard>
      {exchange.evidence.underTrial && (
        <p class="seen-under-trial" data-testid="seen-under-trial">
          {trialWords().seenUnder(exchange.browser)}
        </p>
      )}
      {roots.length > 0 && (
        <div class="roots">
          <h3>
            <HintIcon /> {ui.rootTitle}
          </h3>
          {roots.map((root) => (
            <Guard key={root.code}>
              {() => (
                <p>
                  <Prose text={hintText(diagnosis, root)} /> <LearnLink id={`hint/${root.code}`} />
                </p>
              )}
            </Guard>
          ))}
        </div>
      )}
      {cause && <Guard>{() => <FaultDiff fault={cause} />}</Guard>}
    </div>
  );
}

const sameFault = (a: Fault, b: Fault): boolean => a.code === b.code && a.phase === b.phase && a.hop === b.hop;

/** What the browser would complain about next. */
export function OtherFaults({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { cause, faults } = diagnosis;
  const others = faults.filter((fault) => !cause || !sameFault(fault, cause));
  if (others.length === 0) return null;
  return (
    <section class="section others">
      <h3>{ui.alsoWrong}</h3>
      <ul>
        {others.map((fault) => (
          <li key={`${fault.hop} ${fault.phase} ${fault.code}`}>
            <Guard>
              {() => (
                <p>
                  <Prose text={faultText(fault, diagnosis)} />
                </p>
              )}
            </Guard>
            {fault.nearMiss && <Guard>{() => <FaultDiff fault={fault} />}</Guard>}
          </li>
        ))}
      </ul>
    </section>
  );
}
