// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual list are placed by hand, which table elements resist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid alone has the focus and names its active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid around the rows has the keyboard
import { useMemo } from 'preact/hooks';
import type { Exchange } from '../../exchange/exchange.ts';
import { ui } from '../../words/ui.ts';
import type { Group } from '../listing/bucket.ts';
import type { PanelStore } from '../stores/panel-store.ts';
import { serverOf } from '../stores/server-of.ts';
import { Cells } from './cells.tsx';
import { verdictTone } from './icons.tsx';
import { beginning, type Drawn, piece, place, rowId } from './row.tsx';
import { urlParts } from './url-parts.ts';

interface TwistyProps {
  readonly panel: PanelStore;
  readonly group: Group;
  readonly count: number;
  readonly open: boolean;
}

function Twisty({ panel, group, count, open }: TwistyProps) {
  const label = open ? ui.fold(count) : ui.unfold(count);
  return (
    <button
      type="button"
      class="twisty"
      tabIndex={-1}
      aria-label={label}
      title={label}
      data-testid="twisty"
      onClick={(event) => {
        event.stopPropagation();
        panel.listing.setOpen(group, !open);
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={open ? 'm4 6 4 4.5L12 6' : 'm6 4 4.5 4L6 12'} />
      </svg>
    </button>
  );
}

/** How many members are looked at for what they have in common. */
const COMPARED = 30;

interface GroupRowProps extends Drawn {
  readonly panel: PanelStore;
  readonly group: Group;
  /** The first of the group: it is explained for all. */
  readonly exchange: Exchange;
}

/** Identical failures in one row: what they share, and how many they are. */
export function GroupRow({ panel, group, exchange, ...drawn }: GroupRowProps) {
  const { index, start, height, selected, columns, time } = drawn;
  const diagnosis = panel.judgements.of(exchange);
  const count = group.members.length;
  const { open } = group;
  const began = beginning(panel, exchange, time);
  return useMemo(() => {
    const { log } = panel.recording;
    const [first] = exchange.hops;
    const some = group.members.slice(0, COMPARED).map(({ id }) => log.get(id)?.hops[0] ?? first);
    const sameUrl = some.every(({ url }) => url === first.url);
    const sameMethod = some.every(({ method }) => method === first.method);
    const failing = exchange.hops[diagnosis.cause?.hop ?? diagnosis.lookalike?.hop ?? 0] ?? first;
    const { host, pathStart, pathEnd } = urlParts(sameUrl ? first.url : serverOf(failing.url));
    const label = ui.groupOf(count);
    const content = {
      exchange,
      diagnosis,
      time: began,
      method: sameMethod ? first.method : ui.severalMethods,
      title: `${label}: ${ui.groupTitle}`,
      toFix: diagnosis.verdict === 'blocked' ? () => panel.openFix(group.id) : null,
      lead: <Twisty panel={panel} group={group} count={count} open={open} />,
      url: (
        <>
          <span class="group-count" title={label}>
            {ui.number(count)} ×
          </span>
          <span class="url-host">{piece(host)}</span>
          <span class="url-start">{piece(pathStart)}</span>
          <span class="url-end">{piece(pathEnd)}</span>
        </>
      ),
    };
    return (
      <div
        role="row"
        id={rowId(index)}
        class={`row is-group ${verdictTone(diagnosis.verdict)}`}
        style={place(start, height)}
        aria-rowindex={index + 2}
        aria-level={1}
        aria-expanded={open}
        aria-selected={selected}
        data-testid="group"
        data-id={group.id}
        data-count={count}
        data-verdict={diagnosis.verdict}
        data-cause={diagnosis.cause?.code ?? diagnosis.lookalike?.code ?? ''}
        onClick={() => panel.open(group.id)}
      >
        <Cells columns={columns} content={content} />
      </div>
    );
  }, [panel, group, exchange, diagnosis, count, open, index, start, height, selected, columns, began, ui]);
}
