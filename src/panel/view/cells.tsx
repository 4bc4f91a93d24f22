// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual list are placed by hand, which table elements resist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid alone has the focus and names its active row
import type { ComponentChildren, VNode } from 'preact';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { shortReason, verdictWord } from '../../words/explain.ts';
import { ui } from '../../words/ui.ts';
import { trialWords } from '../../words/workbench.ts';
import { typeName } from '../filter/match.ts';
import { attempt } from '../stores/attempt.ts';
import type { AnyColumn } from './columns.ts';
import { VerdictIcon } from './icons.tsx';
import { preflightState } from './preflight-state.ts';
import { durationOf, lastStatus } from './times.ts';
import { visibleText } from './visible-text.ts';

/** What the cells of a row say: a call's, or a group's by its first call. */
export interface RowContent {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly time: string;
  readonly method: string;
  readonly url: ComponentChildren;
  readonly title: string;
  /** Null where there is nothing to mend. */
  readonly toFix: (() => void) | null;
  /** Stands before the verdict. */
  readonly lead?: ComponentChildren;
}

interface CellProps {
  readonly column: AnyColumn;
  readonly title?: string;
  readonly ltr?: boolean;
  readonly kind?: string;
  readonly children: ComponentChildren;
}

const Cell = ({ column, title, ltr = false, kind, children }: CellProps) => (
  <span
    role="gridcell"
    class={`cell cell-${column} ${kind ?? ''}`}
    {...(title === undefined ? {} : { title })}
    {...(ltr ? { dir: 'ltr' } : {})}
  >
    {children}
  </span>
);

function ToFix({ go }: { readonly go: () => void }) {
  return (
    <button
      type="button"
      class="link to-fix"
      tabIndex={-1}
      title={ui.toFixTitle}
      data-testid="to-fix"
      onClick={(event) => {
        event.stopPropagation();
        go();
      }}
    >
      {ui.toFix}
    </button>
  );
}

const tookText = (exchange: Exchange): string => {
  const took = durationOf(exchange);
  return took === null ? ui.pending : ui.milliseconds(took);
};

const CELLS: Readonly<Record<AnyColumn, (content: RowContent) => VNode>> = {
  verdict: ({ diagnosis, lead }) => (
    <Cell column="verdict">
      {lead}
      <VerdictIcon verdict={diagnosis.verdict} />
      <span class="verdict-word">{verdictWord(diagnosis.verdict)}</span>
    </Cell>
  ),
  method: ({ method }) => <Cell column="method">{visibleText(method)}</Cell>,
  url: ({ url, title }) => (
    <Cell column="url" title={title} ltr>
      {url}
    </Cell>
  ),
  cause: ({ exchange, diagnosis, toFix }) => {
    const words = attempt(() => shortReason(exchange, diagnosis));
    const reason = words.ok ? visibleText(words.value) : ui.partFailed(words.message);
    return (
      <Cell column="cause" title={reason}>
        {exchange.evidence.underTrial && (
          <span class="trial-mark" title={trialWords().markTitle}>
            {trialWords().mark}
          </span>
        )}
        <span class="cause-text">{reason}</span>
        {toFix && <ToFix go={toFix} />}
      </Cell>
    );
  },
  origin: ({ exchange, diagnosis }) => {
    const origin = diagnosis.origin.value ?? exchange.initiator ?? ui.unknown;
    return (
      <Cell column="origin" title={visibleText(origin)} ltr>
        {visibleText(origin.replace(/^https?:\/\//, ''))}
      </Cell>
    );
  },
  preflight: ({ diagnosis }) => {
    const preflight = preflightState(diagnosis);
    return (
      <Cell column="preflight" kind={`is-${preflight}`} title={ui.preflightTitle(ui.preflight[preflight])}>
        {ui.preflight[preflight]}
      </Cell>
    );
  },
  status: ({ exchange }) => <Cell column="status">{lastStatus(exchange) ?? ui.noStatus}</Cell>,
  type: ({ exchange }) => <Cell column="type">{visibleText(typeName(exchange))}</Cell>,
  duration: ({ exchange }) => <Cell column="duration">{tookText(exchange)}</Cell>,
  time: ({ exchange, time }) => (
    <Cell column="time" title={exchange.end ? `${ui.duration} ${tookText(exchange)}` : ui.pending}>
      {time}
    </Cell>
  ),
};

export function Cells({ columns, content }: { readonly columns: readonly AnyColumn[]; readonly content: RowContent }) {
  return <>{columns.map((column) => CELLS[column](content))}</>;
}
