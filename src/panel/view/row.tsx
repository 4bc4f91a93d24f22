// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual list are placed by hand, which table elements resist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid alone has the focus and names its active row
import type { Exchange } from '../../exchange/exchange.ts';
import type { Navigation } from '../../link/messages.ts';
import { shortReason, verdictWord } from '../../words/explain.ts';
import { ui } from '../../words/ui.ts';
import { attempt } from '../stores/attempt.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { VerdictIcon, verdictTone } from './icons.tsx';
import { preflightState } from './preflight-state.ts';
import { clockTime, durationOf, lastStatus } from './times.ts';
import { urlParts } from './url-parts.ts';
import { visibleText } from './visible-text.ts';

interface Placed {
  readonly index: number;
  readonly start: number;
  readonly height: number;
}

export const rowId = (index: number): string => `row-${index}`;

// Longer than any screen; the title and the detail view have all of it.
const PIECE_SHOWN = 300;
const piece = (text: string): string => visibleText(text.slice(0, PIECE_SHOWN));

const place = ({ start, height }: Placed) => ({ transform: `translateY(${start}px)`, height: `${height}px` });

interface CallRowProps extends Placed {
  readonly panel: PanelStore;
  readonly exchange: Exchange;
  readonly selected: boolean;
  /** Read by the virtual list so that rows are rendered anew when a neighbour changed what is said of them. */
  readonly revision: number;
}

export function CallRow({ panel, exchange, selected, ...placed }: CallRowProps) {
  const diagnosis = panel.judgements.of(exchange);
  const [first] = exchange.hops;
  const { host, pathStart, pathEnd, query } = urlParts(first.url);
  const words = attempt(() => shortReason(exchange, diagnosis));
  const reason = words.ok ? visibleText(words.value) : ui.partFailed(words.message);
  const preflight = preflightState(diagnosis);
  const status = lastStatus(exchange);
  const took = durationOf(exchange);
  const origin = diagnosis.origin.value ?? exchange.initiator ?? ui.unknown;
  const word = verdictWord(diagnosis.verdict);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around the rows has the keyboard
    <div
      role="row"
      id={rowId(placed.index)}
      class={`row ${verdictTone(diagnosis.verdict)}`}
      style={place(placed)}
      aria-rowindex={placed.index + 2}
      aria-selected={selected}
      data-testid="row"
      data-id={exchange.id}
      data-url={first.url}
      data-method={first.method}
      data-verdict={diagnosis.verdict}
      data-cause={diagnosis.cause?.code ?? diagnosis.lookalike?.code ?? ''}
      data-certainty={diagnosis.certainty}
      onClick={() => panel.open(exchange.id)}
    >
      <span role="gridcell" class="cell cell-verdict">
        <VerdictIcon verdict={diagnosis.verdict} />
        <span class="verdict-word">{word}</span>
      </span>
      <span role="gridcell" class="cell cell-method">
        {visibleText(first.method)}
      </span>
      <span role="gridcell" class="cell cell-url" title={visibleText(first.url)} dir="ltr">
        <span class="url-host">{piece(host)}</span>
        <span class="url-start">{piece(pathStart)}</span>
        <span class="url-end">{piece(pathEnd)}</span>
        <span class="url-query">{piece(query)}</span>
      </span>
      <span role="gridcell" class="cell cell-cause" title={reason}>
        {reason}
      </span>
      <span role="gridcell" class="cell cell-origin" title={visibleText(origin)} dir="ltr">
        {visibleText(origin.replace(/^https?:\/\//, ''))}
      </span>
      <span
        role="gridcell"
        class={`cell cell-preflight is-${preflight}`}
        title={ui.preflightTitle(ui.preflight[preflight])}
      >
        {ui.preflight[preflight]}
      </span>
      <span role="gridcell" class="cell cell-status">
        {status ?? ui.noStatus}
      </span>
      <span
        role="gridcell"
        class="cell cell-time"
        title={took === null ? ui.pending : `${ui.duration} ${ui.milliseconds(took)}`}
      >
        {clockTime(exchange.startedAt)}
      </span>
    </div>
  );
}

export function NavigationRow({ navigation, ...placed }: Placed & { readonly navigation: Navigation }) {
  const text = ui.navigation(visibleText(navigation.url));
  return (
    <div role="row" class="row row-navigation" style={place(placed)} aria-rowindex={placed.index + 2}>
      <span role="gridcell" aria-colspan={8} class="cell" title={text}>
        <span class="navigation-text">{text}</span>
        <span class="navigation-time">{clockTime(navigation.time)}</span>
      </span>
    </div>
  );
}
