import { reproductions } from '../../advice/reproduce/registry.ts';
import { REPRODUCTION_IDS } from '../../advice/reproduce/reproduction.ts';
import { requestsFor } from '../../advice/reproduce/request.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { words } from '../../words/language.ts';
import { ui } from '../../words/ui.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { CodeBlock } from './code-block.tsx';
import { CopyButton } from './copy-button.tsx';
import { visibleText } from './visible-text.ts';

interface ReproduceProps {
  readonly panel: PanelStore;
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly secrets: boolean;
}

interface BlockProps {
  readonly panel: PanelStore;
  readonly title: string;
  readonly what: string;
  readonly text: string;
  readonly testId: string;
}

function Block({ panel, title, what, text, testId }: BlockProps) {
  return (
    <>
      <div class="code-head">
        <span>{title}</span>
        <CopyButton
          panel={panel}
          label={ui.copy}
          what={`${what}, ${title}`}
          testId={`${testId}-copy`}
          text={() => text}
        />
      </div>
      <div data-testid={testId}>
        <CodeBlock class="curl-line" label={`${what}, ${title}`} text={text} />
      </div>
    </>
  );
}

/** The call to be made again outside the page, written for the tool that is chosen. */
export function Reproduce({ panel, exchange, diagnosis, secrets }: ReproduceProps) {
  const { handover } = words();
  const chosen = panel.reproduceWith.value;
  const way = reproductions.find(({ id }) => id === chosen);
  if (way === undefined) return null;
  const { preflight, actual, leftOut } = way.render(
    requestsFor(exchange, diagnosis, { secrets, secretNames: panel.secretNames.value }),
  );
  const name = handover.reproductions[chosen];
  return (
    <section class="section curl">
      <div class="section-head">
        <h3>{handover.reproduceTitle}</h3>
        <label class="choose">
          {handover.reproduceWith}{' '}
          <select
            data-testid="reproduce-with"
            value={chosen}
            onChange={(event) => {
              const id = REPRODUCTION_IDS.find((one) => one === event.currentTarget.value);
              if (id !== undefined) panel.setReproduceWith(id);
            }}
          >
            {REPRODUCTION_IDS.map((id) => (
              <option key={id} value={id}>
                {handover.reproductions[id]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="aside">{handover.limits[chosen]}</p>
      {leftOut.length > 0 && <p class="warning">{handover.leftOut(leftOut.map(visibleText).join(', '))}</p>}
      {preflight !== null && (
        <Block
          panel={panel}
          title={handover.reproducePreflight}
          what={name}
          text={preflight}
          testId="reproduce-preflight"
        />
      )}
      <Block panel={panel} title={handover.reproduceActual} what={name} text={actual} testId="reproduce-actual" />
    </section>
  );
}
