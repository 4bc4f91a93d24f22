// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual list are placed by hand, which table elements resist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid alone has the focus and names its active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid around the rows has the keyboard
import { useMemo } from 'preact/hooks';
import type { Exchange } from '../../exchange/exchange.ts';
import type { Navigation } from '../../link/messages.ts';
import type { TimeFormat } from '../../settings/settings.ts';
import { ui } from '../../words/ui.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { Cells } from './cells.tsx';
import type { AnyColumn } from './columns.ts';
import { verdictTone } from './icons.tsx';
import { clockTime, timeText } from './times.ts';
import { urlParts } from './url-parts.ts';
import { visibleText } from './visible-text.ts';

/** Where a row stands and how it is drawn. */
export interface Drawn {
  readonly index: number;
  readonly start: number;
  readonly height: number;
  readonly selected: boolean;
  readonly columns: readonly AnyColumn[];
  readonly time: TimeFormat;
}

export const rowId = (index: number): string => `row-${index}`;

// Longer than any screen; the title and the detail view have all of it.
const PIECE_SHOWN = 300;
export const piece = (text: string): string => visibleText(text.slice(0, PIECE_SHOWN));

export const place = (start: number, height: number) => ({
  transform: `translateY(${start}px)`,
  height: `${height}px`,
});

/** When a call began, as the user wants it. */
export function beginning(panel: PanelStore, { startedAt }: Exchange, format: TimeFormat): string {
  const loadedAt =
    format === 'since-load'
      ? panel.recording.log.navigations().findLast((page) => page.time <= startedAt)?.time
      : undefined;
  return timeText(startedAt, format, loadedAt ?? null);
}

interface CallRowProps extends Drawn {
  readonly panel: PanelStore;
  readonly exchange: Exchange;
  /** Listed under an open group. */
  readonly grouped: boolean;
}

export function CallRow({ panel, exchange, grouped, index, start, height, selected, columns, time }: CallRowProps) {
  const diagnosis = panel.judgements.of(exchange);
  const began = beginning(panel, exchange, time);
  // Rows are asked for again with every call that comes; most of them say what they said before.
  return useMemo(() => {
    const [first] = exchange.hops;
    const { host, pathStart, pathEnd, query } = urlParts(first.url);
    const content = {
      exchange,
      diagnosis,
      time: began,
      method: first.method,
      title: visibleText(first.url),
      toFix: diagnosis.verdict === 'blocked' && !grouped ? () => panel.openFix(exchange.id) : null,
      url: (
        <>
          <span class="url-host">{piece(host)}</span>
          <span class="url-start">{piece(pathStart)}</span>
          <span class="url-end">{piece(pathEnd)}</span>
          <span class="url-query">{piece(query)}</span>
        </>
      ),
    };
    return (
      <div
        role="row"
        id={rowId(index)}
        class={`row ${grouped ? 'is-grouped ' : ''}${verdictTone(diagnosis.verdict)}`}
        style={place(start, height)}
        aria-rowindex={index + 2}
        aria-level={grouped ? 2 : 1}
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
        <Cells columns={columns} content={content} />
      </div>
    );
  }, [panel, exchange, diagnosis, grouped, index, start, height, selected, columns, began, ui]);
}

interface NavigationRowProps {
  readonly navigation: Navigation;
  readonly index: number;
  readonly start: number;
  readonly height: number;
  readonly span: number;
}

export function NavigationRow({ navigation, index, start, height, span }: NavigationRowProps) {
  const text = ui.navigation(visibleText(navigation.url));
  return (
    <div
      role="row"
      class="row row-navigation"
      style={place(start, height)}
      aria-rowindex={index + 2}
      data-testid="page"
    >
      <span role="gridcell" aria-colspan={span} class="cell" title={text}>
        <span class="navigation-text">{text}</span>
        <span class="navigation-time">{clockTime(navigation.time)}</span>
      </span>
    </div>
  );
}
