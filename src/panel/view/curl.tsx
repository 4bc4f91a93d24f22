import { curlFor } from '../../advice/curl.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { ui } from '../../words/ui.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { CodeBlock } from './code-block.tsx';
import { CopyButton } from './copy-button.tsx';

interface CurlProps {
  readonly panel: PanelStore;
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly secrets: boolean;
}

function Line({ panel, title, line }: { readonly panel: PanelStore; readonly title: string; readonly line: string }) {
  return (
    <>
      <div class="code-head">
        <span>{title}</span>
        <CopyButton panel={panel} label={ui.copy} what={`curl, ${title}`} text={() => line} />
      </div>
      <CodeBlock class="curl-line" label={`curl, ${title}`} text={line} />
    </>
  );
}

export function Curl({ panel, exchange, diagnosis, secrets }: CurlProps) {
  const { preflight, actual } = curlFor(exchange, diagnosis, { secrets });
  return (
    <section class="section curl">
      <h3>{ui.curlTitle}</h3>
      {preflight !== null && <Line panel={panel} title={ui.curlPreflight} line={preflight} />}
      <Line panel={panel} title={ui.curlActual} line={actual} />
    </section>
  );
}
